package dev.sayonce.flow.words;

import dev.sayonce.flow.words.Dates.Found;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Days in words; the first reading that finds one wins, the most explicit are tried first. */
record SpokenDates(Tokens tokens, LocalDate today) {

  private static final Lexicon MONTHS = Lexicon.of("month");
  private static final Lexicon WEEKDAYS = Lexicon.of("weekday");
  private static final Lexicon DAYS = Lexicon.of("day");
  private static final Lexicon UNITS = Lexicon.of("unit");
  private static final Lexicon AHEAD = Lexicon.of("ahead");
  private static final Lexicon AGO = Lexicon.of("ago");
  private static final Lexicon WHICH = Lexicon.of("which");
  private static final Lexicon ORDINALS = Lexicon.of("ordinal");
  private static final Lexicon NUMBERS = Lexicon.of("number");
  private static final Set<String> FILLERS = Set.of("the", "on", "na", "dnia", "на");
  private static final int MOST_UNITS = 1000;
  private static final int LAST_DAY = 31;
  private static final int LEAST_YEAR = 1900;

  Optional<Found> find() {
    return anywhere(this::month)
        .or(() -> anywhere(this::named))
        .or(() -> anywhere(this::ahead))
        .or(() -> anywhere(this::ago))
        .or(() -> anywhere(this::weekday))
        .or(this::dayOfMonth);
  }

  private Optional<Found> anywhere(IntFunction<Optional<Found>> reading) {
    return IntStream.range(0, tokens.size())
        .mapToObj(reading)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** 3 maja 2026, trzeciego maja, 3rd of May, May 3rd. */
  private Optional<Found> month(int at) {
    return MONTHS
        .near(tokens.words(), at)
        .filter(_ -> tokens.figure(at).isEmpty())
        .flatMap(
            month ->
                dayBefore(at)
                    .map(day -> dated(day, month.number(), at + 1))
                    .orElseGet(() -> dayAfter(at, month.number())));
  }

  private Optional<Found> dayAfter(int at, int month) {
    int after = at + (isOne(at + 1, "the") ? 2 : 1);
    return day(after).flatMap(day -> dated(day, month, after + (isSuffix(after + 1) ? 2 : 1)));
  }

  private Optional<Integer> dayBefore(int at) {
    int before = at - (isOne(at - 1, "of") || isSuffix(at - 1) ? 2 : 1);
    return day(before - (isSuffix(before) ? 1 : 0));
  }

  private boolean isOne(int at, String word) {
    return tokens.is(at, word);
  }

  /** Of a day in figures: 3rd, 3-go, 3-го, 3 числа. */
  private boolean isSuffix(int at) {
    return at > 0
        && at < tokens.size()
        && tokens.figure(at - 1).isPresent()
        && tokens.words().get(at).matches("st|nd|rd|th|go|ego|tego|го|его|е|числа");
  }

  private Optional<Integer> day(int at) {
    if (at < 0 || at >= tokens.size()) {
      return Optional.empty();
    }
    return whole(at).or(() -> ordinal(at)).filter(day -> day >= 1 && day <= LAST_DAY);
  }

  private Optional<Integer> whole(int at) {
    return tokens
        .figure(at)
        .filter(f -> f.value().stripTrailingZeros().scale() <= 0 && f.value().precision() <= 4)
        .map(f -> f.value().intValue());
  }

  /** dwudziestego pierwszego: the units may have tens before them. */
  private Optional<Integer> ordinal(int at) {
    return ORDINALS
        .at(tokens.words(), at)
        .map(
            unit -> {
              var tens =
                  at == 0
                      ? Optional.<Lexicon.Match>empty()
                      : ORDINALS
                          .at(tokens.words(), at - 1)
                          .or(() -> NUMBERS.at(tokens.words(), at - 1));
              return unit.number()
                  + tens.map(Lexicon.Match::value)
                      .filter(t -> unit.number() < 10 && (t.equals("20") || t.equals("30")))
                      .map(Integer::parseInt)
                      .orElse(0);
            });
  }

  private Optional<Found> dated(int day, int month, int after) {
    return whole(after)
        .filter(year -> year >= LEAST_YEAR)
        .map(year -> Dates.date(year, month, day).map(d -> new Found(d, true)))
        .orElseGet(() -> Dates.nearest(day, month, today));
  }

  private Optional<Found> named(int at) {
    return DAYS.near(tokens.words(), at).map(m -> new Found(today.plusDays(m.number()), true));
  }

  /** za 3 dni, через неделю, in two weeks. */
  private Optional<Found> ahead(int at) {
    return AHEAD.at(tokens.words(), at).flatMap(m -> span(at + m.length(), 1));
  }

  private Optional<Found> span(int at, int sign) {
    var number = Numbers.at(tokens, isOne(at, "a") ? at + 1 : at);
    int unit = number.map(Numbers.Match::end).orElse(isOne(at, "a") ? at + 1 : at);
    int many = number.map(n -> n.value().intValue()).orElse(1);
    return UNITS
        .at(tokens.words(), unit)
        .filter(_ -> many >= 0 && many <= MOST_UNITS)
        .map(u -> new Found(today.plus((long) sign * many, unit(u.value())), true));
  }

  private static ChronoUnit unit(String value) {
    return switch (value) {
      case "week" -> ChronoUnit.WEEKS;
      case "month" -> ChronoUnit.MONTHS;
      default -> ChronoUnit.DAYS;
    };
  }

  /** 3 dni temu, неделю назад, two weeks ago. */
  private Optional<Found> ago(int at) {
    if (AGO.at(tokens.words(), at).isEmpty()) {
      return Optional.empty();
    }
    for (int from = Math.max(0, at - 4); from < at; from++) {
      var found = span(from, -1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Without more, the coming one; on the very day it may be today or in a week. */
  private Optional<Found> weekday(int at) {
    return WEEKDAYS
        .near(tokens.words(), at)
        .map(m -> DayOfWeek.of(m.number()))
        .map(day -> weekday(day, WHICH.at(tokens.words(), at - 1 < 0 ? tokens.size() : at - 1)));
  }

  private Found weekday(DayOfWeek day, Optional<Lexicon.Match> which) {
    var coming = today.with(TemporalAdjusters.nextOrSame(day));
    return switch (which.map(Lexicon.Match::value).orElse("")) {
      case "last" -> new Found(today.with(TemporalAdjusters.previous(day)), true);
      // Some mean the coming one, some the one of the week after.
      case "next" -> new Found(today.with(TemporalAdjusters.next(day)), false);
      case "this" -> new Found(coming, true);
      default -> new Found(coming, !coming.equals(today));
    };
  }

  /** A day of this month or the next, and nothing else in the text: the 15th, 15-го. */
  private Optional<Found> dayOfMonth() {
    int at = tokens.size() > 0 && FILLERS.contains(tokens.words().getFirst()) ? 1 : 0;
    int length = isSuffix(at + 1) ? 2 : 1;
    return tokens.size() == at + length
        ? day(at).flatMap(this::comingDay).map(date -> new Found(date, false))
        : Optional.empty();
  }

  private Optional<LocalDate> comingDay(int day) {
    return IntStream.range(0, 3)
        .mapToObj(today::plusMonths)
        .flatMap(m -> Dates.date(m.getYear(), m.getMonthValue(), day).stream())
        .filter(date -> !date.isBefore(today))
        .findFirst();
  }
}
