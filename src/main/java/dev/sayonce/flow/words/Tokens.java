package dev.sayonce.flow.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text in words and figures: {@code 1 234,50} is one figure, {@code 12zł} a figure and a word,
 * {@code AB123} a word. Everything is plain; what separates is dropped.
 */
record Tokens(List<String> words, List<Optional<Figure>> figures) {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[-−]?(?:\\d{1,3}(?:[ \\u00a0\\u202f']\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)"
              + "|\\d+(?:[.,]\\d+)?)|\\p{L}[\\p{L}\\p{N}]*|[€$£₽₴]");
  private static final Pattern THREE_DECIMALS = Pattern.compile("-?\\d{1,3}[.,]\\d{3}");
  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_FIGURE = 15;

  /**
   * A number in figures.
   *
   * @param sure false if it may be read in two ways: 1.500
   */
  record Figure(BigDecimal value, boolean sure) {}

  static Tokens of(String text) {
    var short1 = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    var words = new ArrayList<String>();
    var figures = new ArrayList<Optional<Figure>>();
    var found = TOKEN.matcher(Plain.letters(short1));
    while (found.find()) {
      words.add(found.group());
      figures.add(figure(found.group()));
    }
    return new Tokens(words, figures);
  }

  private static Optional<Figure> figure(String token) {
    if (token.length() > LONGEST_FIGURE
        || !Character.isDigit(token.codePointAt(token.length() - 1))
        || Character.isLetter(token.codePointAt(0))) {
      return Optional.empty();
    }
    var plain = token.replaceAll("[ \\u00a0\\u202f']", "").replace('−', '-').replace(',', '.');
    return Optional.of(new Figure(new BigDecimal(plain), !THREE_DECIMALS.matcher(token).matches()));
  }

  int size() {
    return words.size();
  }

  boolean is(int index, String word) {
    return index >= 0 && index < size() && words.get(index).equals(word);
  }

  Optional<Figure> figure(int index) {
    return index >= 0 && index < size() ? figures.get(index) : Optional.empty();
  }
}
