package dev.sayonce.flow;

import java.util.List;
import java.util.Map;

/**
 * Who speaks: the company's name, languages (the first is the default), greeting, teams, times and
 * look.
 *
 * @param teams by id, in the order of the file; the first takes what names no team
 */
public record Company(
    String name,
    List<Language> languages,
    LocalText greeting,
    Map<String, Team> teams,
    CaseTimes times,
    Look look,
    Chat chat) {

  public Language defaultLanguage() {
    return languages.getFirst();
  }

  /** The team of that id, or the first team where nobody knows that id any more. */
  public Team team(String id) {
    var team = teams.get(id);
    return team != null ? team : teams.values().iterator().next();
  }
}
