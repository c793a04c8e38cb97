package dev.sayonce.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Each value is explained where it stands and in the chart's README, and known to the schema. */
class ChartValuesTest {

  private static final Pattern LINE = Pattern.compile("^( *)([A-Za-z0-9]+):(.*)$");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([A-Za-z0-9.]+)` \\| `(.*?)` \\| (.*) \\|$");

  private static final String VALUES = Chart.read(Chart.FOLDER.resolve("values.yaml"));

  /** Path of a value → the sentence above it. */
  private static Map<String, String> explained() {
    var sentences = new LinkedHashMap<String, String>();
    var path = new String[9];
    var comment = "";
    for (var line : VALUES.lines().toList()) {
      var key = LINE.matcher(line);
      if (line.strip().startsWith("# ")) {
        comment = line.strip().substring(2);
      } else if (key.matches()) {
        int depth = key.group(1).length() / 2;
        path[depth] = key.group(2);
        if (!comment.isEmpty()) {
          sentences.put(String.join(".", Arrays.asList(path).subList(0, depth + 1)), comment);
        }
        comment = "";
      }
    }
    return sentences;
  }

  /** Path of a value → what it is. */
  private static Map<String, String> defaults(String path, JsonNode node) {
    var all = new LinkedHashMap<String, String>();
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(
              p -> {
                var below = path.isEmpty() ? p.getKey() : path + "." + p.getKey();
                all.putAll(defaults(below, p.getValue()));
              });
    } else {
      all.put(path, node.isString() && !node.asString().isEmpty() ? node.asString() : node + "");
    }
    return all;
  }

  private static Map<String, String> defaults() {
    return defaults("", new YAMLMapper().readTree(VALUES));
  }

  @Test
  void everyValueHasASentence() {
    assertThat(explained().keySet()).containsExactlyElementsOf(defaults().keySet());
    assertThat(explained().values()).allSatisfy(s -> assertThat(s).endsWith("."));
  }

  @Test
  void theReadmeSaysTheSame() {
    var wanted = new LinkedHashMap<String, String>();
    defaults().forEach((k, v) -> wanted.put(k, v + " → " + explained().get(k)));
    var told = new LinkedHashMap<String, String>();
    Chart.read(Chart.FOLDER.resolve("README.md"))
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(r -> told.put(r.group(1), r.group(2) + " → " + r.group(3)));
    assertThat(told).isEqualTo(wanted);
  }

  @Test
  void theSchemaKnowsEachOfThemAndNoMore() {
    var schema =
        JsonMapper.shared().readTree(Chart.read(Chart.FOLDER.resolve("values.schema.json")));
    var values = new YAMLMapper().readTree(VALUES);
    compare("", schema, schema, values);
  }

  private static void compare(String path, JsonNode root, JsonNode schema, JsonNode values) {
    var here = schema.has("$ref") ? root.at(schema.path("$ref").asString().substring(1)) : schema;
    if (values.isObject() && !values.isEmpty()) {
      assertThat(here.path("additionalProperties").asBoolean(true)).as(path).isFalse();
      var known = new TreeSet<>(here.path("properties").propertyNames());
      known.remove("global");
      assertThat(known).as(path).containsExactlyInAnyOrderElementsOf(values.propertyNames());
      values
          .properties()
          .forEach(
              p ->
                  compare(
                      path + "/" + p.getKey(),
                      root,
                      here.path("properties").path(p.getKey()),
                      p.getValue()));
    }
  }
}
