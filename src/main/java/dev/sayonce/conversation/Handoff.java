package dev.sayonce.conversation;

import java.time.Instant;
import java.util.Locale;

/**
 * Why and since when a person is needed: the part of the handoff card that is not in the rest of
 * the state.
 *
 * @param detail more on the reason: the flow's id, what broke
 * @param question the customer's words that led here
 * @param askedAt when the customer began to wait for a person
 */
public record Handoff(Reason reason, String detail, String team, String question, Instant askedAt) {

  /** Why a person is needed. */
  public enum Reason {
    ASKED,
    UNKNOWN_QUESTION,
    RETRIES_USED,
    FLOW,
    BROKEN,
    TAKEN_OVER,
    RETURNED,
    REOPENED;

    /** The word for it in the API and in transcripts: {@code unknown-question}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Handoff because(Reason other) {
    return new Handoff(other, detail, team, question, askedAt);
  }
}
