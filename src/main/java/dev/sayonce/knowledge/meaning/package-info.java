/** Meaning beyond words: texts as vectors by a language model, if the owner has one. */
@NullMarked
package dev.sayonce.knowledge.meaning;

import org.jspecify.annotations.NullMarked;
