package dev.sayonce.knowledge;

import dev.sayonce.knowledge.meaning.Meaning;
import java.util.Optional;

/** What helps the examples: words that a company takes for the same, and a model of meanings. */
record Helps(Synonyms synonyms, Optional<Meaning> meaning) {}
