package dev.sayonce.learning;

import java.time.Instant;

/**
 * An example that was accepted and counts like one in the files.
 *
 * @param by the name of whoever accepted it
 */
public record Learned(Candidate candidate, String by, Instant at) {

  public String id() {
    return candidate.id();
  }
}
