package dev.sayonce.flow.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether an answer means yes or no, slips of the finger forgiven. */
public final class YesNo {

  private static final Lexicon YES = Lexicon.of("yes");
  private static final Lexicon NO = Lexicon.of("no");
  private static final Lexicon UNSURE = Lexicon.of("unsure");
  private static final int MOST_WORDS = 8;

  /** What follows at once, without a comma, is what is denied: not correct. */
  private static final Pattern NEGATION =
      Pattern.compile(
          "^\\s*(nie|не|not)\\s+\\p{L}", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private YesNo() {}

  /**
   * True for yes, false for no, empty where neither or both is said.
   *
   * @param locale of the customer: {@code no} alone is English for no and Polish for well, yes
   */
  public static Optional<Boolean> in(String text, Locale locale) {
    if (text.contains("👍") || text.contains("👎")) {
      return text.contains("👍") && text.contains("👎")
          ? Optional.empty()
          : Optional.of(text.contains("👍"));
    }
    var tokens = new ArrayList<>(Plain.tokens(text));
    if (locale.getLanguage().equals("pl") && !tokens.isEmpty() && tokens.getFirst().equals("no")) {
      tokens.removeFirst();
    }
    return tokens.size() > MOST_WORDS || UNSURE.at(tokens, 0).isPresent()
        ? Optional.empty()
        : said(tokens, text).or(() -> said(tokens.stream().map(YesNo::squeezed).toList(), text));
  }

  /** Taaaak, нееет, yesss. */
  private static String squeezed(String word) {
    return word.replaceAll("(.)\\1+", "$1");
  }

  /** The beginning decides, unless the opposite follows: yes, but no. */
  private static Optional<Boolean> said(List<String> tokens, String text) {
    int yes = YES.near(tokens, 0).map(Lexicon.Match::length).orElse(0);
    int no = NO.near(tokens, 0).map(Lexicon.Match::length).orElse(0);
    if (yes == no) {
      return Optional.empty();
    }
    boolean saysYes = yes > no;
    int from = !saysYes && NEGATION.matcher(text).find() ? no + 1 : Math.max(yes, no);
    return isTakenBack(tokens, from, saysYes ? YES : NO, saysYes ? NO : YES)
        ? Optional.empty()
        : Optional.of(saysYes);
  }

  private static boolean isTakenBack(List<String> tokens, int from, Lexicon same, Lexicon other) {
    for (int at = from; at < tokens.size(); ) {
      int more = same.at(tokens, at).map(Lexicon.Match::length).orElse(0);
      if (other.at(tokens, at).map(Lexicon.Match::length).orElse(0) > more) {
        return true;
      }
      at += Math.max(1, more);
    }
    return false;
  }
}
