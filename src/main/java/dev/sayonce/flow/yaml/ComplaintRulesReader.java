package dev.sayonce.flow.yaml;

import dev.sayonce.flow.ComplaintRules;
import dev.sayonce.flow.WorkingTime;
import dev.sayonce.flow.WorkingTime.Unit;
import java.util.Optional;
import java.util.Set;

/** Binds what the company promises to whoever complains. */
final class ComplaintRulesReader {

  private final Place place;
  private final Set<String> teams;

  ComplaintRulesReader(Place place, Set<String> teams) {
    this.place = place;
    this.teams = teams;
  }

  ComplaintRules read() {
    var usual = ComplaintRules.DEFAULT;
    var rules =
        new ComplaintRules(
            place.find("team").flatMap(this::team),
            place.find("deadline").map(ComplaintRulesReader::working).orElse(usual.deadline()),
            CompanyReader.time(place, "warn-before", usual.warnBefore()),
            CompanyReader.time(place, "remind-after", usual.remindAfter()),
            place.find("remind-times").map(p -> p.node().asInt()).orElse(usual.remindTimes()),
            CompanyReader.time(place, "close-after", usual.closeAfter()),
            CompanyReader.time(place, "reopen-within", usual.reopenWithin()));
    checkReminders(rules);
    return rules;
  }

  private Optional<String> team(Place name) {
    if (!teams.contains(name.text())) {
      name.problem(
          "There is no team `%s`: %s".formatted(name.text(), Nearest.remedy(name.text(), teams)));
    }
    return Optional.of(name.text());
  }

  /** Nothing is closed before everybody was reminded as often as promised. */
  private void checkReminders(ComplaintRules rules) {
    var last = rules.remindAfter().multipliedBy(rules.remindTimes());
    if (last.compareTo(rules.closeAfter()) >= 0) {
      place.problem(
          "The last reminder would come after the end: make close-after longer than remind-after"
              + " times remind-times.");
    }
  }

  private static WorkingTime working(Place place) {
    var words = place.text().split(" ");
    var unit = words[2].startsWith("hour") ? Unit.HOURS : Unit.DAYS;
    return new WorkingTime(Integer.parseInt(words[0]), unit);
  }
}
