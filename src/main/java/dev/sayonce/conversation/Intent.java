package dev.sayonce.conversation;

import dev.sayonce.flow.Flow;
import java.util.Set;

/**
 * What a customer wants: an answer or a flow, by its id. Written {@code answer:delivery-cost},
 * {@code flow:return}.
 */
public record Intent(Kind kind, String id) {

  public static final Intent PERSON = flow(Flow.PERSON);

  public static final Intent COMPLAINT = flow(Flow.COMPLAINT);

  /** The answer to a mere thank-you; it never reopens a case. */
  public static final Intent THANKS = answer("thanks");

  /** How the customer's complaint stands; the answer's words are for who has none. */
  public static final Intent COMPLAINT_STATUS = answer("complaint-status");

  /** Mere abuse, and nothing that could be answered. */
  public static final Intent ABUSE = answer("abuse");

  private static final Set<Intent> SMALL_TALK =
      Set.of(answer("greeting"), THANKS, answer("goodbye"), ABUSE);

  /** Where the intent is answered from. */
  public enum Kind {
    ANSWER,
    FLOW
  }

  public static Intent answer(String id) {
    return new Intent(Kind.ANSWER, id);
  }

  public static Intent flow(String id) {
    return new Intent(Kind.FLOW, id);
  }

  /** True if nobody needs a button for it. */
  public boolean isSmallTalk() {
    return SMALL_TALK.contains(this);
  }

  /** True if {@link #parse} reads it, whether or not there is such an answer or flow. */
  public static boolean isIntent(String words) {
    return words.startsWith("answer:") || words.startsWith("flow:");
  }

  /** The inverse of {@link #toString}. */
  public static Intent parse(String words) {
    int colon = words.indexOf(':');
    return switch (words.substring(0, Math.max(colon, 0))) {
      case "answer" -> answer(words.substring(colon + 1));
      case "flow" -> flow(words.substring(colon + 1));
      case String other -> throw new IllegalArgumentException("Not an intent: " + words);
    };
  }

  @Override
  public String toString() {
    return (kind == Kind.ANSWER ? "answer:" : "flow:") + id;
  }
}
