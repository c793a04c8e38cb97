package dev.sayonce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The {@code synonyms:} of a YAML file, without the company round it. */
final class SynonymsFile {

  private SynonymsFile() {}

  /**
   * @throws IllegalArgumentException if the file has no synonyms
   */
  static List<List<String>> read(Path file) throws IOException {
    var groups = new ArrayList<List<String>>();
    for (var group : tree(file).path("synonyms")) {
      groups.add(group.valueStream().map(JsonNode::asString).toList());
    }
    if (groups.isEmpty()) {
      throw new IllegalArgumentException(
          file + " has no synonyms: write synonyms: [[parcel, package], ...].");
    }
    return groups;
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return new YAMLMapper().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " is not YAML: " + e.getOriginalMessage());
    }
  }
}
