package dev.sayonce.flow.slot;

/**
 * A value found in a customer's words.
 *
 * @param value as it is kept
 * @param sure false if the words may mean something else: the customer is asked to confirm it
 */
public record Found(String value, boolean sure) {

  static Found sure(String value) {
    return new Found(value, true);
  }
}
