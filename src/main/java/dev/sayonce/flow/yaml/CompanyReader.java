package dev.sayonce.flow.yaml;

import dev.sayonce.flow.CaseTimes;
import dev.sayonce.flow.Chat;
import dev.sayonce.flow.Company;
import dev.sayonce.flow.ComplaintRules;
import dev.sayonce.flow.Hours;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Look;
import dev.sayonce.flow.Team;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Binds company.yaml. */
final class CompanyReader {

  private final Place top;
  private final Pictures pictures;
  private final Texts texts;

  CompanyReader(Place top, Pictures pictures) {
    this.top = top;
    this.pictures = pictures;
    this.texts =
        new Texts(top.at("languages").items().stream().map(p -> new Language(p.text())).toList());
  }

  Company read() {
    var zone = zone(top.at("zone"));
    var name = top.at("name").text();
    var teams = teams(zone);
    return new Company(
        name,
        texts.required(),
        texts.text(top.at("greeting")),
        zone,
        teams,
        times(top.at("times")),
        top.find("look")
            .map(l -> new LookReader(l, pictures).read(name))
            .orElseGet(() -> Look.plain(name)),
        top.find("chat").map(c -> new ChatReader(c, texts).read()).orElse(Chat.PLAIN),
        new MatchingReader(top).read(),
        top.find("complaints")
            .map(c -> new ComplaintRulesReader(c, teams.keySet()).read())
            .orElse(ComplaintRules.DEFAULT));
  }

  private Map<String, Team> teams(ZoneId zone) {
    var teams = new LinkedHashMap<String, Team>();
    top.at("teams").fields().forEach((id, place) -> teams.put(id, team(id, place, zone)));
    if (teams.containsKey(FlowReader.ANYONE)) {
      top.at("teams")
          .at(FlowReader.ANYONE)
          .problem("A team can't be called anyone, for that means the first team: rename it.");
    }
    return teams;
  }

  private Team team(String id, Place place, ZoneId companyZone) {
    var zone = place.find("zone").map(CompanyReader::zone).orElse(companyZone);
    var hours =
        place
            .find("hours")
            .map(h -> new HoursReader(h).read(zone))
            .orElseGet(() -> Hours.always(zone));
    return new Team(id, texts.text(place.at("title")), hours);
  }

  private static ZoneId zone(Place place) {
    try {
      return ZoneId.of(place.text());
    } catch (DateTimeException _) {
      place.problem("`" + place.text() + "` is not a time zone: write one like Europe/Warsaw.");
      return ZoneOffset.UTC;
    }
  }

  private static CaseTimes times(Place place) {
    var usual = CaseTimes.DEFAULT;
    return new CaseTimes(
        time(place, "remind-after", usual.remindAfter()),
        time(place, "abandon-after", usual.abandonAfter()),
        time(place, "agent-silent-after", usual.agentSilentAfter()),
        time(place, "reopen-within", usual.reopenWithin()));
  }

  static Duration time(Place times, String key, Duration usual) {
    return times.find(key).map(place -> duration(place.text())).orElse(usual);
  }

  static Duration duration(String text) {
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
