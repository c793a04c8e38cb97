package dev.sayonce.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a message, and what "and" joins: each may be a question of its own. */
final class Parts {

  /** Of a whole letter the beginning tells what it is about. */
  private static final int MOST = 20;

  private static final int LEAST_WORDS = 2;

  /** In small letters only: an English I joins nothing. */
  private static final Pattern BORDERS =
      Pattern.compile(
          "(?:[.!?;\\n]+|,?\\s(?:i|oraz|a także|i jeszcze|a jeszcze|и|а также|и ещё|а ещё|and|and"
              + " also|also|plus)\\s)");

  private Parts() {}

  /** Empty if there is but one. */
  static List<String> of(String text) {
    var parts =
        Arrays.stream(BORDERS.split(text))
            .map(String::strip)
            .filter(part -> Words.of(Words.normal(part)).size() >= LEAST_WORDS)
            .limit(MOST)
            .toList();
    return parts.size() < 2 ? List.of() : parts;
  }
}
