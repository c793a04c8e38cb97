package dev.sayonce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The one hash of the product: it names contents and addresses, and keeps tokens out of storage.
 */
public final class Sha256 {

  private Sha256() {}

  /** To be fed piece by piece. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Of the text's UTF-8, 32 bytes. */
  public static byte[] of(String text) {
    return digest().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of the text's UTF-8, 64 characters. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }
}
