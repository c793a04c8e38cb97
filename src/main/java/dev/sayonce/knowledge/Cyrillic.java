package dev.sayonce.knowledge;

import java.util.Map;

/** Cyrillic words in Latin letters, as people write them on a keyboard that has no others. */
final class Cyrillic {

  private static final String PLAIN = "абвгдезийклмнопрстуфхцыэьъіїєґ";
  private static final String[] LATIN =
      ("a b v g d e z i y k l m n o p r s t u f h c y e   i i e g").split(" ", -1);
  private static final Map<Character, String> LONG =
      Map.of('ж', "zh", 'ч', "ch", 'ш', "sh", 'щ', "sch", 'ю', "yu", 'я', "ya", 'ё', "e");

  private Cyrillic() {}

  /** True if most letters are Cyrillic. */
  static boolean isMostOf(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    return letters > 0 && 2 * text.codePoints().filter(Cyrillic::is).count() > letters;
  }

  static String inLatin(String lowerCase) {
    var latin = new StringBuilder();
    for (char c : lowerCase.toCharArray()) {
      int plain = PLAIN.indexOf(c);
      latin.append(plain >= 0 ? LATIN[plain] : LONG.getOrDefault(c, String.valueOf(c)));
    }
    return latin.toString();
  }

  private static boolean is(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.CYRILLIC;
  }
}
