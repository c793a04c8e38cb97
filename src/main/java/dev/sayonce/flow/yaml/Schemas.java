package dev.sayonce.flow.yaml;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of the files, with their descriptions at hand for the messages. */
final class Schemas {

  private static final String BASE = "classpath:/dev/sayonce/flow/";

  private final Map<FileKind, Schema> schemas = new EnumMap<>(FileKind.class);
  private final Map<String, JsonNode> documents = new HashMap<>();

  Schemas() {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    load("common.schema.json");
    for (var kind : FileKind.values()) {
      load(kind.schema());
      schemas.put(kind, registry.getSchema(SchemaLocation.of(BASE + kind.schema())));
    }
  }

  /** Adds what does not fit to the problems; true if everything fits. */
  boolean fits(FileKind kind, YamlFile file, Problems problems) {
    var mistakes =
        Objects.requireNonNull(schemas.get(kind)).validate(file.root()).stream()
            .map(error -> SchemaMistake.of(error, this))
            .toList();
    long told = mistakes.stream().filter(mistake -> mistake.report(file, problems)).count();
    if (told == 0) {
      mistakes.forEach(mistake -> mistake.tell(file, problems));
    }
    return mistakes.isEmpty();
  }

  /** The part of a schema that holds the keyword at that location. */
  JsonNode holder(SchemaLocation location) {
    var iri = String.valueOf(location.getAbsoluteIri());
    var document = documents.get(iri.substring(iri.lastIndexOf('/') + 1));
    if (document == null) {
      throw new IllegalStateException("No such schema: " + iri);
    }
    var pointer = JsonPointer.compile(location.getFragment().toString()).head();
    return pointer == null ? document : document.at(pointer);
  }

  private void load(String name) {
    documents.put(name, new JsonMapper().readTree(Builtin.resource(name)));
  }
}
