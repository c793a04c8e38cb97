package dev.sayonce.flow.slot;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something of a fixed shape, an order number say: found anywhere in the words, whatever its case,
 * also with blanks or hyphens inside; kept in upper case.
 */
public record ShapedSlot(Pattern pattern, Pattern whole) implements SlotType {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-–.,;:!?()]+");
  private static final int MOST_PARTS = 5;

  /**
   * @param pattern over upper-case letters; throws {@link java.util.regex.PatternSyntaxException}
   *     if it can't be looked for in a text
   */
  public ShapedSlot(Pattern pattern) {
    this(
        pattern,
        Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + pattern.pattern() + ")(?![\\p{L}\\p{N}])"));
  }

  @Override
  public Optional<Found> find(Heard heard) {
    return find(heard.words()).map(Found::sure);
  }

  @Override
  public Optional<String> normal(Object value) {
    var text = value.toString().strip().toUpperCase(Locale.ROOT);
    return pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  @Override
  public Pick pick() {
    return Pick.FOR_SURE;
  }

  @Override
  public String beginning() {
    var regex = pattern.pattern();
    int end = 0;
    while (end < regex.length() && isPlain(regex.charAt(end))) {
      end++;
    }
    boolean lastIsOptional = end < regex.length() && "?*{".indexOf(regex.charAt(end)) >= 0;
    return regex.contains("|")
        ? ""
        : regex.substring(0, lastIsOptional ? Math.max(0, end - 1) : end);
  }

  private static boolean isPlain(char c) {
    return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private Optional<String> find(String words) {
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

  /** Two are the same if their patterns are: a {@link Pattern} knows no equals. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ShapedSlot s && s.pattern.pattern().equals(pattern.pattern());
  }

  @Override
  public int hashCode() {
    return pattern.pattern().hashCode();
  }
}
