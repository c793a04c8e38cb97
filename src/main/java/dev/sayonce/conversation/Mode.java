package dev.sayonce.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * Who has the word in a conversation. It decides who may speak, and the store holds everybody to
 * it.
 */
public sealed interface Mode {

  /** The bot leads. */
  record WithBot(Dialogue dialogue) implements Mode {}

  /**
   * A person is needed and nobody has taken the case yet.
   *
   * @param front ahead of all who wait normally: the case was in a person's hands before
   * @param awaitingReach the customer was asked where they can be reached
   */
  record Queued(Handoff handoff, boolean front, boolean awaitingReach) implements Mode {}

  /**
   * An agent has the case.
   *
   * @param unansweredSince the time of the customer's first words that nobody answered yet
   */
  record WithAgent(
      Handoff handoff, Agent agent, Instant claimedAt, Optional<Instant> unansweredSince)
      implements Mode {}

  /** The case has ended; a customer's words may begin it again. */
  sealed interface Closed extends Mode {
    Instant at();

    /** The person's part in it, if there was one. */
    Optional<WithAgent> served();
  }

  /** Ended with an answer: an agent or the customer said so. */
  record Resolved(Instant at, Optional<WithAgent> served) implements Closed {}

  /** Ended by the customer's silence, which is not a resolution. */
  record Abandoned(Instant at, Optional<WithAgent> served) implements Closed {}

  /** Not ended at all: the customer goes on with it in a conversation of another thread. */
  record Continued(Instant at, Optional<WithAgent> served) implements Closed {}

  /** The word for this mode that agents and the API use. */
  default Status status() {
    return switch (this) {
      case WithBot _ -> Status.BOT;
      case Queued _ -> Status.QUEUED;
      case WithAgent _ -> Status.OPEN;
      case Resolved _ -> Status.RESOLVED;
      case Abandoned _ -> Status.ABANDONED;
      case Continued _ -> Status.CONTINUED;
    };
  }

  /** Statuses as agents see them. */
  enum Status {
    BOT,
    QUEUED,
    OPEN,
    RESOLVED,
    ABANDONED,
    CONTINUED
  }
}
