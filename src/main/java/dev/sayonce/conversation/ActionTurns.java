package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Calling;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.expression.Values;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the end of an action makes of a conversation. */
final class ActionTurns {

  private ActionTurns() {}

  /** What nobody waits for any more is only told to agents. */
  static Turn ended(Draft draft, Event.ActionEnded came) {
    var event = kept(came);
    var pending = draft.doings().settle(event.call());
    var code = event instanceof Event.ActionSucceeded ? "call-done" : "call-failed";
    if (!event.conversation().equals(draft.before().id())) {
      return draft.late(Turn.Why.CLOSED, "", code, details(draft, pending, event));
    }
    var waiting =
        CallWait.in(draft).map(CallWait::calling).filter(c -> c.call().equals(event.call()));
    boolean byAgent = pending.filter(p -> !(p.by() instanceof Actor.Bot)).isPresent();
    if (waiting.isEmpty() && !byAgent) {
      return draft.late(Turn.Why.PASSED, "", code, details(draft, pending, event));
    }
    draft.notice(code, details(draft, pending, event));
    waiting.ifPresent(calling -> goOn(draft, calling, event));
    return draft.applied();
  }

  private static Map<String, String> details(
      Draft draft, Optional<Pending> pending, Event.ActionEnded event) {
    var details = new HashMap<>(Map.of("action", event.action()));
    pending.ifPresent(p -> p.by().describe(details));
    switch (event) {
      case Event.ActionSucceeded s ->
          details.put("told", Acting.shown(draft.flows().action(s.action()), s.told()));
      case Event.ActionFailed f -> {
        details.put("error", f.failure().word());
        details.put("reason", f.reason());
        if (f.uncertain()) {
          details.put("uncertain", "true");
        }
      }
    }
    return details;
  }

  private static void goOn(Draft draft, Calling calling, Event.ActionEnded event) {
    BotTalk.flowOf(draft, calling.flow(), calling.step())
        .ifPresentOrElse(
            flow -> goOn(FlowWalk.resume(draft, flow, calling), event),
            () -> BotTalk.flowIsGone(draft, calling.flow()));
  }

  private static void goOn(FlowWalk walk, Event.ActionEnded event) {
    switch (event) {
      case Event.ActionSucceeded s -> walk.succeeded(s);
      case Event.ActionFailed f -> walk.failed(f);
    }
  }

  /** What is too large to be kept is no answer. */
  private static Event.ActionEnded kept(Event.ActionEnded event) {
    return event instanceof Event.ActionSucceeded s && Values.kept(s.told()).isEmpty()
        ? tooLarge(s)
        : event;
  }

  private static Event.ActionFailed tooLarge(Event.ActionSucceeded s) {
    return new Event.ActionFailed(
        s.id(),
        s.at(),
        s.conversation(),
        s.call(),
        s.action(),
        Failure.BAD_ANSWER,
        "too-large",
        true);
  }
}
