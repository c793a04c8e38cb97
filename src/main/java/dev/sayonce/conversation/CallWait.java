package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Calling;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Action;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The time in which a back end is at work: what is said meanwhile, and what ends it before the
 * answer does.
 */
record CallWait(Draft draft, Calling calling) {

  /** Empty if the bot waits for no back end. */
  static Optional<CallWait> in(Draft draft) {
    return draft.mode() instanceof Mode.WithBot(Calling calling)
        ? Optional.of(new CallWait(draft, calling))
        : Optional.empty();
  }

  Optional<Flow> flow() {
    return BotTalk.flowOf(draft, calling.flow(), calling.step());
  }

  private Optional<String> called() {
    return flow()
        .map(f -> f.steps().get(calling.step()))
        .flatMap(Step::calls)
        .map(Step.Call::action);
  }

  private Optional<Action> action() {
    return called().flatMap(draft.flows()::action);
  }

  /** True if leaving it undone, or not hearing of it, harms nobody. */
  private boolean isHarmless() {
    return action().filter(a -> a.request().isSafe()).isPresent();
  }

  /**
   * A question is answered meanwhile. Another process takes the place of one that only looks
   * something up; what changes something is waited for.
   */
  void hear(String text) {
    var sure = draft.understanding().sure();
    boolean isOther = sure.filter(i -> !i.equals(Intent.flow(calling.flow()))).isPresent();
    if (isOther && sure.get().kind() == Intent.Kind.ANSWER) {
      Wishes.follow(draft, sure.get(), text);
      draft.dialogue(calling);
    } else if (isOther && isHarmless()) {
      Wishes.hear(draft, 0, text);
    } else {
      oneMoment();
    }
  }

  void oneMoment() {
    draft.say(Phrase.ONE_MOMENT);
  }

  /** The customer wants to leave the process; what may be changing something can't be left. */
  boolean cancel() {
    if (!isHarmless()) {
      oneMoment();
    }
    return isHarmless();
  }

  /** It takes a while. */
  void comfort() {
    action()
        .flatMap(a -> a.waiting().say())
        .ifPresentOrElse(
            words -> draft.say(words, new SlotValues(draft, calling.run().results())),
            () -> draft.say(Phrase.STILL_CHECKING));
  }

  /** Nobody waits any longer: a person goes on, and is told how far it got. */
  void end() {
    var action = called().orElse("");
    var details = new HashMap<>(Map.of("action", action, "error", "no-answer-yet"));
    if (!isHarmless()) {
      details.put("uncertain", "true");
    }
    draft.notice("call-failed", details);
    flow()
        .ifPresentOrElse(
            f ->
                FlowWalk.resume(draft, f, calling)
                    .handOff(Reason.BROKEN, action + ": no answer yet"),
            () -> BotTalk.flowIsGone(draft, calling.flow()));
  }
}
