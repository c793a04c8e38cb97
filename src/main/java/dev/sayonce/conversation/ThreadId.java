package dev.sayonce.conversation;

import dev.sayonce.Sha256;
import java.util.regex.Pattern;

/**
 * A customer's line to us over all channels: two digits of partition, a hyphen, 26 characters of
 * hash. The partition follows from the first contact's address and is carried in every id made from
 * this one, so that nobody has to look it up.
 */
public record ThreadId(String value) {

  private static final Pattern SHAPE = Pattern.compile("\\d{2}-[a-z2-7]{26}");
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int CHARACTERS = 26;

  public ThreadId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a thread id: " + value);
    }
  }

  /** The thread that a contact begins, among 1 to 100 partitions. */
  public static ThreadId of(Contact contact, int partitions) {
    var hash = Sha256.of(contact.channel() + ":" + contact.address());
    int partition = Math.floorMod(((hash[30] & 0xff) << 8) | (hash[31] & 0xff), partitions);
    return new ThreadId("%02d-%s".formatted(partition, base32(hash, CHARACTERS)));
  }

  public int partition() {
    return Integer.parseInt(value.substring(0, 2));
  }

  static String digest(String words, int characters) {
    return base32(Sha256.of(words), characters);
  }

  private static String base32(byte[] bytes, int characters) {
    var text = new StringBuilder(characters);
    for (int i = 0; i < characters; i++) {
      int bit = i * 5;
      int pair = ((bytes[bit / 8] & 0xff) << 8) | (bytes[bit / 8 + 1] & 0xff);
      text.append(BASE32.charAt((pair >> (11 - bit % 8)) & 31));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
