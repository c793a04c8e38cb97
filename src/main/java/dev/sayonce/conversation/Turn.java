package dev.sayonce.conversation;

import java.util.List;

/**
 * What one event made of a conversation: the whole of it is committed, or nothing.
 *
 * @param next the conversation afterwards; its id differs from the one before if the event began a
 *     new case
 * @param entries new lines of {@code next}'s transcript, in order
 * @param walked the steps of flows that it went through, in order
 */
public record Turn(
    Conversation next,
    List<Entry> entries,
    List<Effect> effects,
    List<Walked> walked,
    Verdict verdict) {

  public Turn {
    entries = List.copyOf(entries);
    effects = List.copyOf(effects);
    walked = List.copyOf(walked);
  }

  /** How many facts an agent asked for that the customer had already told. */
  public int repeats() {
    return (int)
        entries.stream()
            .filter(
                e ->
                    e.content() instanceof Entry.Content.Notice(var code, _)
                        && code.equals(AgentTurns.ASKED_AGAIN))
            .count();
  }

  /** Whether the event still applied. */
  public sealed interface Verdict {
    Verdict APPLIED = new Applied();

    record Applied() implements Verdict {}

    /**
     * It came too late: it changed no mode and caused nothing, but stands in the transcript.
     *
     * @param holder the name of the agent who has the case, empty if nobody has
     */
    record Late(Why why, String holder) implements Verdict {}

    /**
     * Whoever wanted it may not have it: it changed no mode and caused nothing.
     *
     * @param reason as a name: {@code over-limit}
     */
    record Refused(String reason) implements Verdict {}
  }

  /** Why an event came too late. */
  public enum Why {
    /** Somebody else has the case. */
    CLAIMED,
    /** Nobody has it, and the event needs somebody who has. */
    NOT_CLAIMED,
    /** The case has ended, or another has begun. */
    CLOSED,
    /** The button or timer belongs to a moment that has passed. */
    PASSED,
    /** A complaint waits for an outcome: the customer is to have one first. */
    COMPLAINT,
    /** An outcome waits for the customer's word. */
    UNCONFIRMED
  }
}
