package dev.sayonce.attachment;

import java.time.Duration;
import java.util.Optional;

/** A file was not taken or can't be shown, for a reason that its sender is told. */
public final class FileRefused extends RuntimeException {

  /** What is wrong. */
  public enum Why {
    /** More bytes than a file may have. */
    TOO_LARGE,
    /** What it claims to be is not taken. */
    TYPE,
    /** Its content is not what it claims to be. */
    MISMATCH,
    EMPTY,
    /** More files or bytes than a thread may send in an hour. */
    TOO_FAST,
    /** No place is free, or the sender took too long. */
    UNAVAILABLE,
    /** The request lacks something. */
    MALFORMED,
    /** There is no such file for whoever asks. */
    UNKNOWN
  }

  private final Why why;
  private final Optional<Duration> retryAfter;

  public FileRefused(Why why) {
    this(why, Optional.empty());
  }

  /** One that may be taken after a while. */
  public FileRefused(Why why, Duration retryAfter) {
    this(why, Optional.of(retryAfter));
  }

  private FileRefused(Why why, Optional<Duration> retryAfter) {
    super(why.name(), null, false, false);
    this.why = why;
    this.retryAfter = retryAfter;
  }

  public Why why() {
    return why;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
