package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Hours;
import dev.sayonce.flow.Hours.Interval;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Binds the hours of a team. */
final class HoursReader {

  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String MIDNIGHT = "24:00";

  private final Place place;
  private final Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);

  HoursReader(Place place) {
    this.place = place;
  }

  Hours read(ZoneId zone) {
    place.fields().forEach(this::add);
    return new Hours(zone, week);
  }

  private void add(String days, Place list) {
    var intervals = intervals(list);
    for (var day : days(days)) {
      if (week.putIfAbsent(day, intervals) != null) {
        list.problem(
            "`%s` repeats %s, which stands above: write each day once."
                .formatted(days, DAYS.get(day.ordinal())));
      }
    }
  }

  /** A range may run over the end of the week. */
  private static List<DayOfWeek> days(String days) {
    var ends = days.split("-");
    var day = DayOfWeek.of(DAYS.indexOf(ends[0]) + 1);
    var last = DayOfWeek.of(DAYS.indexOf(ends[ends.length - 1]) + 1);
    var range = new ArrayList<>(List.of(day));
    while (day != last) {
      day = day.plus(1);
      range.add(day);
    }
    return range;
  }

  private static List<Interval> intervals(Place list) {
    var intervals = new ArrayList<Interval>();
    for (var item : list.items()) {
      var ends = item.text().split("-");
      var from = time(ends[0]);
      var to = time(ends[1]);
      if (from.isBefore(to)) {
        intervals.add(new Interval(from, to));
      } else {
        item.problem("This interval ends before it begins: write the earlier time first.");
      }
    }
    return intervals;
  }

  private static LocalTime time(String text) {
    return text.equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(text);
  }
}
