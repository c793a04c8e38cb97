package dev.sayonce.conversation;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import java.util.List;
import java.util.Optional;

/**
 * The buttons under the greeting: pressing one says its label for the customer, and what is meant
 * is certain.
 */
public final class Suggestions {

  private Suggestions() {}

  /**
   * What a pressed suggestion means. Empty if no button was pressed, or one that this set does not
   * know, or not with these words: an old page's, perhaps. Then they are words like any others.
   */
  public static Optional<Understanding> meaning(FlowSet flows, Event.CustomerSaid said) {
    return said.suggestion().flatMap(id -> meaning(flows, id, said.text().strip()));
  }

  private static Optional<Understanding> meaning(FlowSet flows, String id, String words) {
    return flows
        .question(id)
        .map(label -> languages(label, words))
        .filter(spoken -> !spoken.isEmpty())
        .map(spoken -> Understanding.pressed(intent(flows, id), only(spoken)));
  }

  private static List<Language> languages(LocalText label, String words) {
    var all = label.byLanguage();
    return all.keySet().stream().filter(language -> words.equals(all.get(language))).toList();
  }

  /** A label that reads the same in two languages tells neither. */
  private static Optional<Language> only(List<Language> spoken) {
    return spoken.size() == 1 ? Optional.of(spoken.getFirst()) : Optional.empty();
  }

  private static Intent intent(FlowSet flows, String id) {
    return flows.flow(id).isPresent() ? Intent.flow(id) : Intent.answer(id);
  }
}
