package dev.sayonce.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A common question with its answer.
 *
 * @param id its name, unique over all files of answers
 * @param title the question in a few words, also the text of its button
 * @param ask the question in a customer's own words, as a button that says it for them
 * @param examples how customers ask it
 */
public record Answer(
    String id,
    LocalText title,
    Optional<LocalText> ask,
    Map<Language, List<String>> examples,
    LocalText say) {

  /** The same with other examples. */
  public Answer askedBy(Map<Language, List<String>> others) {
    return new Answer(id, title, ask, others, say);
  }
}
