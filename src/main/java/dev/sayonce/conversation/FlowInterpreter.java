package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.SlotType;
import dev.sayonce.flow.Step;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Walks a flow from a step until it waits for the customer, hands over or ends. */
final class FlowInterpreter {

  /** No flow walks more steps than this in one turn: a circle of gotos ends with a person. */
  private static final int BUDGET = 100;

  private static final OptionalInt STOP = OptionalInt.empty();

  private FlowInterpreter() {}

  /**
   * Takes facts of a fixed shape from whatever the customer writes, so that no flow has to ask for
   * them later.
   */
  static void pickUp(Draft draft, String words) {
    learnShaped(
        draft,
        draft.flows().flows().values().stream()
            .flatMap(flow -> flow.slots().values().stream())
            .filter(slot -> !draft.knows(slot.name())),
        words);
  }

  private static void learnShaped(Draft draft, Stream<Slot> slots, String words) {
    slots
        .filter(slot -> slot.type() instanceof SlotType.Shaped)
        .forEach(slot -> slot.type().accept(words).ifPresent(v -> draft.learn(slot.name(), v)));
  }

  /**
   * Begins a flow; its facts of a fixed shape in the words that asked for it replace older ones.
   */
  static void begin(Draft draft, Flow flow, String words) {
    learnShaped(draft, flow.slots().values().stream(), words);
    draft.tried(Intent.flow(flow.id()));
    walk(draft, flow, 0);
  }

  static void walk(Draft draft, Flow flow, int from) {
    var next = OptionalInt.of(from);
    for (int walked = 0; walked < BUDGET; walked++) {
      if (next.isEmpty()) {
        return;
      }
      int step = next.getAsInt();
      next = step < flow.steps().size() ? perform(draft, flow, step) : rest(draft);
    }
    if (next.isPresent()) {
      Handoffs.handOff(
          draft, Reason.BROKEN, "circle in " + flow.id(), team(flow), Optional.empty());
    }
  }

  /** Does one step; the index of the next, or {@link #STOP} where the flow waits or has ended. */
  private static OptionalInt perform(Draft draft, Flow flow, int index) {
    return switch (flow.steps().get(index)) {
      case Step.Say s -> {
        draft.say(s.say());
        yield OptionalInt.of(index + 1);
      }
      case Step.Ask a when draft.knows(a.slot()) -> OptionalInt.of(index + 1);
      case Step.Ask _ -> ask(draft, flow, index);
      case Step.Choice c ->
          known(draft, c)
              .map(o -> OptionalInt.of(after(flow, index, o)))
              .orElseGet(() -> ask(draft, flow, index));
      case Step.Handoff h -> handOff(draft, flow, h);
      case Step.End e -> end(draft, e);
    };
  }

  private static OptionalInt ask(Draft draft, Flow flow, int index) {
    FlowQuestion.ask(draft, flow, index);
    return STOP;
  }

  private static Optional<Step.Option> known(Draft draft, Step.Choice choice) {
    return choice.slot().flatMap(draft::slot).flatMap(value -> option(choice, value));
  }

  static Optional<Step.Option> option(Step.Choice choice, String id) {
    return choice.options().stream().filter(o -> o.id().equals(id)).findFirst();
  }

  /** The index of the step that an option leads to. */
  static int after(Flow flow, int index, Step.Option option) {
    return option.goTo().map(id -> flow.indexOf(id).orElse(flow.steps().size())).orElse(index + 1);
  }

  private static OptionalInt handOff(Draft draft, Flow flow, Step.Handoff step) {
    var reason = flow.id().equals(Flow.PERSON) ? Reason.ASKED : Reason.FLOW;
    Handoffs.handOff(draft, reason, flow.id(), step.team(), step.say());
    return STOP;
  }

  private static OptionalInt end(Draft draft, Step.End end) {
    return switch (end.outcome()) {
      case OPEN -> rest(draft);
      case RESOLVED -> {
        draft.notice("resolved", Map.of("by", "customer"));
        draft.mode(new Mode.Resolved(draft.now(), Optional.empty()));
        yield STOP;
      }
    };
  }

  private static OptionalInt rest(Draft draft) {
    draft.dialogue(Idle.FRESH);
    return STOP;
  }

  /** The team that this flow hands over to, wherever it does. */
  static Optional<String> team(Flow flow) {
    return flow.steps().stream()
        .filter(Step.Handoff.class::isInstance)
        .flatMap(s -> ((Step.Handoff) s).team().stream())
        .findFirst();
  }
}
