package dev.sayonce.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that a customer reads back to prove who they are. The conversation keeps no code but a
 * seal, which tells whether a code is the one.
 */
public final class OneTimeCode {

  /** Under which the end of the call that sent it tells the seal. */
  public static final String SEAL = "seal";

  public static final int FIGURES = 6;

  private static final Pattern WRITTEN =
      Pattern.compile("(?<!\\d)(?<!\\d[ -])\\d(?:[ -]?\\d){%d}(?![ -]?\\d)".formatted(FIGURES - 1));

  private OneTimeCode() {}

  /**
   * Tells whether a code is the one without telling it. It stands in the state for minutes only,
   * and whoever reads states needs no code.
   *
   * @param call the id of the call that sent it
   */
  public static String seal(String call, String code) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var sealed = digest.digest((call + ":" + code).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sealed);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  static boolean opens(String seal, String call, String code) {
    return MessageDigest.isEqual(
        seal.getBytes(StandardCharsets.UTF_8), seal(call, code).getBytes(StandardCharsets.UTF_8));
  }

  /** The only six figures in the words, however they are grouped. */
  static Optional<String> in(String words) {
    var found = WRITTEN.matcher(words).results().map(m -> m.group().replaceAll("\\D", "")).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
