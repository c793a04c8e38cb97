package dev.sayonce.flow.slot;

import dev.sayonce.flow.words.YesNo;
import java.util.Locale;
import java.util.Optional;

/** Yes or no, asked with two buttons; kept as {@code yes} and {@code no}. */
public record YesNoSlot() implements SlotType {

  public static final String YES = "yes";
  public static final String NO = "no";

  @Override
  public Optional<Found> find(Heard heard) {
    return YesNo.in(heard.words(), heard.locale()).map(yes -> Found.sure(yes ? YES : NO));
  }

  @Override
  public Optional<String> normal(Object value) {
    return switch (value.toString()) {
      case YES, "true" -> Optional.of(YES);
      case NO, "false" -> Optional.of(NO);
      default -> Optional.empty();
    };
  }

  /** As a word in a sentence; the buttons have words of their own. */
  @Override
  public String shown(String kept, Locale locale) {
    boolean yes = kept.equals(YES);
    return switch (locale.getLanguage()) {
      case "pl" -> yes ? "tak" : "nie";
      case "ru" -> yes ? "да" : "нет";
      default -> kept;
    };
  }

  @Override
  public Object value(String kept) {
    return kept.equals(YES);
  }
}
