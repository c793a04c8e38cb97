package dev.sayonce.knowledge;

import java.util.List;
import java.util.regex.Pattern;

/** Letters that no language puts together like this: a cat on the keyboard. */
final class Gibberish {

  private static final int SHORTEST = 4;
  private static final Pattern UNSPEAKABLE =
      Pattern.compile("[^aeiouyаеиоуыэюяіѣє0-9]{6,}|(.)\\1{3,}|^[^aeiouyаеиоуыэюя0-9]{4,}$");
  private static final Pattern ONE_KEY = Pattern.compile("(\\p{L})\\1{2,}");
  private static final Pattern KEYS =
      Pattern.compile("(?:asd|qwe|zxc|sdf|dfg|hjk|jkl|фыв|ыва|вап|ицу|ячс|олдж|лдж).*");

  private Gibberish() {}

  /** True if all words are such; short ones and numbers don't tell. */
  static boolean is(String normal) {
    var telling =
        Words.of(normal).stream()
            .filter(w -> !w.chars().allMatch(Character::isDigit))
            .filter(w -> w.length() >= SHORTEST || ONE_KEY.matcher(w).matches())
            .toList();
    return !telling.isEmpty() && all(telling);
  }

  private static boolean all(List<String> words) {
    return words.stream()
        .allMatch(
            w ->
                UNSPEAKABLE.matcher(w).find()
                    || KEYS.matcher(w).matches()
                    || ONE_KEY.matcher(w).matches());
  }
}
