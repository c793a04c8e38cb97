package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step offers to choose from. */
record Options(Step.Choice step) {

  static Optional<Step.Option> option(Step.Choice choice, String id) {
    return choice.options().stream().filter(o -> o.id().equals(id)).findFirst();
  }

  List<Button> buttons(Draft draft) {
    return step.options().stream()
        .map(o -> new Button(o.id(), o.label().in(draft.language())))
        .toList();
  }

  /** The option that the words stand for. */
  Optional<Found> find(Draft draft, String words) {
    return slot().find(draft.heard(words));
  }

  /** True if they are the whole label of one. */
  boolean isLabel(String words) {
    return slot().isCalled(words);
  }

  private ChoiceSlot slot() {
    return new ChoiceSlot(step.options().stream().map(Options::known).toList());
  }

  private static ChoiceSlot.Option known(Step.Option option) {
    var words = new HashMap<String, List<String>>();
    option.label().byLanguage().forEach((l, label) -> words.put(l.code(), List.of(label)));
    option.also().forEach((l, also) -> words.merge(l.code(), also, Options::joined));
    return new ChoiceSlot.Option(option.id(), words);
  }

  private static List<String> joined(List<String> a, List<String> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }
}
