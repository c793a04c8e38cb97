package dev.sayonce.engine;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Which state of a thread a turn was made from. The incarnation is random, so that what is
 * remembered of a thread that was erased and begun again can never pass for the new one.
 */
public record Version(String incarnation, long counter) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 6;

  static final Version NONE = new Version("", 0);

  Version next() {
    return new Version(incarnation.isEmpty() ? newIncarnation() : incarnation, counter + 1);
  }

  /** True if this is a later state of the same incarnation. */
  public boolean isAfter(Version other) {
    return incarnation.equals(other.incarnation) && counter > other.counter;
  }

  static Version parse(String words) {
    if (words.isEmpty()) {
      return NONE;
    }
    int colon = words.indexOf(':');
    return new Version(words.substring(0, colon), Long.parseLong(words.substring(colon + 1)));
  }

  private static String newIncarnation() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return incarnation.isEmpty() ? "" : incarnation + ":" + counter;
  }
}
