package dev.sayonce.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The numbers that complaints go by: short enough to be read out, without letters that look like
 * figures. It follows from the event that the complaint was made by, so that a second commit makes
 * the same.
 */
final class ComplaintNumber {

  private static final String LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";
  private static final int LENGTH = 6;
  private static final String PREFIX = "R-";
  private static final Pattern IN_WORDS =
      Pattern.compile("(?i)\\bR\\s?[-–—]?\\s?([" + LETTERS + "]{" + LENGTH + "})\\b");

  private ComplaintNumber() {}

  static String of(ConversationId conversation, String event) {
    var digest = ThreadId.digest(conversation + " complaint " + event, 2 * LENGTH);
    var number = new StringBuilder(PREFIX);
    for (int i = 0; i < LENGTH; i++) {
      int n = digit(digest.charAt(2 * i)) * 32 + digit(digest.charAt(2 * i + 1));
      number.append(LETTERS.charAt(n % LETTERS.length()));
    }
    return number.toString();
  }

  /** Of a letter of the digest: a to z, then 2 to 7. */
  private static int digit(char letter) {
    return letter >= 'a' ? letter - 'a' : letter - '2' + 26;
  }

  /** The number that stands in the words. */
  static Optional<String> in(String words) {
    var found = IN_WORDS.matcher(words);
    return found.find()
        ? Optional.of(PREFIX + found.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }
}
