package dev.sayonce.conversation;

import dev.sayonce.conversation.Acting.Begun;
import dev.sayonce.conversation.Turn.Why;
import dev.sayonce.flow.Action;
import dev.sayonce.flow.Runner;
import java.util.Map;

/** What becomes of an agent's wish to have an action run, and of the word given to it. */
final class AgentActing {

  /** Nobody gives their word to themselves. */
  private static final String OWN = "own";

  private AgentActing() {}

  /** Whoever has the conversation may act in it. */
  static Turn ran(Draft draft, Event.AgentRan event) {
    if (!(draft.mode() instanceof Mode.WithAgent a) || !AgentTurns.holds(a, event)) {
      return AgentTurns.notTheirs(draft, draft.mode(), "run", event.agent(), event.action());
    }
    return draft
        .flows()
        .action(event.action())
        .map(action -> run(draft, action, event))
        .orElseGet(() -> draft.refused("unknown-action"));
  }

  private static Turn run(Draft draft, Action action, Event.AgentRan event) {
    var by = new Actor.ByAgent(event.agent(), event.role());
    var acting = new Acting(draft, by, event.why());
    var refused = acting.refusal(action, event.values(), event.confirmed());
    var fitting = Acting.fitting(action, event.values());
    boolean mayBeApproved =
        refused.filter(r -> r.reason().equals(Acting.OVER_LIMIT)).isPresent()
            && Acting.isWithinAnybodysLimit(action, fitting);
    if (!mayBeApproved) {
      return turn(draft, acting.begin(action.id(), Map.copyOf(event.values()), event.confirmed()));
    }
    if (!draft.doings().hasRoomToAsk()) {
      return draft.refused("too-many-approvals");
    }
    var shown = Acting.shown(action, fitting);
    draft.doings().ask(action.id(), fitting, shown, event.agent(), event.why());
    return draft.applied();
  }

  private static Turn turn(Draft draft, Begun begun) {
    return switch (begun) {
      case Begun.UnderWay _ -> draft.applied();
      case Begun.Refused(_, var reason) -> draft.refused(reason);
    };
  }

  /** Somebody else's word, for a case that has not ended. */
  static Turn decided(Draft draft, Event.AgentDecided event) {
    var approval = draft.doings().approval(event.entry());
    if (approval.isEmpty()) {
      var why = draft.mode() instanceof Mode.Closed ? Why.CLOSED : Why.PASSED;
      return AgentTurns.late(draft, why, "", "decide", event.agent(), "");
    }
    return event.approved()
        ? approve(draft, approval.get(), event)
        : decline(draft, approval.get(), event);
  }

  private static Turn approve(Draft draft, Approval approval, Event.AgentDecided event) {
    if (isOwn(approval, event)) {
      return draft.refused(OWN);
    }
    var by = new Actor.Approved(approval.by(), event.agent(), event.role());
    var begun =
        new Acting(draft, by, approval.why())
            .begin(approval.action(), Map.copyOf(approval.with()), true);
    if (begun instanceof Begun.UnderWay) {
      draft.doings().decided(approval);
    }
    return turn(draft, begun);
  }

  /** Who asked may take it back. */
  private static Turn decline(Draft draft, Approval approval, Event.AgentDecided event) {
    if (!isOwn(approval, event) && !event.role().isAtLeast(Runner.SUPERVISOR)) {
      return draft.refused("not-allowed");
    }
    draft.doings().decided(approval);
    draft.notice(
        "approval-declined",
        Map.of(
            "action", approval.action(),
            "with", approval.shown(),
            "by", event.agent().name(),
            "agent", event.agent().id(),
            "role", event.role().word(),
            "why", event.why()));
    return draft.applied();
  }

  private static boolean isOwn(Approval approval, Event.AgentDecided event) {
    return approval.by().id().equals(event.agent().id());
  }
}
