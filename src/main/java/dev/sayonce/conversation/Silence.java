package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Author;
import java.util.EnumSet;
import java.util.List;

/**
 * Who waits for whom after a turn, kept as timers: after each turn they say exactly what may still
 * be waited for.
 */
final class Silence {

  private Silence() {}

  static void settle(Draft draft, List<Entry> entries, Event event) {
    switch (draft.mode()) {
      case Mode.WithBot(Dialogue.Calling _) -> {
        draft.clear(Timer.AGENT_SILENT);
        draft.clear(Timer.REMIND);
        draft.clear(Timer.ABANDON);
      }
      case Mode.WithBot _ -> {
        draft.clear(Timer.AGENT_SILENT);
        noCall(draft);
        awaitCustomer(draft, entries, event);
      }
      case Mode.WithAgent a -> {
        noCall(draft);
        if (draft.complaints().of(a).findAny().isEmpty()) {
          awaitCustomer(draft, entries, event);
        } else { // it is not put aside: it has reminders of its own
          draft.clear(Timer.REMIND);
          draft.clear(Timer.ABANDON);
        }
        awaitAgent(draft, a);
      }
      case Mode.Queued _ -> clearAll(draft);
      case Mode.Closed _ -> clearAll(draft);
    }
  }

  private static void noCall(Draft draft) {
    draft.clear(Timer.STILL_CHECKING);
    draft.clear(Timer.OUT_OF_PATIENCE);
  }

  private static void awaitCustomer(Draft draft, List<Entry> entries, Event event) {
    if (entries.stream().anyMatch(Silence::wantsAnswer)) {
      draft.set(Timer.REMIND, draft.now().plus(draft.flows().company().times().remindAfter()));
      draft.clear(Timer.ABANDON);
    } else if (event instanceof Event.ByCustomer) {
      draft.clear(Timer.REMIND);
      draft.clear(Timer.ABANDON);
    }
  }

  private static boolean wantsAnswer(Entry entry) {
    return !entry.isPrivate()
        && (entry.author() instanceof Author.Bot || entry.author() instanceof Author.ByAgent);
  }

  /** The time runs from the customer's first unanswered words, however often they write again. */
  private static void awaitAgent(Draft draft, Mode.WithAgent mode) {
    if (mode.unansweredSince().isEmpty()) {
      draft.clear(Timer.AGENT_SILENT);
    } else if (!draft.isSet(Timer.AGENT_SILENT)) {
      draft.set(
          Timer.AGENT_SILENT, draft.now().plus(draft.flows().company().times().agentSilentAfter()));
    }
  }

  private static void clearAll(Draft draft) {
    for (var timer : EnumSet.complementOf(EnumSet.of(Timer.COMPLAINT))) {
      draft.clear(timer);
    }
  }
}
