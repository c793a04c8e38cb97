package dev.sayonce.knowledge;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: without case, diacritics and punctuation. */
final class Words {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  /** In lower case with single blanks; ł becomes l, ё becomes е, as hurried people write. */
  static String normal(String text) {
    var plain = text.toLowerCase(Locale.ROOT).replace('ł', 'l').replace('ı', 'i');
    var bare = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    return SEPARATORS.matcher(bare).replaceAll(" ").strip();
  }

  static List<String> of(String normal) {
    return normal.isEmpty() ? List.of() : List.of(normal.split(" "));
  }
}
