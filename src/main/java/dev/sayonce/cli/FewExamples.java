package dev.sayonce.cli;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.yaml.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells where customers would be understood better if more of their words were known. */
record FewExamples(FlowSet set, ExamplePlaces places) {

  /** Owners write five to ten; below that every one more is felt. */
  private static final int ENOUGH = 5;

  List<Problem> warnings() {
    var warnings = new ArrayList<Problem>();
    set.answers().forEach((id, a) -> warnings.addAll(of(Intent.answer(id), a.examples())));
    set.flows().forEach((id, f) -> warnings.addAll(of(Intent.flow(id), f.phrases())));
    return warnings;
  }

  /** One for each intent, at the first example of the language that has fewest. */
  private List<Problem> of(Intent intent, Map<Language, List<String>> examples) {
    var few =
        examples.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty() && e.getValue().size() < ENOUGH)
            .sorted(Comparator.comparing(e -> e.getKey().code()))
            .toList();
    var counts =
        few.stream()
            .map(e -> e.getKey() + " " + e.getValue().size())
            .collect(Collectors.joining(", "));
    var message =
        "`%s` has few examples (%s): with six or more in each language customers are understood clearly better."
            .formatted(intent.id(), counts);
    return few.stream()
        .filter(_ -> places.isOwn(intent))
        .min(Comparator.comparingInt(e -> e.getValue().size()))
        .map(e -> places.warning(e.getValue().getFirst(), intent, message))
        .stream()
        .toList();
  }
}
