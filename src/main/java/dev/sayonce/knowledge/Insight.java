package dev.sayonce.knowledge;

import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Understanding.Guess;
import java.util.List;

/**
 * What was made of a text.
 *
 * @param likeliest the three likeliest intents before anything was decided, best first; none for a
 *     text that has no words
 * @param understood what was decided
 */
public record Insight(List<Guess> likeliest, Understanding understood) {}
