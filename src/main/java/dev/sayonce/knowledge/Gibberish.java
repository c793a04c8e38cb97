package dev.sayonce.knowledge;

import java.util.List;
import java.util.regex.Pattern;

/** Letters that no language puts together like this: a cat on the keyboard. */
final class Gibberish {

  private static final int SHORTEST = 4;
  private static final Pattern UNSPEAKABLE =
      Pattern.compile("[^aeiouyаеиоуыэюяіѣє0-9]{6,}|(.)\\1{3,}|^[^aeiouyаеиоуыэюя0-9]{4,}$");
  private static final Pattern KEYS =
      Pattern.compile("(?:asdf|qwer|zxcv|sdfg|dfgh|hjkl|фыва|йцук|ицук|ячсм|олдж|ывап|лджэ).*");

  private Gibberish() {}

  /** True if all words are such; short ones and numbers don't tell. */
  static boolean is(String normal) {
    var telling =
        Words.of(normal).stream()
            .filter(w -> w.length() >= SHORTEST && !w.chars().allMatch(Character::isDigit))
            .toList();
    return !telling.isEmpty() && telling.size() >= words(normal) && all(telling);
  }

  private static long words(String normal) {
    return Words.of(normal).stream().filter(w -> w.length() >= SHORTEST).count();
  }

  private static boolean all(List<String> words) {
    return words.stream().allMatch(w -> UNSPEAKABLE.matcher(w).find() || KEYS.matcher(w).matches());
  }
}
