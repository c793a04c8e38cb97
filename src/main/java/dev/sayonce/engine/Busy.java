package dev.sayonce.engine;

/**
 * More is being understood than this gateway can take; nothing was accepted, the sender should try
 * again soon.
 */
public final class Busy extends RuntimeException {

  Busy(Throwable cause) {
    super("Too many messages wait to be understood", cause, false, false);
  }
}
