package dev.sayonce.engine;

/** An event was taken to a thread that its customer is not in. Nothing was committed. */
final class Elsewhere extends RuntimeException {

  /** How that came out. */
  enum How {
    /** The thread's customer goes on in another one. */
    MOVED,
    /** A pointer led to a thread that does not know the contact, or knows it no longer. */
    STRANGER
  }

  private final How how;

  Elsewhere(How how) {
    super(how.name(), null, false, false);
    this.how = how;
  }

  How how() {
    return how;
  }
}
