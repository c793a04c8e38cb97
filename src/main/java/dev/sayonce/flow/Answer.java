package dev.sayonce.flow;

import java.util.List;
import java.util.Map;

/**
 * A common question with its answer.
 *
 * @param id its name, unique over all files of answers
 * @param title the question in a few words, also the text of its button
 * @param examples how customers ask it
 */
public record Answer(
    String id, LocalText title, Map<Language, List<String>> examples, LocalText say) {}
