package dev.sayonce.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the chart makes of a set of values.
 *
 * @param documents the objects as Helm wrote them, those for `helm test` among them
 */
record Rendering(List<String> documents, List<JsonNode> objects) {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern BETWEEN = Pattern.compile("(?m)^---\\s*$");

  static Rendering of(String manifest) {
    var documents =
        BETWEEN
            .splitAsStream(manifest)
            .filter(d -> d.lines().anyMatch(l -> !l.isBlank() && !l.startsWith("#")))
            .toList();
    return new Rendering(documents, documents.stream().map(YAML::readTree).toList());
  }

  Optional<JsonNode> find(String kind, String name) {
    return objects.stream()
        .filter(o -> kind(o).equals(kind) && o.at("/metadata/name").asString().equals(name))
        .findFirst();
  }

  JsonNode get(String kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " among " + names()));
  }

  JsonNode gateway() {
    return objects.stream().filter(o -> kind(o).equals("Deployment")).findFirst().orElseThrow();
  }

  /** The gateway's settings, as its application.yaml says them. */
  JsonNode settings() {
    return YAML.readTree(
        get("ConfigMap", gateway().at("/metadata/name").asString())
            .at("/data/application.yaml")
            .asString());
  }

  List<String> names() {
    return objects.stream().map(o -> kind(o) + "/" + o.at("/metadata/name").asString()).toList();
  }

  Stream<JsonNode> pods() {
    return objects.stream()
        .flatMap(
            o ->
                switch (kind(o)) {
                  case "Deployment", "StatefulSet" -> Stream.of(o.at("/spec/template/spec"));
                  case "Pod" -> Stream.of(o.at("/spec"));
                  default -> Stream.empty();
                });
  }

  Stream<JsonNode> containers() {
    return pods()
        .flatMap(
            pod ->
                Stream.of("containers", "initContainers").flatMap(c -> pod.path(c).valueStream()));
  }

  static String kind(JsonNode object) {
    return object.path("kind").asString();
  }

  static Optional<JsonNode> named(JsonNode list, String name) {
    return list.valueStream().filter(n -> n.path("name").asString().equals(name)).findFirst();
  }

  static List<String> texts(JsonNode list, String... path) {
    var pointer = "/" + String.join("/", Arrays.asList(path));
    return list.valueStream().map(n -> n.at(pointer).asString()).toList();
  }
}
