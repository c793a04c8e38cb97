package dev.sayonce.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What values a slot takes. {@link #accept} finds and normalises a value in what the customer
 * wrote.
 */
public sealed interface SlotType {

  int LONGEST_VALUE = 500;

  /** The normalised value, or empty if there is none in the words. */
  Optional<String> accept(String words);

  /** Any words. */
  record Words() implements SlotType {
    @Override
    public Optional<String> accept(String words) {
      var value = words.strip();
      return value.isEmpty() || value.length() > LONGEST_VALUE
          ? Optional.empty()
          : Optional.of(value);
    }
  }

  /**
   * Something of a fixed shape, an order number say: found anywhere in the words, whatever its
   * case, also with blanks or hyphens inside; kept in upper case.
   */
  record Shaped(Pattern pattern, Pattern whole) implements SlotType {

    /**
     * @param pattern over upper-case letters; throws {@link java.util.regex.PatternSyntaxException}
     *     if it can't be looked for in a text
     */
    public Shaped(Pattern pattern) {
      this(
          pattern,
          Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + pattern.pattern() + ")(?![\\p{L}\\p{N}])"));
    }

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-–.]+");
    private static final int MOST_PARTS = 5;

    @Override
    public Optional<String> accept(String words) {
      if (words.length() > LONGEST_VALUE) {
        return Optional.empty();
      }
      var upper = words.toUpperCase(Locale.ROOT);
      return inOnePiece(upper).or(() -> inParts(SEPARATORS.split(upper)));
    }

    private Optional<String> inOnePiece(String words) {
      var found = whole.matcher(words);
      return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** Neighbouring parts, joined, that make up the value and nothing else. */
    private Optional<String> inParts(String[] parts) {
      for (int from = 0; from < parts.length; from++) {
        var joined = new StringBuilder();
        for (int to = from; to < Math.min(parts.length, from + MOST_PARTS); to++) {
          var found = inOnePiece(joined.append(parts[to]).toString());
          if (found.isPresent() && found.get().length() == joined.length()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }
  }

  /** An e-mail address, kept in lower case. */
  record Email() implements SlotType {

    private static final Pattern EMAIL =
        Pattern.compile(
            "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}");

    @Override
    public Optional<String> accept(String words) {
      var found = EMAIL.matcher(words);
      return found.find() ? Optional.of(found.group().toLowerCase(Locale.ROOT)) : Optional.empty();
    }
  }

  /**
   * A telephone number of 7 to 15 digits (E.164), kept as digits with a leading plus where one was
   * written.
   */
  record Phone() implements SlotType {

    private static final Pattern PHONE =
        Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\d(?:[\\s().-]{0,2}\\d){6,14}(?!\\p{N})");

    @Override
    public Optional<String> accept(String words) {
      var found = PHONE.matcher(words);
      return found.find() ? Optional.of(found.group().replaceAll("[^+\\d]", "")) : Optional.empty();
    }
  }

  /** Where somebody can be reached: an e-mail address or a telephone number. */
  record Reach() implements SlotType {
    @Override
    public Optional<String> accept(String words) {
      return new Email().accept(words).or(() -> new Phone().accept(words));
    }
  }

  /** One of the values that a choice offers; only its buttons, or their text, fill it. */
  record OneOf(List<String> values) implements SlotType {
    @Override
    public Optional<String> accept(String words) {
      return values.stream().filter(v -> v.equalsIgnoreCase(words.strip())).findFirst();
    }
  }
}
