package dev.sayonce.conversation;

import dev.sayonce.conversation.Acting.Begun;
import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Dialogue.Calling;
import dev.sayonce.conversation.FlowRun.Answered;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Remember;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.slot.YesNoSlot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process on its way during one turn: walks from step to step until it waits for the customer,
 * hands over or ends. Every dead end is a person.
 */
final class FlowWalk {

  /** No turn walks more steps than this: going round and round ends with a person. */
  static final int BUDGET = 100;

  /** So many answers one process may take; then it has lost its way. */
  static final int MOST_TURNS = 60;

  /** So many calls one after another, and the customer has not been asked anything: a circle. */
  private static final int MOST_CALLS = 10;

  private static final int DEEPEST = 8;

  private final Draft draft;
  private final Deque<Position> callers;
  private final Trail trail;
  private final Map<String, Object> results;
  private final int turns;
  private int callsInARow;
  private Flow flow;
  private int at;

  private FlowWalk(Draft draft, Flow flow, int at, FlowRun run, int turns) {
    this.draft = draft;
    this.flow = flow;
    this.at = at;
    this.turns = turns;
    this.callers = new ArrayDeque<>(run.callers());
    this.trail = new Trail(run.trail());
    this.results = new HashMap<>(run.results());
  }

  static FlowWalk begin(Draft draft, Flow flow) {
    return new FlowWalk(draft, flow, 0, FlowRun.FRESH, 0);
  }

  /** The process whose question waits. */
  static FlowWalk resume(Draft draft, Flow flow, Asking asking) {
    return new FlowWalk(draft, flow, asking.step(), asking.run(), asking.run().turns() + 1);
  }

  /** The process that waits for a back end. */
  static FlowWalk resume(Draft draft, Flow flow, Calling calling) {
    var walk = new FlowWalk(draft, flow, calling.step(), calling.run(), calling.run().turns());
    walk.callsInARow = calling.inARow();
    return walk;
  }

  Flow flow() {
    return flow;
  }

  int at() {
    return at;
  }

  Map<String, Object> results() {
    return results;
  }

  SlotValues values() {
    return new SlotValues(draft, results);
  }

  FlowRun run() {
    return new FlowRun(List.copyOf(callers), trail.all(), results, turns);
  }

  /** The flow that was begun, whatever it runs now. */
  Flow root() {
    return Optional.ofNullable(callers.peekFirst())
        .flatMap(caller -> draft.flows().flow(caller.flow()))
        .orElse(flow);
  }

  /** The question that waited was answered: goes on at that step. */
  void answered(Optional<String> slot, int next) {
    trail.add(new Answered(List.copyOf(callers), here(), slot));
    from(next);
  }

  void from(int step) {
    at = step;
    if (turns > MOST_TURNS) {
      handOff(Reason.RETRIES_USED, "too many turns in " + root().id());
      return;
    }
    for (int walked = 0; walked < BUDGET; walked++) {
      if (!(at < flow.steps().size() ? perform(flow.steps().get(at)) : comeBack())) {
        return;
      }
    }
    handOff(Reason.BROKEN, "circle in " + flow.id());
  }

  /** Does one step; false where the process waits or has ended. */
  private boolean perform(Step step) {
    walked(Walked.REACHED);
    return switch (step) {
      case Step.Say s -> {
        draft.say(s.say(), values());
        yield to(at + 1);
      }
      case Step.Ask a -> draft.knows(a.slot()) ? pass(at + 1) : ask();
      case Step.Choice c -> known(c).map(o -> after(c, o)).orElseGet(this::ask);
      case Step.Survey _ -> draft.survey().isPresent() ? to(at + 1) : ask();
      case Step.Call c -> call(c);
      case Step.Prove p -> draft.identity().isPresent() ? pass(at + 1) : call(p.sending());
      case Step.Set s -> {
        operands().set(s);
        yield to(at + 1);
      }
      case Step.Branch b -> branch(b);
      case Step.Goto g -> jump(g.target());
      case Step.Run r -> run(r);
      case Step.Handoff h -> ends().handOff(h);
      case Step.End e -> end(e);
    };
  }

  private void walked(int way) {
    draft.walked(flow.id(), at, way);
  }

  private boolean to(int step) {
    at = step;
    return true;
  }

  private boolean pass(int next) {
    trail.pass(here());
    return to(next);
  }

  private Position here() {
    return new Position(flow.id(), at);
  }

  private boolean ask() {
    new FlowQuestion(draft, this).ask();
    return false;
  }

  private Optional<Step.Option> known(Step.Choice choice) {
    return choice
        .slot()
        .flatMap(draft.memory()::known)
        .flatMap(value -> Options.option(choice, value));
  }

  private boolean after(Step.Choice choice, Step.Option option) {
    walked(choice.options().indexOf(option));
    trail.pass(here());
    return option.goTo().map(this::jump).orElseGet(() -> to(at + 1));
  }

  /** Where an option of the question that waits leads. */
  void chosen(Step.Choice choice, Step.Option option) {
    walked(choice.options().indexOf(option));
    int target = option.goTo().map(id -> flow.indexOf(id).orElse(-1)).orElse(at + 1);
    if (target < 0) {
      jump(option.goTo().orElse(""));
    } else {
      answered(choice.slot(), target);
    }
  }

