package dev.sayonce.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the way of an entry to a pushed contact stands: a record beside the transcript.
 *
 * @param why what stands in the way or went wrong, empty if nothing did
 * @param attempting true from before the deed until its outcome is known
 * @param tries attempts in a row that failed
 * @param since when it was first to be sent
 * @param messages the channel's ids of the messages that the entry became, as far as they are sent
 */
public record Delivery(
    State state, String why, boolean attempting, int tries, Instant since, List<Long> messages) {

  /** What an agent is shown. */
  public enum State {
    /** It will be sent. */
    WAITING,
    /** The channel has accepted it. */
    SENT,
    /** It may have arrived, and it may have arrived twice: an answer never came. */
    UNCERTAIN,
    /** It will not be sent. */
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Delivery {
    why = why == null ? "" : why;
    messages = messages == null ? List.of() : List.copyOf(messages);
  }

  public static Delivery waitingSince(Instant now) {
    return new Delivery(State.WAITING, "", false, 0, now, List.of());
  }

  /** An attempt begins; until its outcome is known it may have happened. */
  public Delivery attempted() {
    return new Delivery(state, why, true, tries, since, messages);
  }

  /** An attempt came to nothing, certainly. */
  public Delivery putOff(String reason, boolean counts) {
    return new Delivery(state, reason, false, counts ? tries + 1 : tries, since, messages);
  }

  /** An attempt of which nobody knows what came of it. */
  public Delivery doubtful(String reason) {
    return new Delivery(State.UNCERTAIN, reason, false, tries + 1, since, messages);
  }

  /** A message of it was accepted. */
  public Delivery accepted(long message) {
    var all = new ArrayList<>(messages);
    all.add(message);
    return new Delivery(state, state == State.UNCERTAIN ? why : "", false, 0, since, all);
  }

  /** All of it was accepted; what was uncertain on the way stays so. */
  public Delivery complete() {
    return state == State.UNCERTAIN
        ? this
        : new Delivery(State.SENT, "", false, 0, since, messages);
  }

  /** The one of the two that an agent should look at. */
  public Delivery worse(Delivery other) {
    return worry(this) >= worry(other) ? this : other;
  }

  private static int worry(Delivery delivery) {
    return switch (delivery.state) {
      case SENT -> 0;
      case WAITING -> 1;
      case UNCERTAIN -> 2;
      case FAILED -> 3;
    };
  }

  public Delivery failed(String reason) {
    return new Delivery(State.FAILED, reason, false, tries, since, messages);
  }
}
