package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How a customer may put an intent in a language. */
record Example(String text, Intent intent, Language language) {

  /** All examples of a set, always in the same order. */
  static List<Example> in(FlowSet set) {
    var examples = new ArrayList<Example>();
    set.answers().forEach((id, a) -> add(examples, Intent.answer(id), a.examples()));
    set.flows().forEach((id, f) -> add(examples, Intent.flow(id), f.phrases()));
    var spoken = set.company().languages();
    return examples.stream().filter(e -> spoken.contains(e.language())).toList();
  }

  private static void add(
      List<Example> examples, Intent intent, Map<Language, List<String>> texts) {
    for (var language :
        texts.keySet().stream().sorted(Comparator.comparing(Language::code)).toList()) {
      for (var text : texts.getOrDefault(language, List.of())) {
        examples.add(new Example(text, intent, language));
      }
    }
  }
}
