package dev.sayonce.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds those of many values that words may hold by the first letters of each, so that looking
 * costs much the same among ten and among a thousand. Blanks and hyphens between letters don't
 * count.
 */
final class Beginnings {

  private static final int LONGEST = 3;

  private final Map<String, List<Integer>> byBeginning = new HashMap<>();

  /** What each value begins with, in upper case; empty where that can't be told. */
  Beginnings(List<String> beginnings) {
    for (int i = 0; i < beginnings.size(); i++) {
      var whole = beginnings.get(i);
      var key = whole.substring(0, Math.min(LONGEST, whole.length()));
      byBeginning.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
    }
  }

  /** The values that the words may hold, in their order. */
  IntStream in(String words) {
    var upper = words.toUpperCase(Locale.ROOT);
    var keys =
        IntStream.range(0, upper.length())
            .filter(at -> isBeginning(upper, at))
            .boxed()
            .flatMap(at -> starting(upper, at));
    return Stream.concat(Stream.of(""), keys)
        .distinct()
        .flatMap(key -> byBeginning.getOrDefault(key, List.of()).stream())
        .mapToInt(Integer::intValue)
        .sorted();
  }

  private static boolean isBeginning(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at))
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  /** The first letter from there on, the first two, the first three. */
  private static Stream<String> starting(String text, int from) {
    var keys = new ArrayList<String>();
    var key = new StringBuilder();
    for (int at = from; at < text.length() && key.length() < LONGEST; at++) {
      if (Character.isLetterOrDigit(text.charAt(at))) {
        keys.add(key.append(text.charAt(at)).toString());
      }
    }
    return keys.stream();
  }
}
