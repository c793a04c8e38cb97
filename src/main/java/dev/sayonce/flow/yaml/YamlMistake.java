package dev.sayonce.flow.yaml;

import java.util.Map;
import tools.jackson.core.JacksonException;

/** Turns the parser's words for a mistake of form into a plain sentence with a remedy. */
final class YamlMistake {

  static final String TWO_DOCUMENTS = "A second document begins here: keep one and remove the ---.";

  private static final Map<String, String> REMEDIES =
      Map.of(
          "mapping values are not allowed here",
              "A colon stands where none may be: put the text in quotes.",
          "cannot start any token",
              "This character can't begin a text: indent with blanks, not tabs, or quote the text.",
          "quoted scalar", "A quote is opened and not closed: add the closing quote.",
          "flow sequence", "A list [ … ] is not closed, or a comma is missing in it.",
          "flow mapping", "A group { … } is not closed, or a comma is missing in it.",
          "mapping keys are not allowed", "A ? stands where none may be: put the text in quotes.",
          "undefined alias", "Anchors (&) and aliases (*) are not read: write it out or quote it.",
          "block mapping", "The line is indented otherwise than its neighbours: align them.",
          "block collection", "The line is indented otherwise than its neighbours: align them.");

  private YamlMistake() {}

  static String in(JacksonException mistake) {
    var original = String.valueOf(mistake.getOriginalMessage());
    return REMEDIES.entrySet().stream()
        .filter(e -> original.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .orElse("This is not YAML that can be read: check indentation, colons and quotes.");
  }
}
