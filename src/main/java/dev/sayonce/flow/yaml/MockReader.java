package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Action;
import dev.sayonce.flow.Actions;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.Told;
import dev.sayonce.flow.talk.Mock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Binds what a call brings in a test, and sees that the real back end could bring it. */
final class MockReader {

  private static final Pattern TIME = Pattern.compile("[1-9][0-9]{0,4}[smhd]");
  private static final Set<String> FAILURE = Set.of("error", "reason");

  private final Optional<Action> action;
  private final boolean checked;
  private final Actions actions;
  private final String id;

  MockReader(Actions actions, String id) {
    this.actions = actions;
    this.id = id;
    this.action = actions.action(id);
    this.checked = !actions.byId().isEmpty();
  }

  /** One, or one after the other. */
  List<Mock> read(Place place) {
    if (checked && action.isEmpty()) {
      place.problem(
          "There is no action `%s` in actions/: %s"
              .formatted(id, Nearest.remedy(id, actions.byId().keySet())));
    }
    return place.node().isArray()
        ? place.items().stream().map(this::mock).toList()
        : List.of(mock(place));
  }

  private Mock mock(Place place) {
    var names = Set.copyOf(place.fields().keySet());
    if (names.equals(Set.of("after", "then")) && TIME.matcher(place.at("after").text()).matches()) {
      return new Mock.Late(
          CompanyReader.duration(place.at("after").text()), mock(place.at("then")));
    }
    if (names.contains("error")
        && FAILURE.containsAll(names)
        && place.at("error").node().isString()) {
      checkFailure(place);
      return new Mock.Failure(place.at("error").text(), place.at("reason").text());
    }
    action.ifPresent(a -> checkTold(a, place));
    return new Mock.Result(plain(place.node()));
  }

  private void checkFailure(Place place) {
    var kinds = Stream.of(Failure.values()).map(Failure::word).toList();
    if (checked && !kinds.contains(place.at("error").text())) {
      place
          .at("error")
          .problem(
              "There is no failure `%s`: %s"
                  .formatted(
                      place.at("error").text(), Nearest.remedy(place.at("error").text(), kinds)));
    }
    place
        .find("reason")
        .filter(r -> action.filter(a -> !a.refusals().containsValue(r.text())).isPresent())
        .ifPresent(
            r ->
                r.problem(
                    "`%s` is never refused for `%s`: %s"
                        .formatted(
                            id,
                            r.text(),
                            Nearest.remedy(
                                r.text(),
                                new TreeSet<>(action.orElseThrow().refusals().values())))));
  }

  private void checkTold(Action action, Place place) {
    place
        .fields()
        .forEach(
            (name, value) -> {
              if (!action.output().containsKey(name)) {
                value.problem(
                    "`%s` does not tell `%s`: %s"
                        .formatted(id, name, Nearest.remedy(name, action.output().keySet())));
              }
            });
    var told = Told.of(action, o -> place.find(o.name()).map(p -> plain(p.node())));
    if (told instanceof Told.Bad(var output)) {
      place.problem(
          "`%s` tells `%s` always, and as its type says: correct the mock.".formatted(id, output));
    }
  }

  /** A value of plain Java: maps, lists, strings, numbers, booleans. */
  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      var map = new LinkedHashMap<String, Object>();
      node.properties().stream()
          .filter(p -> !p.getValue().isNull())
          .forEach(p -> map.put(p.getKey(), plain(p.getValue())));
      return map;
    }
    if (node.isArray()) {
      return node.valueStream().filter(item -> !item.isNull()).map(MockReader::plain).toList();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    return node.isNumber() ? node.doubleValue() : node.asString("");
  }
}
