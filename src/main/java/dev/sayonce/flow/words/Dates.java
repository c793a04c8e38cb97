package dev.sayonce.flow.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them: {@code 2026-05-03}, {@code 3.05}, {@code 3 maja}, {@code завтра},
 * {@code next Friday}.
 */
public final class Dates {

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\d.,:])(\\d{1,2}) ?([./-]) ?(\\d{1,2})(?: ?[./-] ?(\\d{4}|\\d{2})(?!\\d))?(?![\\d:])");
  private static final int FAR = 90;
  private static final int CENTURY = 2000;

  private Dates() {}

  /**
   * A day in a text.
   *
   * @param sure false if it may be read in two ways: 03/05, a day of no named year far from now
   */
  public record Found(LocalDate date, boolean sure) {}

  /**
   * The day that the text names.
   *
   * @param today where the customer is
   */
  public static Optional<Found> in(String text, Locale locale, LocalDate today) {
    var short1 = text.length() > 500 ? text.substring(0, 500) : text;
    return iso(short1)
        .or(() -> dayFirst(short1, locale, today))
        .or(() -> new SpokenDates(Tokens.of(short1), today).find());
  }

  private static Optional<Found> iso(String text) {
    var found = ISO.matcher(text);
    return found.find()
        ? date(number(found, 1), number(found, 2), number(found, 3)).map(d -> new Found(d, true))
        : Optional.empty();
  }

  private static Optional<Found> dayFirst(String text, Locale locale, LocalDate today) {
    var found = DAY_FIRST.matcher(text);
    while (found.find()) {
      int day = number(found, 1);
      int month = number(found, 3);
      // Americans write the month first, and only with a slash.
      boolean american = found.group(2).equals("/") && locale.getLanguage().equals("en");
      var date =
          american && month > 12
              ? written(found, month, day, today)
              : written(found, day, month, today);
      if (date.isPresent()) {
        boolean twoWays = american && month <= 12 && day <= 12 && day != month;
        return date.map(d -> new Found(d.date, d.sure && !twoWays));
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> written(Matcher found, int day, int month, LocalDate today) {
    if (found.group(4) == null) {
      return nearest(day, month, today);
    }
    int year = number(found, 4);
    return date(year < 100 ? year + CENTURY : year, month, day).map(d -> new Found(d, true));
  }

  /** A day without a year is the nearest one, before or after today. */
  static Optional<Found> nearest(int day, int month, LocalDate today) {
    Optional<LocalDate> best = Optional.empty();
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      var next = date(year, month, day);
      if (next.isPresent()
          && (best.isEmpty() || away(next.get(), today) < away(best.get(), today))) {
        best = next;
      }
    }
    return best.map(d -> new Found(d, away(d, today) <= FAR));
  }

  private static long away(LocalDate date, LocalDate today) {
    return Math.abs(ChronoUnit.DAYS.between(today, date));
  }

  static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return year < Year.of(1900).getValue()
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
