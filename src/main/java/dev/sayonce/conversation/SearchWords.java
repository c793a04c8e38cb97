package dev.sayonce.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for: words that must all be there, in any case and with or without
 * diacritics, and numbers whatever blanks and hyphens stand in them.
 */
public final class SearchWords {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 200;
  private static final int SHORTEST_NUMBER = 3;
  private static final int BEFORE = 50;
  private static final int AFTER = 110;

  private final String phrase;
  private final List<String> words;
  private final String number;

  private SearchWords(String phrase) {
    this.phrase = phrase;
    this.words = List.of(phrase.split(" "));
    this.number = isNumber(phrase) ? withoutGaps(phrase) : "";
  }

  /** Where it was found, in the original text. */
  public record Match(int from, int to) {}

  /**
   * The words round a match.
   *
   * @param from where the match begins in the text, and {@code to} where it ends
   */
  public record Snippet(String text, int from, int to) {}

  /** Empty for what is too short or too long to be looked for. */
  public static Optional<SearchWords> of(String typed) {
    var phrase = Folded.of(typed).text().strip().replaceAll("\\s+", " ");
    return phrase.length() < SHORTEST || phrase.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new SearchWords(phrase));
  }

  private static boolean isNumber(String phrase) {
    return phrase.chars().anyMatch(Character::isDigit)
        && withoutGaps(phrase).length() >= SHORTEST_NUMBER;
  }

  private static String withoutGaps(String text) {
    var bare = new StringBuilder();
    text.chars().filter(c -> !isGap((char) c)).forEach(c -> bare.append((char) c));
    return bare.toString();
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || c == '-' || c == '–' || c == '\u00a0' || c == '\u2011';
  }

  /** The first place where the text has it. */
  public Optional<Match> in(String text) {
    var folded = Folded.of(text);
    int whole = folded.text().indexOf(phrase);
    if (whole >= 0) {
      return Optional.of(match(folded, whole, whole + phrase.length()));
    }
    return number.isEmpty() ? words(folded) : number(folded).or(() -> words(folded));
  }

  private Optional<Match> words(Folded folded) {
    if (words.size() == 1 || !words.stream().allMatch(folded.text()::contains)) {
      return Optional.empty();
    }
    int first = folded.text().indexOf(words.getFirst());
    return Optional.of(match(folded, first, first + words.getFirst().length()));
  }

  /** A number begins where a word begins: the end of a word before it does not belong to it. */
  private Optional<Match> number(Folded folded) {
    var text = folded.text();
    for (int from = 0; from < text.length(); from++) {
      boolean begins = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
      int to = begins && !isGap(text.charAt(from)) ? endOfNumber(text, from) : -1;
      if (to > from) {
        return Optional.of(match(folded, from, to));
      }
    }
    return Optional.empty();
  }

  private int endOfNumber(String text, int from) {
    int have = 0;
    for (int i = from; i < text.length(); i++) {
      if (isGap(text.charAt(i))) {
        continue;
      }
      if (text.charAt(i) != number.charAt(have)) {
        return -1;
      }
      if (++have == number.length()) {
        return i + 1;
      }
    }
    return -1;
  }

  private static Match match(Folded folded, int from, int to) {
    return new Match(folded.origin(from), folded.origin(to));
  }

  /** The match with some of what stands round it, in one line. */
  public static Snippet round(String text, Match match) {
    int from = cutBefore(text, Math.max(0, match.from() - BEFORE), match.from());
    int to = cutAfter(text, Math.min(text.length(), match.to() + AFTER), match.to());
    var head = from > 0 ? "…" : "";
    var tail = to < text.length() ? "…" : "";
    var cut = head + text.substring(from, to).replaceAll("\\s", " ") + tail;
    int moved = head.length() - from;
    return new Snippet(cut, match.from() + moved, match.to() + moved);
  }

  /** At the beginning of a word where one begins before the match. */
  private static int cutBefore(String text, int wanted, int match) {
    if (wanted == 0) {
      return 0;
    }
    for (int i = wanted; i < match; i++) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(wanted)) ? wanted - 1 : wanted;
  }

  private static int cutAfter(String text, int wanted, int match) {
    if (wanted == text.length()) {
      return wanted;
    }
    for (int i = wanted; i > match; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(wanted)) ? wanted + 1 : wanted;
  }
}
