package dev.sayonce.conversation;

import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Phrase;
import java.util.Map;
import java.util.Optional;

/** What time makes of a conversation. */
final class TimerTurns {

  private TimerTurns() {}

  static Turn fired(Draft draft, Event.TimerFired event) {
    var set = draft.before().timers().get(event.timer());
    if (!event.conversation().equals(draft.before().id()) || !event.due().equals(set)) {
      return draft.late(Turn.Why.PASSED, "", "late-timer", Map.of("timer", event.timer().name()));
    }
    draft.clear(event.timer());
    switch (event.timer()) {
      case REMIND -> remind(draft);
      case ABANDON -> abandon(draft);
      case AGENT_SILENT -> agentSilent(draft);
      case STILL_CHECKING -> CallWait.in(draft).ifPresent(CallWait::comfort);
      case COMPLAINT -> ComplaintTurns.fired(draft);
      case OUT_OF_PATIENCE -> CallWait.in(draft).ifPresent(CallWait::end);
    }
    return draft.applied();
  }

  /** Who asked for a person and then fell silent is put in line all the same. */
  private static void remind(Draft draft) {
    if (draft.mode() instanceof Mode.WithBot(Dialogue.Asking asking)
        && asking.flow().equals(Flow.PERSON)) {
      var team = BotTalk.flowOf(draft, asking).flatMap(FlowEnd::team);
      Handoffs.handOff(draft, Reason.ASKED, Flow.PERSON, team, Optional.empty());
      return;
    }
    draft.notice("reminded", Map.of());
    draft.state(Phrase.REMINDER, Map.of());
    draft.set(Timer.ABANDON, draft.now().plus(draft.flows().company().times().abandonAfter()));
  }

  private static void abandon(Draft draft) {
    var served =
        draft.mode() instanceof Mode.WithAgent a
            ? Optional.of(a)
            : Optional.<Mode.WithAgent>empty();
    draft.notice("abandoned", Map.of());
    draft.state(Phrase.ABANDONED, Map.of());
    draft.mode(new Mode.Abandoned(draft.now(), served));
  }

  /** A present agent is given more time; an absent one loses the case to the front of the line. */
  private static void agentSilent(Draft draft) {
    if (!(draft.mode() instanceof Mode.WithAgent a)) {
      return;
    }
    if (draft.desk().isPresent(a.agent())) {
      draft.set(
          Timer.AGENT_SILENT, draft.now().plus(draft.flows().company().times().agentSilentAfter()));
      return;
    }
    draft.notice("returned", Map.of("agent", a.agent().name()));
    draft.state(Phrase.AGENT_GONE, Map.of("agent", a.agent().name()));
    Handoffs.backInLine(draft, a.handoff().because(Reason.RETURNED));
  }
}
