package dev.sayonce.flow.slot;

import dev.sayonce.flow.words.Dates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** A day, kept as {@code 2026-05-03}. */
public record DateSlot() implements SlotType {

  @Override
  public Optional<Found> find(Heard heard) {
    return Dates.in(heard.words(), heard.locale(), heard.at().toLocalDate())
        .map(found -> new Found(found.date().toString(), found.sure()));
  }

  @Override
  public Optional<String> normal(Object value) {
    return date(value.toString()).map(LocalDate::toString);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public String shown(String kept, Locale locale) {
    var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    return date(kept).map(format::format).orElse(kept);
  }

  @Override
  public Optional<String> example(Locale locale) {
    var format = DateTimeFormatter.ofPattern("d MMMM", locale);
    return Optional.of(format.format(LocalDate.of(2026, 5, 14)));
  }

  @Override
  public Pick pick() {
    return Pick.AS_A_GUESS;
  }
}
