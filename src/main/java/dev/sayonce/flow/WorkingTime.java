package dev.sayonce.flow;

import java.time.Duration;
import java.time.Instant;

/**
 * A time counted while people are at work: so many hours of theirs, or till the end of so many of
 * their days after the first.
 */
public record WorkingTime(int amount, Unit unit) {

  /** What is counted. */
  public enum Unit {
    HOURS,
    DAYS
  }

  /** When it is over. */
  public Instant after(Instant from, Hours hours) {
    return switch (unit) {
      case HOURS -> hours.afterWork(from, Duration.ofHours(amount));
      case DAYS -> hours.endOfWorkingDay(from, amount);
    };
  }
}