  private boolean jump(String target) {
    var step = flow.indexOf(target);
    if (step.isPresent()) {
      return to(step.getAsInt());
    }
    return target.equals(Step.TO_HUMAN)
        ? handOff(Reason.FLOW, flow.id())
        : handOff(Reason.BROKEN, "no step " + target + " in " + flow.id());
  }

  private boolean call(Step.Call call) {
    if (++callsInARow > MOST_CALLS) {
      return handOff(Reason.BROKEN, "circle in " + flow.id());
    }
    var acting = new Acting(draft, new Actor.Bot(), "");
    return switch (acting.begin(call.action(), operands().all(call.with()), isConfirmed(call))) {
      case Begun.UnderWay(var id) -> {
        draft.dialogue(new Calling(flow.id(), at, id, callsInARow, run()));
        draft.doings().await(call.action());
        yield false;
      }
      case Begun.Refused(var failure, var reason) -> wayOf(call, failure, reason);
    };
  }

  private boolean isConfirmed(Step.Call call) {
    return call.confirmed()
        .flatMap(draft.memory()::known)
        .filter(YesNoSlot.YES::equals)
        .isPresent();
  }

  /** The call that waited went well. */
  void succeeded(Event.ActionSucceeded succeeded) {
    walked(Walked.WELL);
    if (flow.steps().get(at) instanceof Step.Prove) {
      ProofQuestion.remember(results, succeeded.call(), succeeded.told(), draft.now());
      ask();
    } else {
      called().as().ifPresent(name -> results.put(name, succeeded.told()));
      from(at + 1);
    }
  }

  /** The call that waited did not. */
  void failed(Event.ActionFailed failed) {
    if (wayOf(called(), failed.failure(), failed.reason())) {
      from(at);
    }
  }

  private Step.Call called() {
    return flow.steps().get(at).calls().orElseThrow();
  }

  private boolean wayOf(Step.Call call, Failure failure, String reason) {
    var way = call.wayOf(failure, reason).filter(w -> !isRash(call, failure, w));
    walked(Walked.FAILED + way.map(List.copyOf(call.onError().keySet())::indexOf).orElse(0));
    return way.map(w -> jump(String.valueOf(call.onError().get(w))))
        .orElseGet(() -> handOff(Reason.BROKEN, call.action() + ": " + reason));
  }

  /**
   * What may have been done is nothing to be handled with all the rest: on that way it could be
   * done again. Only a person may stand at its end.
   */
  private boolean isRash(Step.Call call, Failure failure, String way) {
    return failure == Failure.UNKNOWN_OUTCOME
        && way.equals(Step.Call.ELSE)
        && flow.indexOf(String.valueOf(call.onError().get(way))).stream()
            .anyMatch(step -> !(flow.steps().get(step) instanceof Step.Handoff));
  }

  private boolean branch(Step.Branch branch) {
    var way = operands().way(branch);
    way.ifPresent(w -> walked(branch.ways().indexOf(w)));
    return way.map(w -> jump(w.target())).orElseGet(() -> to(at + 1));
  }

  private boolean run(Step.Run step) {
    var other = draft.flows().flow(step.flow());
    if (other.isEmpty() || callers.size() >= DEEPEST) {
      return handOff(Reason.BROKEN, "can't run " + step.flow() + " in " + flow.id());
    }
    callers.addLast(new Position(flow.id(), at + 1));
    flow = other.get();
    return to(0);
  }

  /** The end of a flow: the one that ran it goes on. */
  private boolean comeBack() {
    var caller = callers.pollLast();
    if (caller == null) {
      return ends().open();
    }
    var back = draft.flows().flow(caller.flow());
    if (back.isEmpty()) {
      return handOff(Reason.BROKEN, "flow " + caller.flow() + " is gone");
    }
    flow = back.get();
    return to(caller.step());
  }

  private boolean end(Step.End end) {
    return switch (end.outcome()) {
      case OPEN -> comeBack();
      case RESOLVED -> ends().resolved();
    };
  }

  private FlowEnd ends() {
    return new FlowEnd(draft, this);
  }

  boolean handOff(Reason reason, String detail) {
    return ends().handOff(reason, detail);
  }

  private Operands operands() {
    return new Operands(draft, values(), flow.id() + " step " + (at + 1));
  }

  // going back

  /** Asks the last answered question again and forgets its answer; false at the first question. */
  boolean back() {
    var last = trail.takeLast();
    last.flatMap(Answered::slot).ifPresent(draft.memory()::forget);
    return last.filter(this::rewindTo).isPresent();
  }

  /** Does again what followed the question for that slot; false if it was not asked here. */
  boolean redo(String slot) {
    return trail.takeBackTo(slot).filter(this::rewindTo).isPresent();
  }

  private boolean rewindTo(Answered answered) {
    var there = draft.flows().flow(answered.question().flow());
    there.ifPresent(
        f -> {
          flow = f;
          callers.clear();
          callers.addAll(answered.callers());
          from(answered.question().step());
        });
    return there.isPresent();
  }

  /** Begins anew: what was asked for this case is forgotten. */
  void startOver() {
    var flows = new ArrayList<>(List.of(root(), flow));
    trail.all().forEach(a -> draft.flows().flow(a.question().flow()).ifPresent(flows::add));
    flows.stream()
        .flatMap(f -> f.slots().values().stream())
        .filter(slot -> slot.remember() == Remember.CONVERSATION)
        .forEach(slot -> draft.memory().forget(slot.name()));
    begin(draft, root()).from(0);
  }
}
