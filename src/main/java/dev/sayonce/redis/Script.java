package dev.sayonce.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A Lua script from {@code src/main/resources/lua}: one operation, all or nothing. */
public record Script(String name, String body, String sha) {

  /** Reads {@code lua/<name>.lua} from the class path. */
  public static Script named(String name) {
    var path = "/lua/" + name + ".lua";
    try (var in = Script.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("No script at " + path);
      }
      var body = in.readAllBytes();
      return new Script(name, new String(body, StandardCharsets.UTF_8), sha1(body));
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + path, e);
    }
  }

  private static String sha1(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }
}
