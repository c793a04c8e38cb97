package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a customer may put an intent in a language. */
public record Example(String text, Intent intent, Language language) {

  /** All examples of a set, always in the same order. */
  static List<Example> in(FlowSet set) {
    var examples = new ArrayList<Example>();
    set.answers().forEach((id, a) -> add(examples, Intent.answer(id), a.examples(), a.ask()));
    set.flows().forEach((id, f) -> add(examples, Intent.flow(id), f.phrases(), f.ask()));
    set.answers().forEach((id, a) -> addTitle(examples, Intent.answer(id), a.title()));
    set.flows().forEach((id, f) -> addTitle(examples, Intent.flow(id), f.title()));
    var spoken = set.company().languages();
    return examples.stream().filter(e -> spoken.contains(e.language())).toList();
  }

  private static void add(
      List<Example> examples,
      Intent intent,
      Map<Language, List<String>> texts,
      Optional<LocalText> ask) {
    for (var language :
        texts.keySet().stream().sorted(Comparator.comparing(Language::code)).toList()) {
      for (var text : texts.getOrDefault(language, List.of())) {
        examples.add(new Example(text, intent, language));
      }
    }
    ask.ifPresent(a -> addButton(examples, intent, a));
  }

  /** A title names what it is about; of what is never wanted by itself nothing is learned. */
  private static void addTitle(List<Example> examples, Intent intent, LocalText title) {
    if (examples.stream().anyMatch(e -> e.intent().equals(intent))) {
      addButton(examples, intent, title);
    }
  }

  /** What a button says is known when it is typed, too. */
  private static void addButton(List<Example> examples, Intent intent, LocalText ask) {
    ask.byLanguage().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Language::code)))
        .map(e -> new Example(e.getValue(), intent, e.getKey()))
        .filter(e -> !isAmong(examples, e))
        .forEach(examples::add);
  }

  private static boolean isAmong(List<Example> examples, Example one) {
    var words = Words.normal(one.text());
    return examples.stream().anyMatch(e -> Words.normal(e.text()).equals(words));
  }
}
