package dev.sayonce.flow;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a team is at work: any number of intervals a day, in the team's own zone, with lunch breaks
 * and days off.
 */
public record Hours(ZoneId zone, Map<DayOfWeek, List<Interval>> week) {

  private static final int DAYS_AHEAD = 8;

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

  private List<Interval> on(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }
}
