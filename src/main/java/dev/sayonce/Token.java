package dev.sayonce;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a browser shows to be known again: 256 random bits that nobody can guess, in 43 characters
 * that stand in a header as they are.
 */
public final class Token {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private Token() {}

  public static String fresh() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** True if we could have made it. */
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }
}
