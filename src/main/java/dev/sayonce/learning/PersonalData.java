package dev.sayonce.learning;

import dev.sayonce.flow.words.Plain;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a customer's words what belongs to nobody but the customer: addresses, numbers, and
 * whatever they told us as personal. What is left may be read by everybody and stay for good.
 */
final class PersonalData {

  /**
   * Mail addresses and handles, links, and anything with three or more figures in a row or group.
   */
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("\\S*@\\S*"),
          Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+"),
          Pattern.compile(
              "[+(]*[\\p{L}\\p{N}/-]*\\p{Nd}(?:[\\s().\\-/]*\\p{Nd}){2,}[\\p{L}\\p{N})/-]*"));

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern LOOSE_MARKS = Pattern.compile("(?:^|\\s)[\\p{Punct}№]+(?=\\s|$)");
  private static final int SHORTEST_PART = 3;

  private PersonalData() {}

  /**
   * The words without anything personal.
   *
   * @param values personal values that are known of the customer
   */
  static String without(String words, Collection<String> values) {
    var left = words;
    for (var shape : SHAPES) {
      left = shape.matcher(left).replaceAll(" ");
    }
    left = tidy(withoutWords(left, parts(values)));
    return LOOSE_MARKS.matcher(left).replaceAll(" ").strip().replaceAll("\\s+", " ");
  }

  /** True if nothing would have to be taken out. */
  static boolean isNoneIn(String words) {
    return SHAPES.stream().noneMatch(shape -> shape.matcher(words).find());
  }

  /** Every word of a value by itself: a surname alone is personal too. */
  private static Set<String> parts(Collection<String> values) {
    return values.stream()
        .flatMap(value -> Plain.tokens(value).stream())
        .filter(part -> part.length() >= SHORTEST_PART)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String withoutWords(String words, Set<String> parts) {
    return Arrays.stream(BLANKS.split(words))
        .filter(word -> Plain.tokens(word).stream().noneMatch(parts::contains))
        .collect(Collectors.joining(" "));
  }

  private static String tidy(String words) {
    return BLANKS.matcher(words).replaceAll(" ").strip();
  }
}
