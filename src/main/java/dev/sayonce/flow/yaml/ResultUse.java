package dev.sayonce.flow.yaml;

import dev.sayonce.flow.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that flows name nothing of a result that the action does not tell. */
final class ResultUse {

  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern PART = Pattern.compile("(?<![\\w.])([a-z]\\w*)\\.([a-zA-Z]\\w*)");

  private final Place flow;
  private final Map<String, Set<String>> outputs;

  ResultUse(Place flow, Scope scope) {
    this.flow = flow;
    this.outputs = new java.util.TreeMap<>();
    FlowFileReader.results(flow)
        .forEach(
            name -> CallReader.outputs(flow, name, scope).ifPresent(o -> outputs.put(name, o)));
  }

  void check() {
    if (outputs.isEmpty()) {
      return;
    }
    for (var step : flow.at("steps").items()) {
      TextChecks.said(step).forEach(this::checkText);
      step.at("branch").items().forEach(way -> way.find("if").ifPresent(this::checkExpression));
      for (var values : java.util.List.of(step.at("set"), step.at("with"))) {
        values.fields().values().stream()
            .filter(v -> v.text().startsWith("="))
            .forEach(this::checkExpression);
      }
    }
  }

  private void checkText(Place text) {
    if (Template.mistake(text.text()).isPresent()) {
      return; // told already
    }
    for (var argument : Template.parse(text.text()).arguments()) {
      var parts = argument.name().split("\\.");
      check(
          text,
          argument.at(),
          parts[0],
          parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
    }
  }

  private void checkExpression(Place place) {
    var bare = QUOTED.matcher(place.text()).replaceAll(m -> " ".repeat(m.group().length()));
    PART.matcher(bare)
        .results()
        .forEach(m -> check(place, m.start(2), m.group(1), Optional.of(m.group(2))));
  }

  private void check(Place place, int at, String result, Optional<String> part) {
    var known = outputs.get(result);
    if (known == null) {
      return;
    }
    if (part.isEmpty()) {
      place.problem(
          at,
          "{%s} is a whole result: write a part of it, %s."
              .formatted(result, example(result, known)));
    } else if (!known.contains(part.get())) {
      place.problem(
          at,
          "The result `%s` has no `%s`: %s"
              .formatted(result, part.get(), Nearest.remedy(part.get(), known)));
    }
  }

  private static String example(String result, Set<String> known) {
    return known.isEmpty() ? "but it has none" : "{" + result + "." + known.iterator().next() + "}";
  }
}
