package dev.sayonce.flow.yaml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Parses one file in the plain part of YAML: no anchors, aliases or tags, no key twice, and no bare
 * word that some tools take for true or false.
 */
final class YamlParser {

  private static final YAMLMapper MAPPER = new YAMLMapper();

  /** What YAML 1.1 reads as true or false and YAML 1.2 as text. */
  private static final Set<String> AMBIGUOUS = Set.of("yes", "no", "on", "off", "y", "n");

  private final String path;
  private final int[] source;
  private final Problems problems;
  private final Map<String, Spot> spots = new HashMap<>();
  private final Set<String> twice = new HashSet<>();
  private final Map<String, Spot> values = new HashMap<>();

  private YamlParser(String path, String source, Problems problems) {
    this.path = path;
    this.source = source.codePoints().toArray();
    this.problems = problems;
  }

  /** Empty if the content can't be told; then problems say why. */
  static Optional<YamlFile> parse(String path, String content, Problems problems) {
    var source = content.startsWith("\uFEFF") ? content.substring(1) : content;
    return new YamlParser(path, source, problems).parse(source);
  }

  private Optional<YamlFile> parse(String text) {
    try (var parser = MAPPER.createParser(text)) {
      for (boolean whole = false; parser.nextToken() != null && !whole; ) {
        look(parser);
        whole = parser.streamReadContext().inRoot() && !parser.currentToken().isStructStart();
      }
    } catch (JacksonException e) {
      problems.add(path, Spot.of(e.getLocation()), YamlMistake.in(e));
      return Optional.empty();
    }
    return tree(text);
  }

  private Optional<YamlFile> tree(String text) {
    try {
      var lines = text.lines().toList();
      return Optional.of(new YamlFile(path, MAPPER.readTree(text), spots, values, lines));
    } catch (JacksonException e) {
      problems.add(path, Spot.of(e.getLocation()), YamlMistake.TWO_DOCUMENTS);
      return Optional.empty();
    }
  }

  private void look(JsonParser parser) {
    var token = parser.currentToken();
    if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
      return;
    }
    var spot = Spot.of(parser.currentTokenLocation());
    var pointer = parser.streamReadContext().pathAsPointer().toString();
    if (token == JsonToken.PROPERTY_NAME) {
      lookAtKey(pointer, spot, parser.getString());
    } else {
      spots.putIfAbsent(pointer, spot);
      values.putIfAbsent(pointer, spot);
    }
    lookAtSource(parser, token, spot);
  }

  private void lookAtKey(String pointer, Spot spot, String key) {
    var first = spots.putIfAbsent(pointer, spot);
    if (first != null && twice.stream().noneMatch(above -> pointer.startsWith(above + "/"))) {
      twice.add(pointer);
      problems.add(
          path,
          spot,
          "`%s` stands here a second time (first in line %d): remove or rename one."
              .formatted(key, first.line()));
    }
  }

  private void lookAtSource(JsonParser parser, JsonToken token, Spot spot) {
    var offset = (int) parser.currentTokenLocation().getCharOffset();
    var first = offset >= 0 && offset < source.length ? source[offset] : ' ';
    switch (first) {
      case '&', '*' ->
          problems.add(
              path, spot, "Anchors (&) and aliases (*) are not read: write it out or quote it.");
      case '!' -> problems.add(path, spot, "Tags (!) are not read: remove it or quote the text.");
      case '"', '\'', '|', '>' -> {}
      default -> lookAtWord(token, parser, spot);
    }
  }

  private void lookAtWord(JsonToken token, JsonParser parser, Spot spot) {
    if (token != JsonToken.PROPERTY_NAME && token != JsonToken.VALUE_STRING) {
      return;
    }
    var word = parser.getString();
    if (AMBIGUOUS.contains(word.toLowerCase(Locale.ROOT))) {
      problems.add(
          path,
          spot,
          "A bare %1$s is true or false to some tools and a text to others: quote it, '%1$s'."
              .formatted(word));
    }
  }
}
