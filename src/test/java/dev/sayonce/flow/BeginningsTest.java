package dev.sayonce.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.slot.ShapedSlot;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeginningsTest {

  private static final List<ShapedSlot> SLOTS =
      IntStream.range(0, 40)
          .mapToObj(i -> "" + (char) ('A' + i % 8) + (char) ('A' + i / 8) + "\\d{2,3}")
          .map(pattern -> new ShapedSlot(Pattern.compile(pattern)))
          .collect(Collectors.toList());

  static {
    List.of("[A-Z]{2}\\d", "A?B\\d{2}", "AB|CD", "A+\\d", "\\d{4}", "PL-\\d{2}", "(AA|BB)\\d{2}")
        .forEach(pattern -> SLOTS.add(new ShapedSlot(Pattern.compile(pattern))));
  }

  @ParameterizedTest
  @CsvSource({
    "'AAA\\d{4}', AAA",
    "'AB?\\d', A",
    "'A?B', ''",
    "'AB{2}', A",
    "'A+B', A",
    "'AB|CD', ''",
    "'[A-Z]{2}\\d{6}', ''",
    "PL-12, PL"
  })
  void tellsWhatEveryValueBeginsWith(String pattern, String beginning) {
    assertThat(new ShapedSlot(Pattern.compile(pattern)).beginning()).isEqualTo(beginning);
  }

  /** Whatever a look at each value would find is among those that are looked at. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void leavesNothingOut(long seed) {
    var random = new Random(seed);
    var beginnings = new Beginnings(SLOTS.stream().map(ShapedSlot::beginning).toList());
    for (int i = 0; i < 2_000; i++) {
      var words = words(random);
      var found = IntStream.range(0, SLOTS.size()).filter(s -> finds(SLOTS.get(s), words)).boxed();
      assertThat(beginnings.in(words).boxed()).as(words).containsAll(found.toList());
    }
  }

  private static boolean finds(ShapedSlot slot, String words) {
    var now = ZonedDateTime.parse("2026-11-22T10:00:00+01:00");
    return slot.find(new dev.sayonce.flow.slot.Heard(words, Locale.ENGLISH, now)).isPresent();
  }

  private static String words(Random random) {
    var letters = "abcdABCDEFGH 0123456789 -./#ßł²";
    return random
        .ints(random.nextInt(14), 0, letters.length())
        .mapToObj(i -> letters.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
