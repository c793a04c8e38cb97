package dev.sayonce.flow.yaml;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.talk.Line;
import dev.sayonce.flow.talk.Mock;
import dev.sayonce.flow.talk.Talk;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Binds one talk and checks that what it names is there. */
final class TalkReader {

  private final Place place;
  private final FlowSet set;

  TalkReader(Place place, FlowSet set) {
    this.place = place;
    this.set = set;
  }

  Talk read() {
    return new Talk(
        place.at("name").text().strip(),
        place.file().path(),
        place.line(),
        language(),
        place.find("clock").flatMap(TalkReader::clock),
        place.find("desk").map(this::desk),
        mocks(),
        place.at("talk").items().stream().map(this::line).toList());
  }

  private Language language() {
    var company = set.company();
    return place
        .find("language")
        .filter(l -> isKnown(l, company.languages().stream().map(Language::code).toList()))
        .map(l -> new Language(l.text()))
        .orElseGet(company::defaultLanguage);
  }

  private static Optional<Instant> clock(Place clock) {
    try {
      return Optional.of(OffsetDateTime.parse(clock.text()).toInstant());
    } catch (DateTimeException _) {
      clock.problem("There is no such time: write one like 2026-05-04T10:00:00+02:00.");
      return Optional.empty();
    }
  }

  private Set<String> desk(Place list) {
    return list.items().stream()
        .filter(team -> isKnown(team, set.company().teams().keySet()))
        .map(Place::text)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<String, List<Mock>> mocks() {
    var mocks = new LinkedHashMap<String, List<Mock>>();
    place
        .at("mock")
        .fields()
        .forEach(
            (action, value) ->
                mocks.put(action, new MockReader(set.actions(), action).read(value)));
    return mocks;
  }

  private Line line(Place item) {
    var kind = item.node().propertyNames().iterator().next();
    var value = item.at(kind);
    int line = value.line();
    return switch (kind) {
      case "user" -> new Line.User(line, value.text());
      case "press" -> new Line.Press(line, value.text());
      case "wait" -> new Line.Wait(line, CompanyReader.duration(value.text()));
      case "bot" -> bot(value, line);
      case "handoff" -> handoff(value, line);
      case "end" -> new Line.End(line, Line.Outcome.valueOf(upper(value)));
      case "slots" -> new Line.Slots(line, facts(value));
      default -> called(value, line);
    };
  }

  private Line.Bot bot(Place value, int line) {
    value.find("asks").ifPresent(this::checkSlot);
    value.find("answer").ifPresent(a -> isKnown(a, set.answers().keySet()));
    value.find("flow").ifPresent(f -> isKnown(f, set.flows().keySet()));
    return new Line.Bot(
        line,
        text(value, "says"),
        text(value, "contains"),
        text(value, "asks"),
        text(value, "answer"),
        text(value, "flow"),
        value.find("buttons").map(b -> b.items().stream().map(Place::text).toList()));
  }

  private Line.Handoff handoff(Place value, int line) {
    value.find("team").ifPresent(t -> isKnown(t, set.company().teams().keySet()));
    return new Line.Handoff(
        line, text(value, "team"), text(value, "reason"), facts(value.at("slots")));
  }

  private static Line.Called called(Place value, int line) {
    var with = new LinkedHashMap<String, String>();
    value.at("with").fields().forEach((name, arg) -> with.put(name, arg.node().asString("")));
    return new Line.Called(line, value.at("action").text(), with);
  }

  private Map<String, Optional<String>> facts(Place group) {
    var facts = new LinkedHashMap<String, Optional<String>>();
    group
        .fields()
        .forEach(
            (name, value) -> {
              checkSlot(name, value);
              facts.put(
                  name,
                  value.node().isNull()
                      ? Optional.empty()
                      : Optional.of(value.node().asString("")));
            });
    return facts;
  }

  private void checkSlot(Place name) {
    checkSlot(name.text(), name);
  }

  private void checkSlot(String name, Place at) {
    var known = slots();
    if (!known.contains(name)) {
      at.problem(
          "There is no slot `%s` in any flow: %s".formatted(name, Nearest.remedy(name, known)));
    }
  }

  private Set<String> slots() {
    return set.flows().values().stream()
        .flatMap(f -> f.slots().values().stream())
        .map(Slot::name)
        .collect(Collectors.toSet());
  }

  private static boolean isKnown(Place name, Collection<String> known) {
    if (!known.contains(name.text())) {
      name.problem(
          "There is no `%s` here: %s".formatted(name.text(), Nearest.remedy(name.text(), known)));
      return false;
    }
    return true;
  }

  private static Optional<String> text(Place value, String key) {
    return value.find(key).map(Place::text);
  }

  private static String upper(Place value) {
    return value.text().toUpperCase(Locale.ROOT);
  }
}
