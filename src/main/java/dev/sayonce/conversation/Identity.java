package dev.sayonce.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * Who a customer has proved to be.
 *
 * @param customer the company's own name for them, such as a customer number
 * @param name what they are called, if anybody said
 * @param until when the proof counts
 */
public record Identity(String customer, Optional<String> name, Proof proof, Instant until) {

  /** How it was proved. */
  public enum Proof {
    /** The company's page vouched for a customer who was signed in there. */
    PAGE,
    /** They read a code that was sent to the address on record. */
    CODE
  }

  public boolean holds(Instant now) {
    return now.isBefore(until);
  }
}
