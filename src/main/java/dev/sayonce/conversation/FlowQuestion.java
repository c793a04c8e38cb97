package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.SlotType;
import dev.sayonce.flow.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question of a flow: how it is asked, which answers fit, and what happens to those that don't.
 */
final class FlowQuestion {

  private FlowQuestion() {}

  static void ask(Draft draft, Flow flow, int index) {
    prompt(draft, flow, index, 0, Optional.empty());
  }

  /** Asks the waiting question again after something came between. */
  static void askAgain(Draft draft, Flow flow, Asking asking) {
    prompt(draft, flow, asking.step(), asking.misses(), Optional.empty());
  }

  private static void prompt(
      Draft draft, Flow flow, int index, int misses, Optional<LocalText> instead) {
    int entry =
        switch (flow.steps().get(index)) {
          case Step.Ask a -> draft.say(instead.orElse(a.say()));
          case Step.Choice c -> draft.say(instead.orElse(c.say()), buttons(draft, c));
          case Step.Say _, Step.Handoff _, Step.End _ ->
              throw new IllegalStateException(
                  "Step %d of %s asks nothing".formatted(index, flow.id()));
        };
    draft.dialogue(new Asking(flow.id(), index, misses, entry));
  }

  private static List<Button> buttons(Draft draft, Step.Choice choice) {
    return choice.options().stream()
        .map(o -> new Button(o.id(), o.label().in(draft.language())))
        .toList();
  }

  /** True if the question is for a slot that any words fill. */
  static boolean takesAnyWords(Flow flow, Asking asking) {
    return flow.steps().get(asking.step()) instanceof Step.Ask ask
        && slot(flow, ask).filter(s -> s.type() instanceof SlotType.Words).isPresent();
  }

  private static Optional<Slot> slot(Flow flow, Step.Ask ask) {
    return Optional.ofNullable(flow.slots().get(ask.slot()));
  }

  /** Takes the customer's words as the answer; false if they do not fit. */
  static boolean answer(Draft draft, Flow flow, Asking asking, String words) {
    return switch (flow.steps().get(asking.step())) {
      case Step.Ask a -> fill(draft, flow, asking, a, words);
      case Step.Choice c ->
          typed(draft, c, words).map(o -> take(draft, flow, asking, c, o)).orElse(false);
      case Step.Say _, Step.Handoff _, Step.End _ -> false;
    };
  }

  private static boolean fill(Draft draft, Flow flow, Asking asking, Step.Ask ask, String words) {
    var value = slot(flow, ask).flatMap(s -> s.type().accept(words));
    value.ifPresent(
        v -> {
          draft.learn(ask.slot(), v);
          FlowInterpreter.walk(draft, flow, asking.step() + 1);
        });
    return value.isPresent();
  }

  /** The option whose label was typed, or its place in the row (1 is the first). */
  private static Optional<Step.Option> typed(Draft draft, Step.Choice choice, String words) {
    var said = words.strip();
    for (int i = 0; i < choice.options().size(); i++) {
      var option = choice.options().get(i);
      if (said.equals(Integer.toString(i + 1))
          || said.equalsIgnoreCase(option.label().in(draft.language()))) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  /** Takes a pressed button; false if the question has no such button. */
  static boolean press(Draft draft, Flow flow, Asking asking, Event.CustomerChose event) {
    if (!(flow.steps().get(asking.step()) instanceof Step.Choice choice)) {
      return false;
    }
    var option = FlowInterpreter.option(choice, event.option());
    option.ifPresent(
        o -> {
          CustomerTurns.pressed(draft, event, o.label().in(draft.language()));
          take(draft, flow, asking, choice, o);
        });
    return option.isPresent();
  }

  private static boolean take(
      Draft draft, Flow flow, Asking asking, Step.Choice choice, Step.Option option) {
    choice.slot().ifPresent(slot -> draft.learn(slot, option.id()));
    FlowInterpreter.walk(draft, flow, FlowInterpreter.after(flow, asking.step(), option));
    return true;
  }

  /**
   * An answer did not fit: once more, or a person when the tries are used up. Who waits for a
   * person need not try twice.
   */
  static void miss(Draft draft, Flow flow, Asking asking, String words) {
    var step = flow.steps().get(asking.step());
    var retry = step instanceof Step.Ask a ? a.retry() : Step.Retry.DEFAULT;
    if (flow.id().equals(Flow.PERSON)) {
      draft.wishes(words);
      BotTalk.handOffFrom(draft, flow);
    } else if (asking.misses() >= retry.max()) {
      Handoffs.handOff(
          draft, Reason.RETRIES_USED, flow.id(), FlowInterpreter.team(flow), Optional.empty());
    } else {
      if (retry.say().isEmpty()) {
        explain(draft, flow, step);
      }
      prompt(draft, flow, asking.step(), asking.misses() + 1, retry.say());
    }
  }

  private static void explain(Draft draft, Flow flow, Step step) {
    if (step instanceof Step.Ask ask) {
      slot(flow, ask)
          .flatMap(Slot::example)
          .ifPresent(e -> draft.say(Phrase.DOES_NOT_FIT, Map.of("example", e), List.of()));
    } else {
      draft.say(Phrase.CHOOSE_ONE);
    }
  }
}
