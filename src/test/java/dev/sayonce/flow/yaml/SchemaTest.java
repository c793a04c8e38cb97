package dev.sayonce.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Interrupt;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.Step;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas that editors complete by say the same as the types, and explain every word. */
class SchemaTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNode FLOW = schema("flow.schema.json");

  /** Where a component is called otherwise in the file, or is several words there. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("Ask.slot", List.of("ask")),
          Map.entry("Choice.slot", List.of("choice")),
          Map.entry("Call.action", List.of("call")),
          Map.entry("Call.onError", List.of("on-error")),
          Map.entry("Prove.sending", List.of("prove")),
          Map.entry("Set.values", List.of("set")),
          Map.entry("Branch.ways", List.of("branch")),
          Map.entry("Goto.target", List.of("goto")),
          Map.entry("Run.flow", List.of("run")),
          Map.entry("Handoff.team", List.of("handoff")),
          Map.entry("End.outcome", List.of("end")),
          Map.entry("Option.goTo", List.of("goto")),
          Map.entry("Way.condition", List.of("if")),
          Map.entry("Way.target", List.of("goto", "else")),
          Map.entry("Slot.askedBy", List.of("asked-by")),
          Map.entry("Slot.type", List.of("type", "pattern", "min", "max", "currency", "options")));

  /** What a file need not say: it follows from the file's or the slot's name. */
  private static final Set<String> IMPLIED = Set.of("Flow.id", "Slot.name");

  /** What the type needs no component for. */
  private static final Set<String> ONLY_WRITTEN = Set.of("tests", "survey");

  private static JsonNode schema(String name) {
    return JSON.readTree(Builtin.resource(name));
  }

  @Test
  void everyComponentOfAStepIsInTheSchema() {
    var step = FLOW.at("/$defs/step/properties");
    var written = new HashSet<String>();
    for (var kind : Step.class.getPermittedSubclasses()) {
      written.addAll(names(kind));
    }
    assertThat(propertiesOf(step)).containsExactlyInAnyOrderElementsOf(and(written, "survey"));
  }

  private static Set<String> and(Set<String> names, String more) {
    var all = new HashSet<>(names);
    all.add(more);
    return all;
  }

  @Test
  void everyPartOfAStepIsInTheSchema() {
    assertThat(propertiesOf(FLOW.at("/$defs/step/properties/options/items/properties")))
        .containsExactlyInAnyOrderElementsOf(names(Step.Option.class));
    assertThat(propertiesOf(FLOW.at("/$defs/step/properties/retry/properties")))
        .containsExactlyInAnyOrderElementsOf(names(Step.Retry.class));
    assertThat(propertiesOf(FLOW.at("/$defs/step/properties/branch/items/properties")))
        .containsExactlyInAnyOrderElementsOf(names(Step.Way.class));
  }

  @Test
  void everyComponentOfSlotAndFlowIsInTheSchema() {
    assertThat(propertiesOf(FLOW.at("/$defs/slot/properties")))
        .containsExactlyInAnyOrderElementsOf(names(Slot.class));
    assertThat(propertiesOf(FLOW.path("properties")))
        .filteredOn(name -> !ONLY_WRITTEN.contains(name))
        .containsExactlyInAnyOrderElementsOf(names(Flow.class));
  }

  @Test
  void everyInterruptIsInTheSchema() {
    assertThat(propertiesOf(schema("interrupts.schema.json").path("properties")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Interrupt.values()).map(Interrupt::key).toList());
  }

  @Test
  void everyKindOfStepHasItsRule() {
    var rules = FLOW.at("/$defs/step/allOf").toString();
    for (var kind : StepKind.values()) {
      assertThat(rules).contains("\"required\":[\"" + kind.key() + "\"]");
    }
  }

  private static Set<String> names(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(c -> !IMPLIED.contains(key(type, c)))
        .flatMap(c -> NAMES.getOrDefault(key(type, c), List.of(c.getName())).stream())
        .collect(Collectors.toSet());
  }

  private static String key(Class<?> type, RecordComponent component) {
    return type.getSimpleName() + "." + component.getName();
  }

  private static List<String> propertiesOf(JsonNode properties) {
    return List.copyOf(properties.propertyNames());
  }

  /** An editor shows the description of whatever the author is writing. */
  @ParameterizedTest
  @EnumSource(FileKind.class)
  void everyPropertyIsDescribed(FileKind kind) {
    var missing = new ArrayList<String>();
    var document = schema(kind.schema());
    look(document, document, "", missing);
    assertThat(missing).isEmpty();
    assertThat(schema(kind.schema()).path("title").asString("").toLowerCase(Locale.ROOT))
        .isNotBlank();
  }

  private static void look(JsonNode node, JsonNode document, String path, List<String> missing) {
    node.path("properties")
        .properties()
        .forEach(
            property -> {
              boolean isRule =
                  path.contains("/if") || path.contains("/then") || path.contains("/else");
              if (!isRule && !isDescribed(property.getValue(), document)) {
                missing.add(path + "/" + property.getKey());
              }
            });
    node.properties()
        .forEach(child -> look(child.getValue(), document, path + "/" + child.getKey(), missing));
    if (node.isArray()) {
      node.forEach(item -> look(item, document, path + "/[]", missing));
    }
  }

  private static boolean isDescribed(JsonNode property, JsonNode document) {
    if (property.has("description")) {
      return true;
    }
    var ref = property.path("$ref").asString("");
    int hash = ref.indexOf('#');
    if (hash < 0) {
      return false;
    }
    var target = hash == 0 ? document : schema(ref.substring(0, hash));
    return isDescribed(target.at(ref.substring(hash + 1)), target);
  }
}
