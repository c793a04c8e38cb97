package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Step;
import java.util.Map;
import java.util.Optional;

/** How a process ends. Each way returns false: it does not go on. */
record FlowEnd(Draft draft, FlowWalk walk) {

  /** The team that a flow hands over to, wherever it does. */
  static Optional<String> team(Flow flow) {
    return flow.steps().stream()
        .filter(Step.Handoff.class::isInstance)
        .flatMap(s -> ((Step.Handoff) s).team().stream())
        .findFirst();
  }

  /** True if whoever comes to its end has complained. */
  static boolean isComplaint(Flow flow) {
    return flow.steps().stream().anyMatch(s -> s instanceof Step.Handoff h && h.complaint());
  }

  /** The talk simply goes on. */
  boolean open() {
    breakSilence();
    draft.dialogue(Idle.FRESH);
    Wishes.goOn(draft);
    return false;
  }

  /** The case is over, unless something else was asked for that still waits. */
  boolean resolved() {
    breakSilence();
    if (Wishes.goOn(draft)) {
      return false;
    }
    draft.notice("resolved", Map.of("by", "customer"));
    draft.mode(new Mode.Resolved(draft.now(), Optional.empty()));
    return false;
  }

  /** A customer whose answer ends the process hears that it arrived, if the author says nothing. */
  private void breakSilence() {
    if (!draft.hasSpoken()) {
      draft.say(Phrase.DONE);
    }
  }

  /** As the author wishes it. */
  boolean handOff(Step.Handoff step) {
    var reason = walk.root().id().equals(Flow.PERSON) ? Reason.ASKED : Reason.FLOW;
    if (step.complaint()) {
      ComplaintFiling.in(draft).file(step.team());
    }
    var words = step.say().map(s -> s.in(draft.language(), walk.values()));
    Handoffs.handOff(draft, reason, walk.flow().id(), step.team(), words);
    return false;
  }

  /** At a dead end. */
  boolean handOff(Reason reason, String detail) {
    var team = team(walk.flow()).or(() -> team(walk.root()));
    if (isComplaint(walk.root())) { // it is made, though not every question was answered
      ComplaintFiling.in(draft).file(team);
    }
    Handoffs.handOff(draft, reason, detail, team, Optional.empty());
    return false;
  }
}
