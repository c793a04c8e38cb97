package dev.sayonce.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The questions that dashboards and alerts put to Prometheus, taken apart as far as we can. */
final class Queries {

  static final Path ALERTS = Path.of("helm/sayonce/alerts.yaml");
  static final Path DASHBOARDS = Path.of("helm/sayonce/dashboards");

  private static final ObjectMapper JSON = JsonMapper.shared();
  private static final ObjectMapper YAML = new YAMLMapper();

  private static final Set<String> FUNCTIONS =
      Set.of(
          "sum", "max", "min", "rate", "increase", "absent", "histogram_quantile", "max_over_time");
  private static final Set<String> WORDS = Set.of("by", "and", "or", "unless", "on");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|\"[^\"]*\"|[a-zA-Z_:][\\w:]*|\\d+(?:\\.\\d+)?|\\[\\d+[smhd]]|=~|!~|!=|==|>=|<=|[-+*/<>=(){},]");
  private static final Map<String, String> CLOSING = Map.of("(", ")", "{", "}");

  private Queries() {}

  static List<JsonNode> alerts() {
    var all = new ArrayList<JsonNode>();
    YAML.readTree(read(ALERTS))
        .path("groups")
        .forEach(group -> group.path("rules").forEach(all::add));
    return all;
  }

  static List<JsonNode> panels() {
    try (var files = Files.list(DASHBOARDS)) {
      return files
          .filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .map(f -> JSON.readTree(read(f)))
          .flatMap(d -> d.path("panels").valueStream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them. */
  static List<String> expressions() {
    return Stream.concat(
            alerts().stream().map(rule -> rule.path("expr").asString()),
            panels().stream()
                .flatMap(p -> p.path("targets").valueStream())
                .map(target -> target.path("expr").asString()))
        .toList();
  }

  /** What an expression asks for: a metric, and the labels by which it is chosen. */
  record Asked(String metric, Set<String> labels) {}

  /** Takes an expression apart; fails where it can't be one of Prometheus. */
  static List<Asked> parse(String expression) {
    var tokens = tokens(expression);
    balance(expression, tokens);
    var asked = new ArrayList<Asked>();
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
      if (token.equals("by")) {
        i = tokens.subList(i, tokens.size()).indexOf(")") + i;
      } else if (isName(token) && !WORDS.contains(token)) {
        if (next.equals("(") || next.equals("by")) {
          known(expression, token);
        } else {
          asked.add(new Asked(token, next.equals("{") ? chosenBy(tokens, i + 2) : Set.of()));
          i = next.equals("{") ? tokens.subList(i, tokens.size()).indexOf("}") + i : i;
        }
      }
    }
    if (asked.isEmpty()) {
      throw new AssertionError("Asks for nothing: " + expression);
    }
    return asked;
  }

  private static List<String> tokens(String expression) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(expression);
    int at = 0;
    while (at < expression.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new AssertionError("Not understood at %d: %s".formatted(at, expression));
      }
      if (!matcher.group().isBlank()) {
        tokens.add(matcher.group());
      }
      at = matcher.end();
    }
    return tokens;
  }

  private static void balance(String expression, List<String> tokens) {
    var open = new ArrayDeque<String>();
    for (var token : tokens) {
      if (CLOSING.containsKey(token)) {
        open.push(CLOSING.get(token));
      } else if (CLOSING.containsValue(token) && !token.equals(open.poll())) {
        throw new AssertionError("Brackets: " + expression);
      }
    }
    if (!open.isEmpty()) {
      throw new AssertionError("Brackets: " + expression);
    }
  }

  private static void known(String expression, String function) {
    if (!FUNCTIONS.contains(function)) {
      throw new AssertionError("No function %s: %s".formatted(function, expression));
    }
  }

  private static Set<String> chosenBy(List<String> tokens, int from) {
    var labels = new java.util.TreeSet<String>();
    for (int i = from; !tokens.get(i).equals("}"); i++) {
      if (isName(tokens.get(i))) {
        labels.add(tokens.get(i));
      }
    }
    return labels;
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
