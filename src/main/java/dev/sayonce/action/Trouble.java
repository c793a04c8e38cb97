package dev.sayonce.action;

/** No answer that says what became of a request. */
final class Trouble extends RuntimeException {

  private final boolean mayBeDone;

  /**
   * @param mayBeDone false if the back end can't have done anything
   * @param reason as a name: {@code time-out}, {@code status-503}
   */
  Trouble(boolean mayBeDone, String reason) {
    super(reason, null, false, false);
    this.mayBeDone = mayBeDone;
  }

  boolean mayBeDone() {
    return mayBeDone;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
