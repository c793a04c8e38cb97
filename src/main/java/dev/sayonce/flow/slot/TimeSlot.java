package dev.sayonce.flow.slot;

import dev.sayonce.flow.words.Times;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** A time of day, kept as {@code 14:30}. */
public record TimeSlot() implements SlotType {

  @Override
  public Optional<Found> find(Heard heard) {
    return Times.in(heard.words(), heard.locale())
        .map(found -> new Found(found.time().toString(), found.sure()));
  }

  @Override
  public Optional<String> normal(Object value) {
    return time(value.toString()).map(LocalTime::toString);
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text.strip()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public String shown(String kept, Locale locale) {
    var format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    return time(kept).map(format::format).orElse(kept);
  }

  @Override
  public Optional<String> example(Locale locale) {
    return Optional.of(shown("14:30", locale));
  }
}
