package dev.sayonce.flow.yaml;

import dev.sayonce.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The name of a content: SHA-256 over paths and contents in the order of the paths. */
final class Hash {

  private Hash() {}

  static String of(Map<String, String> sources) {
    var digest = Sha256.digest();
    new TreeMap<>(sources)
        .forEach(
            (path, content) -> {
              update(digest, path);
              update(digest, content);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The length goes first, so that no two sets run into the same bytes. */
  private static void update(MessageDigest digest, String part) {
    var bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
