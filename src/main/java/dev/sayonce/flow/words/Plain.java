package dev.sayonce.flow.words;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: without case, diacritics and punctuation. */
public final class Plain {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}€$£₽₴]+");

  private Plain() {}

  /** In lower case with single blanks; ł becomes l, ё becomes е, as hurried people write. */
  public static String words(String text) {
    return SEPARATORS.matcher(letters(text)).replaceAll(" ").strip();
  }

  public static List<String> tokens(String text) {
    var plain = words(text);
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }

  /** In lower case without diacritics; punctuation stays. */
  static String letters(String text) {
    var plain = text.toLowerCase(Locale.ROOT).replace('ł', 'l').replace('ı', 'i');
    return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
  }
}
