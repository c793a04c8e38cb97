package dev.sayonce.flow.yaml;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A file's content with the place of each part.
 *
 * @param spots by JSON pointer; of a property the place of its key
 * @param values by JSON pointer, where a value itself begins
 */
record YamlFile(
    String path,
    JsonNode root,
    Map<String, Spot> spots,
    Map<String, Spot> values,
    List<String> lines) {

  /** The place of that part; of one that is not there, the place of what would hold it. */
  Spot spot(JsonPointer pointer) {
    for (var p = pointer; p != null; p = p.head()) {
      var spot = spots.get(p.toString());
      if (spot != null) {
        return spot;
      }
    }
    return Spot.START;
  }

  /**
   * The place of a character of a text.
   *
   * @param index from 0, in the text as it was read
   */
  Spot spot(JsonPointer pointer, String text, int index) {
    var begin = values.get(pointer.toString());
    return begin == null ? spot(pointer) : new Inside(lines, begin, text).at(index);
  }

  /** The whole file as a place to read from. */
  Place top(Problems problems) {
    return new Place(this, JsonPointer.empty(), root, problems);
  }
}
