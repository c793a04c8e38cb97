package dev.sayonce.channel.web;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a session may still send: a bucket of {@code burst} messages that gains one after each
 * {@code refill}.
 */
final class Allowance {

  private final int burst;
  private final long refillMillis;
  private long fullAtMillis;

  Allowance(int burst, Duration refill) {
    this.burst = burst;
    this.refillMillis = refill.toMillis();
  }

  /** Takes one message; returns 0, or after how many milliseconds to try again. */
  synchronized long take(Instant now) {
    long at = now.toEpochMilli();
    long full = Math.max(fullAtMillis, at) + refillMillis;
    long wait = full - at - burst * refillMillis;
    if (wait > 0) {
      return wait;
    }
    fullAtMillis = full;
    return 0;
  }
}
