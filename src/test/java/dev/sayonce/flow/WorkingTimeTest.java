package dev.sayonce.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.Hours.Interval;
import dev.sayonce.flow.WorkingTime.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines in the hours of a team: weekdays eight to four with a lunch break, Warsaw. */
class WorkingTimeTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final Hours OFFICE = office();

  private static Hours office() {
    var week = new HashMap<DayOfWeek, List<Interval>>();
    var day =
        List.of(
            new Interval(LocalTime.of(8, 0), LocalTime.of(12, 0)),
            new Interval(LocalTime.of(12, 30), LocalTime.of(16, 0)));
    for (int i = 1; i <= 5; i++) {
      week.put(DayOfWeek.of(i), day);
    }
    return new Hours(WARSAW, week);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2, DAYS,  2026-05-04T10:00, 2026-05-06T16:00", // Monday
    "2, DAYS,  2026-05-04T22:00, 2026-05-06T16:00",
    "2, DAYS,  2026-05-08T15:00, 2026-05-12T16:00", // Friday: over the weekend
    "1, DAYS,  2026-05-10T11:00, 2026-05-11T16:00", // Sunday
    "2, HOURS, 2026-05-04T10:00, 2026-05-04T12:00",
    "3, HOURS, 2026-05-04T10:00, 2026-05-04T13:30", // over lunch
    "1, HOURS, 2026-05-04T12:10, 2026-05-04T13:30",
    "2, HOURS, 2026-05-08T15:00, 2026-05-11T09:00", // Friday: over the weekend
    "9, HOURS, 2026-03-27T15:30, 2026-03-31T09:00" // over the night when the clocks change
  })
  void isOverInTheTeamsTime(int amount, Unit unit, String from, String over) {
    assertThat(new WorkingTime(amount, unit).after(at(from), OFFICE)).isEqualTo(at(over));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-06T16:00, 4, 2026-05-06T11:30",
    "2026-05-11T09:00, 2, 2026-05-08T15:00",
    "2026-05-10T11:00, 1, 2026-05-08T15:00"
  })
  void leavesSoMuchOfTheTeamsTime(String until, int hours, String moment) {
    assertThat(OFFICE.beforeWork(at(until), Duration.ofHours(hours))).isEqualTo(at(moment));
  }

  @Test
  void countsEveryHourWhereTheTeamIsAlwaysThere() {
    var always = Hours.always(WARSAW);
    assertThat(new WorkingTime(30, Unit.HOURS).after(at("2026-05-04T10:00"), always))
        .isBetween(at("2026-05-05T16:00"), at("2026-05-05T16:05"));
    assertThat(new WorkingTime(2, Unit.DAYS).after(at("2026-05-04T10:00"), always))
        .isEqualTo(at("2026-05-06T23:59"));
  }

  @Test
  void countsOnTheCalendarWhereNobodyEverWorks() {
    var never = new Hours(WARSAW, Map.of());
    assertThat(new WorkingTime(2, Unit.DAYS).after(at("2026-05-04T10:00"), never))
        .isEqualTo(at("2026-05-06T10:00"));
    assertThat(new WorkingTime(5, Unit.HOURS).after(at("2026-05-04T10:00"), never))
        .isEqualTo(at("2026-05-04T15:00"));
    assertThat(never.beforeWork(at("2026-05-04T15:00"), Duration.ofHours(5)))
        .isEqualTo(at("2026-05-04T10:00"));
  }
}
