package dev.sayonce.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.regex.Pattern;

/** A language that a company speaks, by its two-letter ISO 639-1 code in lower case. */
public record Language(@JsonValue String code) {

  // Stands first: the languages below are checked by it.
  private static final Pattern CODE = Pattern.compile("[a-z]{2}");

  public static final Language PL = new Language("pl");
  public static final Language RU = new Language("ru");
  public static final Language EN = new Language("en");

  @JsonCreator
  public Language {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("Not a two-letter language code: " + code);
    }
  }

  public Locale locale() {
    return Locale.of(code);
  }

  /** True if it is written in Latin letters. */
  public boolean isLatin() {
    return ULocale.addLikelySubtags(ULocale.forLocale(locale())).getScript().equals("Latn");
  }

  @Override
  public String toString() {
    return code;
  }
}
