package dev.sayonce.flow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a team is at work: any number of intervals a day, in the team's own zone, with lunch breaks
 * and days off.
 */
public record Hours(ZoneId zone, Map<DayOfWeek, List<Interval>> week) {

  private static final int DAYS_AHEAD = 8;
  private static final int WEEK = 7;
  private static final int LONGEST_SEARCH = 400;

  /** From a time of day (inclusive) to a later one of the same day (exclusive). */
  public record Interval(LocalTime from, LocalTime to) {

    public Interval {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "An interval must begin before it ends: " + from + "-" + to);
      }
    }

    boolean contains(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  public Hours {
    week = Map.copyOf(week);
  }

  /** At work at any time of any day. */
  public static Hours always(ZoneId zone) {
    var day = List.of(new Interval(LocalTime.MIN, LocalTime.MAX));
    return new Hours(
        zone,
        Map.ofEntries(
            Map.entry(DayOfWeek.MONDAY, day),
            Map.entry(DayOfWeek.TUESDAY, day),
            Map.entry(DayOfWeek.WEDNESDAY, day),
            Map.entry(DayOfWeek.THURSDAY, day),
            Map.entry(DayOfWeek.FRIDAY, day),
            Map.entry(DayOfWeek.SATURDAY, day),
            Map.entry(DayOfWeek.SUNDAY, day)));
  }

  public boolean isOpen(Instant at) {
    var local = at.atZone(zone);
    return on(local.getDayOfWeek()).stream().anyMatch(i -> i.contains(local.toLocalTime()));
  }

  /**
   * The next moment after {@code at} when the team begins work; empty if it has no hours in the
   * week to come.
   */
  public Optional<Instant> nextOpening(Instant at) {
    var local = at.atZone(zone);
    for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
      var day = local.toLocalDate().plusDays(ahead);
      var opening =
          on(day.getDayOfWeek()).stream()
              .map(i -> day.atTime(i.from()).atZone(zone).toInstant())
              .filter(i -> i.isAfter(at))
              .min(Instant::compareTo);
      if (opening.isPresent()) {
        return opening;
      }
    }
    return Optional.empty();
  }

  /**
   * The end of work on the {@code days}-th working day after that of {@code from}, to the minute;
   * where nobody ever works, so many days later.
   */
  public Instant endOfWorkingDay(Instant from, int days) {
    var day = from.atZone(zone).toLocalDate();
    for (int ahead = 0, left = days; ahead < days * WEEK + DAYS_AHEAD; ahead++) {
      day = day.plusDays(1);
      var intervals = on(day.getDayOfWeek());
      if (!intervals.isEmpty() && --left == 0) {
        return at(
            day, intervals.stream().map(Interval::to).max(LocalTime::compareTo).orElseThrow());
      }
    }
    return from.plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MINUTES);
  }

  /** When so much of the team's time has passed, to the minute. */
  public Instant afterWork(Instant from, Duration work) {
    var left = work;
    var day = from.atZone(zone).toLocalDate();
    for (int ahead = 0; ahead < LONGEST_SEARCH; ahead++, day = day.plusDays(1)) {
      for (var interval : inOrder(day)) {
        var begin = later(from, at(day, interval.from()));
        var open = Duration.between(begin, at(day, interval.to()));
        if (open.compareTo(left) >= 0) {
          return begin.plus(left).truncatedTo(ChronoUnit.MINUTES);
        }
        left = open.isNegative() ? left : left.minus(open);
      }
    }
    return from.plus(work).truncatedTo(ChronoUnit.MINUTES);
  }

  /** The moment from which so much of the team's time is left till {@code until}. */
  public Instant beforeWork(Instant until, Duration work) {
    var left = work;
    var day = until.atZone(zone).toLocalDate();
    for (int back = 0; back < LONGEST_SEARCH; back++, day = day.minusDays(1)) {
      for (var interval : inOrder(day).reversed()) {
        var end = earlier(until, at(day, interval.to()));
        var open = Duration.between(at(day, interval.from()), end);
        if (open.compareTo(left) >= 0) {
          return end.minus(left).truncatedTo(ChronoUnit.MINUTES);
        }
        left = open.isNegative() ? left : left.minus(open);
      }
    }
    return until.minus(work).truncatedTo(ChronoUnit.MINUTES);
  }

  private List<Interval> inOrder(LocalDate day) {
    return on(day.getDayOfWeek()).stream().sorted(Comparator.comparing(Interval::from)).toList();
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant().truncatedTo(ChronoUnit.MINUTES);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private List<Interval> on(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }
}
