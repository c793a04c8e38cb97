package dev.sayonce.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an action did not bring what was wanted: the kinds that a flow can tell apart. */
public enum Failure {
  /** The back end could not be asked, or says itself that it is in trouble: nothing was done. */
  UNAVAILABLE,
  /** The back end understood and will not do it; it gives a reason. */
  REFUSED,
  /** It may have been done or not, and asking again could do it twice. */
  UNKNOWN_OUTCOME,
  /** What came back makes no sense. */
  BAD_ANSWER,
  /** The customer has not shown who they are. */
  NOT_VERIFIED,
  /** Whoever asked for it may not, or not with these values: nothing was sent. */
  NOT_ALLOWED;

  /** The word for it in flows and transcripts: {@code unknown-outcome}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The inverse of {@link #word}. */
  public static Optional<Failure> of(String word) {
    return Stream.of(values()).filter(f -> f.word().equals(word)).findFirst();
  }
}
