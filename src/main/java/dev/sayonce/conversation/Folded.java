package dev.sayonce.conversation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: in lower case and without diacritics, ł as l and ё as е, as hurried
 * people write. Each of its characters knows where it stood in the original.
 */
public final class Folded {

  private static final int TABLE = 0x530;
  private static final String[] FOLDS = new String[TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      FOLDS[c] = fold(String.valueOf(c));
    }
  }

  private final String text;
  private final int[] origins;

  private Folded(String text, int[] origins) {
    this.text = text;
    this.origins = origins;
  }

  public static Folded of(String original) {
    var text = new StringBuilder(original.length());
    var origins = new int[original.length() * 2 + 1];
    for (int i = 0; i < original.length(); ) {
      int point = original.codePointAt(i);
      var fold = point < TABLE ? FOLDS[point] : fold(Character.toString(point));
      if (text.length() + fold.length() >= origins.length) {
        origins = Arrays.copyOf(origins, origins.length * 2 + fold.length());
      }
      Arrays.fill(origins, text.length(), text.length() + fold.length(), i);
      text.append(fold);
      i += Character.charCount(point);
    }
    origins[text.length()] = original.length();
    return new Folded(text.toString(), origins);
  }

  private static String fold(String one) {
    var parts = Normalizer.normalize(one.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    var bare = new StringBuilder();
    parts.codePoints().filter(p -> !isMark(p)).map(Folded::plain).forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Letters that Unicode does not take apart. */
  private static int plain(int point) {
    return switch (point) {
      case 'ł' -> 'l';
      case 'đ' -> 'd';
      case 'ø' -> 'o';
      case 'ı' -> 'i';
      default -> point;
    };
  }

  /** The folded text. */
  public String text() {
    return text;
  }

  /** Where the folded character stood in the original; of the end: the end. */
  public int origin(int index) {
    return origins[index];
  }

  @Override
  public String toString() {
    return text;
  }
}
