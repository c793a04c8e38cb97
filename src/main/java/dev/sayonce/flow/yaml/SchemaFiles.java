package dev.sayonce.flow.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas as editors want them: each in one piece, with what it takes from others inside. The
 * reader checks files by the same ones.
 */
public final class SchemaFiles {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SUFFIX = ".schema.json";
  private static final Pattern REFERENCE =
      Pattern.compile("(?:(?<file>\\w+)\\.schema\\.json)?#/\\$defs/(?<name>\\w+)");

  private SchemaFiles() {}

  /** The kinds of files that authors write. */
  public static List<String> kinds() {
    return Stream.of(FileKind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** The schema of that kind as JSON text; empty if there is no such kind. */
  public static Optional<String> of(String kind) {
    return Optional.of(kind)
        .filter(kinds()::contains)
        .map(SchemaFiles::read)
        .map(SchemaFiles::inOnePiece)
        .map(JSON.writerWithDefaultPrettyPrinter()::writeValueAsString);
  }

  private static ObjectNode read(String name) {
    return (ObjectNode) JSON.readTree(Builtin.resource(name + SUFFIX));
  }

  /** What other files define becomes definitions of this one, named after them. */
  private static ObjectNode inOnePiece(ObjectNode schema) {
    var wanted = new ArrayDeque<String>();
    var taken = new HashSet<String>();
    redirect(schema, "", wanted);
    while (!wanted.isEmpty()) {
      var file = wanted.pop();
      if (taken.add(file)) {
        var other = read(file);
        redirect(other, file, wanted);
        other
            .path("$defs")
            .properties()
            .forEach(d -> schema.withObject("$defs").set(file + "-" + d.getKey(), d.getValue()));
      }
    }
    return schema;
  }

  /**
   * Lets references point at where their definitions will stand.
   *
   * @param home the name of the file that the node was read from, empty for the one that is written
   */
  private static void redirect(JsonNode node, String home, Deque<String> wanted) {
    var reference = REFERENCE.matcher(node.path("$ref").asString(""));
    if (reference.matches()) {
      var file = reference.group("file") == null ? home : reference.group("file");
      if (!file.isEmpty()) {
        wanted.push(file);
        ((ObjectNode) node).put("$ref", "#/$defs/" + file + "-" + reference.group("name"));
      }
    }
    node.forEach(child -> redirect(child, home, wanted));
  }
}
