package dev.sayonce.customer;

import dev.sayonce.Sha256;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A word that links whoever says it first with a thread: two digits of the thread's partition and
 * 144 random bits, fit for a link's parameter. What is kept of it is a digest.
 *
 * @param until it may be used
 */
public record LinkCode(String value, Instant until) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 18;
  private static final int DIGEST_BYTES = 20;
  private static final Pattern SHAPE = Pattern.compile("\\d{2}[A-Za-z0-9_-]{24}");

  static LinkCode fresh(int partition, Instant until) {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    var random = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new LinkCode("%02d%s".formatted(partition, random), until);
  }

  /** True if we could have made it. */
  static boolean isOne(String code, int partitions) {
    return SHAPE.matcher(code).matches() && partition(code) < partitions;
  }

  static int partition(String code) {
    return Integer.parseInt(code.substring(0, 2));
  }

  static String digest(String code) {
    return HexFormat.of().formatHex(Sha256.of("link:" + code), 0, DIGEST_BYTES);
  }

  @Override
  public String toString() {
    return "LinkCode until " + until;
  }
}
