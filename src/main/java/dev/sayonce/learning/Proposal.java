package dev.sayonce.learning;

import java.time.Instant;

/**
 * An example that waits for somebody to accept or refuse it.
 *
 * @param source how it came about the first time
 * @param conversation the id of the one in which it came about the first time
 * @param times in how many conversations, or how often in one, it came about
 * @param last when it came about the last time
 */
public record Proposal(
    Candidate candidate, Source source, String conversation, int times, Instant last) {

  /** Who said what the words mean. */
  public enum Source {
    /** The customer, by a button of “did you mean”. */
    PRESSED,
    /** An agent, after a question that the bot did not know. */
    AGENT
  }
}
