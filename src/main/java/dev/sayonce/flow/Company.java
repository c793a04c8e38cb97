package dev.sayonce.flow;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Who speaks: the company's name, languages (the first is the default), greeting, teams, times,
 * look, how it is understood what customers mean, and what is promised to those who complain.
 *
 * @param zone where its clock is
 * @param teams by id, in the order of the file; the first takes what names no team
 */
public record Company(
    String name,
    List<Language> languages,
    LocalText greeting,
    ZoneId zone,
    Map<String, Team> teams,
    CaseTimes times,
    Look look,
    Chat chat,
    Matching matching,
    ComplaintRules complaints) {

  public Language defaultLanguage() {
    return languages.getFirst();
  }

  /** The countries whose telephone numbers may come without a country code, the likeliest first. */
  public List<String> regions() {
    return zone instanceof ZoneOffset ? List.of() : regionsOf(zone.getId());
  }

  /** Some zones, like UTC, belong to no country. */
  private static List<String> regionsOf(String zone) {
    try {
      var region = TimeZone.getRegion(zone);
      return region.equals("001") ? List.of() : List.of(region);
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }

  /** The team of that id, or the first team where nobody knows that id any more. */
  public Team team(String id) {
    var team = teams.get(id);
    return team != null ? team : teams.values().iterator().next();
  }
}
