package dev.sayonce.channel.web;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is on the other end of a socket. The token is 256 random bits that only the browser keeps;
 * what we keep of it is a hash, from which the thread follows.
 */
record Visitor(String token, Contact contact, ThreadId thread) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** The visitor of that token; a new one if it is absent or not a token of ours. */
  static Visitor of(Optional<String> token, int partitions) {
    var good = token.filter(t -> TOKEN.matcher(t).matches()).orElseGet(Visitor::newToken);
    var contact = new Contact(Contact.WEB, hash(good));
    return new Visitor(good, contact, ThreadId.of(contact, partitions));
  }

  private static String newToken() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String token) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Visitor of " + thread;
  }
}
