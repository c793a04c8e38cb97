package dev.sayonce.conversation;

import java.util.Map;

/** What becomes of a conversation when its customer proves who they are. */
final class Identifying {

  private Identifying() {}

  /** One thread is one customer's: a proof of somebody else changes nothing. */
  static Turn identified(Draft draft, Event.CustomerIdentified event) {
    if (!take(draft, event.identity())) {
      return draft.late(Turn.Why.PASSED, "", "late-identity", details(event.identity()));
    }
    event.facts().forEach((slot, value) -> draft.memory().learnOfThem(slot, value, _ -> true));
    return draft.applied();
  }

  /** False if the thread is somebody else's. */
  static boolean take(Draft draft, Identity fresh) {
    var known = draft.before().identity();
    if (known.filter(k -> !k.customer().equals(fresh.customer())).isPresent()) {
      return false;
    }
    draft.identity(fresh);
    if (known.filter(k -> k.holds(draft.now())).isEmpty()) {
      draft.notice("identified", details(fresh));
    }
    return true;
  }

  private static Map<String, String> details(Identity identity) {
    return Map.of(
        "customer", identity.customer(),
        "name", identity.name().orElse(""),
        "proof", identity.proof().name());
  }
}
