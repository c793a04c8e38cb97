package dev.sayonce.action;

import dev.sayonce.flow.Action;
import dev.sayonce.flow.Action.Body;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.Fillable;
import dev.sayonce.flow.Fillable.Part;
import dev.sayonce.flow.Service;
import dev.sayonce.flow.slot.MoneySlot;
import dev.sayonce.flow.slot.NumberSlot;
import dev.sayonce.flow.slot.YesNoSlot;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a request from the catalogue's words and the values given. A value stays what it is: it
 * can't become another path, another header or another field.
 */
final class RequestWriter {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String UNRESERVED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  private static final String IN_A_PATH = UNRESERVED + "!$&'()*+,;=:@%";

  private final Service service;
  private final Action action;
  private final Map<String, Object> values;
  private final Function<String, Optional<String>> secrets;

  RequestWriter(
      Service service,
      Action action,
      Map<String, Object> values,
      Function<String, Optional<String>> secrets) {
    this.service = service;
    this.action = action;
    this.values = values;
    this.secrets = secrets;
  }

  /** A request as it goes out. */
  record Written(
      Action.Method method, URI uri, Map<String, String> headers, Optional<byte[]> body) {

    /** The back end may go on with the trace (w3.org/TR/trace-context). */
    Written inTrace(Optional<String> line) {
      var more = new LinkedHashMap<>(headers);
      line.ifPresent(l -> more.put("traceparent", l));
      return new Written(method, uri, more, body);
    }
  }

  /**
   * @param key what makes a second sending the same request
   * @throws Unwritable if a value can't stand where it should
   */
  Written write(URI base, String key) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Accept", "application/json");
    service.headers().forEach((name, text) -> headers.put(name, header(text)));
    action.request().headers().forEach((name, text) -> headers.put(name, header(text)));
    action.request().key().ifPresent(name -> headers.put(name, key));
    var body = action.request().body().map(b -> JSON.writeValueAsBytes(json(b).orElse(Map.of())));
    body.ifPresent(_ -> headers.put("Content-Type", "application/json"));
    return new Written(action.request().method(), uri(base), headers, body);
  }

  private URI uri(URI base) {
    var root = base.toString().endsWith("/") ? base.toString() : base + "/";
    var path = action.request().path().stream().map(this::segment).collect(Collectors.joining("/"));
    var query =
        action.request().query().entrySet().stream()
            .filter(e -> e.getValue().values().allMatch(values::containsKey))
            .map(e -> encoded(e.getKey(), UNRESERVED) + "=" + queried(e.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(root + path + (query.isEmpty() ? "" : "?" + query));
  }

  private String queried(Fillable text) {
    return filled(text, words -> encoded(words, UNRESERVED), v -> encoded(plain(v), UNRESERVED));
  }

  /** Whatever the back end makes of %2F or %2E, nothing that could climb out is sent at all. */
  private String segment(Fillable text) {
    var segment =
        filled(
            text, words -> encoded(words, IN_A_PATH), v -> encoded(inPath(plain(v)), UNRESERVED));
    if (segment.chars().allMatch(c -> c == '.') && !segment.isEmpty()) {
      throw new Unwritable(Failure.NOT_ALLOWED, "value");
    }
    return segment;
  }

  private static String inPath(String value) {
    if (value.isBlank()
        || value.contains("..")
        || value.chars().anyMatch(c -> "/\\%?#;".indexOf(c) >= 0)) {
      throw new Unwritable(Failure.NOT_ALLOWED, "value");
    }
    return value;
  }

  private String header(Fillable text) {
    var value = filled(text, UnaryOperator.identity(), UnaryOperator.identity()).strip();
    if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new Unwritable(Failure.NOT_ALLOWED, "value");
    }
    return value;
  }

  private static String plain(String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new Unwritable(Failure.NOT_ALLOWED, "value");
    }
    return value;
  }

  private String filled(Fillable text, UnaryOperator<String> words, UnaryOperator<String> value) {
    return text.parts().stream()
        .map(
            part ->
                switch (part) {
                  case Part.Words(var w) -> words.apply(w);
                  case Part.Value(var name) -> value.apply(given(name).orElse(""));
                  case Part.Secret(var name) ->
                      secrets
                          .apply(name)
                          .orElseThrow(() -> new Unwritable(Failure.UNAVAILABLE, "no-secret"));
                })
        .collect(Collectors.joining());
  }

  private Optional<String> given(String name) {
    return Optional.ofNullable(values.get(name)).map(Object::toString);
  }

  /** Empty for a text whose only value is not given. */
  private Optional<Object> json(Body body) {
    return switch (body) {
      case Body.Fields(var fields) -> {
        var object = new LinkedHashMap<String, Object>();
        fields.forEach((name, part) -> json(part).ifPresent(v -> object.put(name, v)));
        yield Optional.of(object);
      }
      case Body.Items(var items) ->
          Optional.of(List.copyOf(items.stream().flatMap(i -> json(i).stream()).toList()));
      case Body.Text(var text) ->
          text.only().isPresent()
              ? text.only().flatMap(this::typed)
              : Optional.of(filled(text, UnaryOperator.identity(), UnaryOperator.identity()));
      case Body.Plain(var value) -> Optional.of(value);
    };
  }

  private Optional<Object> typed(String name) {
    var type = Optional.ofNullable(action.input().get(name)).map(input -> input.slot().type());
    return given(name)
        .map(
            value ->
                switch (type.orElse(null)) {
                  case NumberSlot _, MoneySlot _ -> new BigDecimal(value);
                  case YesNoSlot _ -> value.equals(YesNoSlot.YES);
                  case null, default -> value;
                });
  }

  private static String encoded(String text, String plain) {
    var out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && plain.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append("%%%02X".formatted(b & 0xff));
      }
    }
    return out.toString();
  }
}
