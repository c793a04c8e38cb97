package dev.sayonce.conversation;

import dev.sayonce.flow.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions of a turn in the making: what is under way, and what waits for somebody's word. */
final class Doings {

  /** So many may wait at once; whoever wants more has to decide some first. */
  static final int MOST_APPROVALS = 10;

  private final Draft draft;
  private final List<Pending> pending;
  private final List<Approval> approvals;

  Doings(Draft draft, Conversation before) {
    this.draft = draft;
    this.pending = new ArrayList<>(before.pending());
    this.approvals = new ArrayList<>(before.approvals());
  }

  List<Pending> pending() {
    return pending;
  }

  /** What waits for somebody's word; nothing does in a case that has ended. */
  List<Approval> approvals() {
    return draft.mode() instanceof Mode.Closed ? List.of() : approvals;
  }

  /**
   * Has an action run.
   *
   * @param shown what it is given, as agents may see it
   * @param why in the words of whoever wants it
   * @return the id by which its end is known
   */
  String begin(String action, Map<String, Object> with, Actor by, String shown, String why) {
    var details = new HashMap<>(Map.of("action", action, "with", shown));
    by.describe(details);
    if (!why.isEmpty()) {
      details.put("why", why);
    }
    draft.notice("called", details);
    var call = draft.before().id() + ":" + draft.last() + ":call";
    draft.cause(
        new Effect.CallAction(
            call, draft.before().id(), draft.flows().hash(), action, with, by, draft.now()));
    pending.add(new Pending(call, action, by, draft.now()));
    return call;
  }

  /** The bot waits for an action that it has begun, but not for ever. */
  void await(String action) {
    var waiting = draft.flows().action(action).map(Action::waiting).orElse(Action.Waiting.USUAL);
    draft.set(Timer.STILL_CHECKING, draft.now().plus(waiting.after()));
    draft.set(Timer.OUT_OF_PATIENCE, draft.now().plus(waiting.patience()));
  }

  /** The action of that call has come to its end; empty if that was known. */
  Optional<Pending> settle(String call) {
    var settled = pending.stream().filter(p -> p.call().equals(call)).findFirst();
    settled.ifPresent(pending::remove);
    return settled;
  }

  boolean hasRoomToAsk() {
    return approvals.size() < MOST_APPROVALS;
  }

  /** Asks somebody with more rights for their word. */
  void ask(String action, Map<String, String> with, String shown, Agent by, String why) {
    draft.notice(
        "approval-asked",
        Map.of("action", action, "with", shown, "by", by.name(), "agent", by.id(), "why", why));
    approvals.add(new Approval(draft.last(), action, with, shown, by, why, draft.now()));
  }

  Optional<Approval> approval(int entry) {
    return approvals().stream().filter(a -> a.entry() == entry).findFirst();
  }

  void decided(Approval approval) {
    approvals.remove(approval);
  }
}
