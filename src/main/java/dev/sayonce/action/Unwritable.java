package dev.sayonce.action;

import dev.sayonce.flow.Failure;

/** A request can't be written with these values; nothing was sent. */
final class Unwritable extends RuntimeException {

  private final Failure failure;
  private final String reason;

  /**
   * @param reason as a name, without the value
   */
  Unwritable(Failure failure, String reason) {
    super(reason, null, false, false);
    this.failure = failure;
    this.reason = reason;
  }

  Failure failure() {
    return failure;
  }

  String reason() {
    return reason;
  }
}
