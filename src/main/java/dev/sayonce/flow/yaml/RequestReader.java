package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Action.Body;
import dev.sayonce.flow.Action.Input;
import dev.sayonce.flow.Action.Method;
import dev.sayonce.flow.Action.Request;
import dev.sayonce.flow.Fillable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Binds the request of an action, and sees that every blank has its value and every value a use.
 */
final class RequestReader {

  private static final Pattern UP = Pattern.compile("(?<=/)\\.{1,2}(?=/|$)");

  private final Place place;
  private final Map<String, Input> input;
  private final FillableReader fill;

  RequestReader(Place place, Map<String, Input> input) {
    this.place = place;
    this.input = input;
    this.fill = new FillableReader(input.keySet());
  }

  Request read() {
    var line = place.at("request").text();
    int blank = line.indexOf(' ');
    var request =
        new Request(
            Method.valueOf(line.substring(0, blank)),
            path(place.at("request"), line.substring(blank + 1)),
            query(),
            fill.headers(place.at("headers")),
            place.find("body").map(this::body),
            place.find("key").map(Place::text));
    checkMethod(request);
    checkUse(request);
    return request;
  }

  private List<Fillable> path(Place line, String path) {
    fill.open(line);
    var up = UP.matcher(line.text());
    if (up.find()) {
      line.problem(up.start(), "A path goes down only: write it without . and ..");
    }
    var segments = Stream.of(path.substring(1).split("/", -1)).map(Fillable::of).toList();
    segments.stream()
        .flatMap(Fillable::values)
        .filter(this::isOptional)
        .distinct()
        .forEach(
            name ->
                line.problem(
                    line.text().indexOf("{" + name + "}"),
                    "Without {%s} the path would be another one: it can't be optional."
                        .formatted(name)));
    return segments;
  }

  private boolean isOptional(String name) {
    return Optional.ofNullable(input.get(name)).filter(Input::optional).isPresent();
  }

  private Map<String, Fillable> query() {
    var query = new LinkedHashMap<String, Fillable>();
    place.at("query").fields().forEach((name, value) -> query.put(name, fill.open(value)));
    return query;
  }

  private Body body(Place part) {
    var node = part.node();
    if (node.isObject()) {
      var fields = new LinkedHashMap<String, Body>();
      part.fields().forEach((name, p) -> fields.put(name, body(p)));
      return new Body.Fields(fields);
    }
    if (node.isArray()) {
      return new Body.Items(part.items().stream().map(this::body).toList());
    }
    if (node.isString()) {
      return new Body.Text(fill.open(part));
    }
    return new Body.Plain(node.isBoolean() ? node.booleanValue() : node.decimalValue());
  }

  private void checkMethod(Request request) {
    if (request.method() == Method.GET && request.body().isPresent()) {
      place.at("body").problem("A GET carries nothing: put it under query:, or use POST.");
    }
    if (request.isSafe() && request.key().isPresent()) {
      place.at("key").problem("A GET changes nothing and needs no key: remove it.");
    }
  }

  private void checkUse(Request request) {
    var used = new ArrayList<>(place.at("limits").fields().keySet());
    request.path().forEach(f -> f.values().forEach(used::add));
    request.query().values().forEach(f -> f.values().forEach(used::add));
    request.headers().values().forEach(f -> f.values().forEach(used::add));
    request.body().ifPresent(body -> used.addAll(named(body)));
    input.keySet().stream()
        .filter(name -> !used.contains(name))
        .forEach(
            name ->
                place
                    .at("input")
                    .at(name)
                    .warning(
                        "Nothing of the request names {%s}: use it or remove it.".formatted(name)));
  }

  private static Set<String> named(Body body) {
    return switch (body) {
      case Body.Fields(var fields) -> named(fields.values().stream());
      case Body.Items(var items) -> named(items.stream());
      case Body.Text(var text) -> Set.copyOf(text.values().toList());
      case Body.Plain _ -> Set.of();
    };
  }

  private static Set<String> named(Stream<Body> parts) {
    return parts.flatMap(part -> named(part).stream()).collect(java.util.stream.Collectors.toSet());
  }
}
