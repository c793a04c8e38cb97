package dev.sayonce.knowledge;

import dev.sayonce.flow.Language;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a message, and what "and" joins: each may be a question of its own. */
final class Parts {

  /** Of a whole letter the beginning tells what it is about. */
  private static final int MOST = 20;

  private static final int LEAST_WORDS = 2;

  private static final String ENDS = "[.!?;\\n]+";
  private static final String JOINING =
      "oraz|a także|i jeszcze|a jeszcze|и|а также|и ещё|а ещё|and|and also|also|plus";
  private static final Pattern BORDERS = borders("i|" + JOINING);

  /** People who write English write "i" where they mean themselves. */
  private static final Pattern ENGLISH_BORDERS = borders(JOINING);

  private Parts() {}

  private static Pattern borders(String joining) {
    return Pattern.compile("(?:" + ENDS + "|,?\\s(?:" + joining + ")\\s)");
  }

  /** Empty if there is but one. */
  static List<String> of(Said said) {
    boolean english = said.language().filter(Language.EN::equals).isPresent();
    var parts =
        Arrays.stream((english ? ENGLISH_BORDERS : BORDERS).split(said.text()))
            .map(String::strip)
            .filter(part -> Words.of(Words.normal(part)).size() >= LEAST_WORDS)
            .limit(MOST)
            .toList();
    return parts.size() < 2 ? List.of() : parts;
  }
}
