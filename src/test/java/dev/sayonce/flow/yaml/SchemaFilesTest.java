package dev.sayonce.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sayonce.flow.Answer;
import dev.sayonce.flow.Canned;
import dev.sayonce.flow.CaseTimes;
import dev.sayonce.flow.Chat;
import dev.sayonce.flow.Company;
import dev.sayonce.flow.Look;
import dev.sayonce.flow.Team;
import dev.sayonce.flow.talk.Line;
import dev.sayonce.flow.talk.Talk;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Editors get what the product really reads; parts of flows are SchemaTest's. */
class SchemaFilesTest {

  /** What a component is called in files, where it is not called the same. */
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("Company.matching", "understanding"),
          Map.entry("Talk.mocks", "mock"),
          Map.entry("Talk.lines", "talk"),
          Map.entry("End.outcome", "end"),
          Map.entry("User.text", "user"),
          Map.entry("Press.button", "press"),
          Map.entry("Wait.time", "wait"));

  /** What no author writes: it follows from the file's name, its place or other parts. */
  private static final Set<String> DERIVED =
      Set.of(
          "Flow.id",
          "Answer.id",
          "Canned.id",
          "Slot.name",
          "Team.id",
          "Option.words",
          "ShapedSlot.whole",
          "PhoneSlot.regions",
          "ReachSlot.phone",
          "ReachSlot.regions",
          "Talk.file",
          "Talk.line");

  @ParameterizedTest
  @ValueSource(
      classes = {
        Company.class,
        Team.class,
        CaseTimes.class,
        Look.class,
        Chat.class,
        Chat.Privacy.class
      })
  void knowsEveryPartOfTheCompany(Class<?> part) {
    knows("company", part);
  }

  @Test
  void knowsEveryPartOfAnswersAndCannedReplies() {
    knows("answers", Answer.class);
    knows("canned", Canned.class);
  }

  @Test
  void knowsEveryPartOfATest() {
    knows("tests", Talk.class);
    Arrays.stream(Line.class.getPermittedSubclasses()).forEach(line -> knows("tests", line));
  }

  private static void knows(String kind, Class<?> part) {
    var names = properties(schema(kind));
    for (var component : part.getRecordComponents()) {
      var name = part.getSimpleName() + "." + component.getName();
      if (!DERIVED.contains(name) && !isLineNumber(part, component)) {
        assertThat(names).as(name).contains(RENAMED.getOrDefault(name, kebab(component.getName())));
      }
    }
  }

  private static boolean isLineNumber(Class<?> part, RecordComponent component) {
    return Line.class.isAssignableFrom(part) && component.getName().equals("line");
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }

  private static Set<String> properties(JsonNode schema) {
    var names = new TreeSet<String>();
    schema.path("properties").propertyNames().forEach(names::add);
    schema.forEach(child -> names.addAll(properties(child)));
    return names;
  }

  static List<String> kinds() {
    return SchemaFiles.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void standsInOnePiece(String kind) {
    var schema = schema(kind);
    var refs = new ArrayList<String>();
    collect(schema, refs);
    assertThat(refs)
        .allSatisfy(
            ref -> {
              assertThat(ref).startsWith("#/");
              assertThat(schema.at(JsonPointer.compile(ref.substring(1))).isObject())
                  .as(ref)
                  .isTrue();
            });
  }

  private static void collect(JsonNode node, List<String> refs) {
    if (node.path("$ref").isString()) {
      refs.add(node.path("$ref").asString());
    }
    node.forEach(child -> collect(child, refs));
  }

  @Test
  void fitsWhatTheSampleCompanyWrote() throws IOException {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var folder = Path.of("flows");
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        var kind = FileKind.of(folder.relativize(file).toString().replace('\\', '/')).orElseThrow();
        var schema =
            registry.getSchema(
                SchemaFiles.of(kind.name().toLowerCase(java.util.Locale.ROOT)).orElseThrow());
        var content = new YAMLMapper().readTree(Files.readString(file));
        assertThat(schema.validate(content)).as("%s", file).isEmpty();
      }
    }
  }

  @Test
  void hasNoneOfWhatNobodyWrites() {
    assertThat(SchemaFiles.of("stories")).isEmpty();
    assertThat(kinds()).contains("flow", "answers", "company", "tests");
  }

  private static JsonNode schema(String kind) {
    return new JsonMapper().readTree(SchemaFiles.of(kind).orElseThrow());
  }
}
