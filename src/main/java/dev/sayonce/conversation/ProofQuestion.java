package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A code was sent to the address on record; whoever reads it back is the customer. What was sent
 * stands among the results of the process.
 */
record ProofQuestion(Draft draft, FlowWalk walk) {

  /** So long a code may be read back. */
  static final Duration GOOD_FOR = Duration.ofMinutes(10);

  /** So long the proof counts. */
  static final Duration COUNTS_FOR = Duration.ofMinutes(30);

  private static final String SENT = "sent-code";
  private static final String CALL = "call";
  private static final String UNTIL = "until";
  private static final String AGAIN = "again";

  /** What the process remembers of a code that was sent. */
  static void remember(Map<String, Object> results, String call, Object told, Instant now) {
    var sent = new HashMap<String, Object>();
    if (told instanceof Map<?, ?> values) {
      values.forEach((name, value) -> sent.put(name.toString(), value));
    }
    sent.put(CALL, call);
    sent.put(UNTIL, now.plus(GOOD_FOR).toString());
    results.put(SENT, sent);
  }

  private Map<?, ?> sent() {
    return walk.results().get(SENT) instanceof Map<?, ?> sent ? sent : Map.of();
  }

  private String sent(String what) {
    return Optional.<Object>ofNullable(sent().get(what)).map(Object::toString).orElse("");
  }

  int ask(int misses) {
    var to = sent("to");
    var phrase =
        misses > 0 ? Phrase.CODE_WRONG : to.isEmpty() ? Phrase.CODE_SENT : Phrase.CODE_SENT_TO;
    return draft.say(phrase, Map.of("to", to), buttons());
  }

  List<Button> buttons() {
    return List.of(
        new Button(AGAIN, draft.flows().phrases().say(Phrase.CODE_AGAIN, draft.language())));
  }

  /** False if it is not the code. */
  boolean answer(String words) {
    var code = OneTimeCode.in(words);
    if (code.isEmpty() || !OneTimeCode.opens(sent(OneTimeCode.SEAL), sent(CALL), code.get())) {
      return false;
    }
    if (draft.now().isAfter(Instant.parse(sent(UNTIL)))) {
      draft.say(Phrase.CODE_OLD);
      press();
    } else {
      proved();
    }
    return true;
  }

  /** Another code is sent; the one before counts no more. */
  void press() {
    walk.from(walk.at());
  }

  private void proved() {
    var name = Optional.of(sent("name")).filter(n -> !n.isEmpty());
    var until = draft.now().plus(COUNTS_FOR);
    var identity = new Identity(sent("customer"), name, Identity.Proof.CODE, until);
    if (Identifying.take(draft, identity)) {
      draft.say(Phrase.CODE_RIGHT);
      walk.answered(Optional.empty(), walk.at() + 1);
    } else {
      walk.handOff(Reason.BROKEN, "proved to be another customer");
    }
  }
}
