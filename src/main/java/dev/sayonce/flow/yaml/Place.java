package dev.sayonce.flow.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A part of a file that fits its schema: its value, and where to point when it means nonsense. */
record Place(YamlFile file, JsonPointer pointer, JsonNode node, Problems problems) {

  boolean has(String key) {
    return node.has(key);
  }

  Place at(String key) {
    return new Place(file, pointer.appendProperty(key), node.path(key), problems);
  }

  Optional<Place> find(String key) {
    return has(key) ? Optional.of(at(key)) : Optional.empty();
  }

  String text() {
    return node.stringValue("");
  }

  List<Place> items() {
    var items = new ArrayList<Place>();
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      items.add(new Place(file, pointer.appendIndex(i), node.path(i), problems));
    }
    return items;
  }

  /** In the order of the file. */
  Map<String, Place> fields() {
    var fields = new LinkedHashMap<String, Place>();
    node.propertyNames().forEach(name -> fields.put(name, at(name)));
    return fields;
  }

  int line() {
    return file.spot(pointer).line();
  }

  /** A problem with the text at that character, counted from 0. */
  void problem(int index, String message) {
    problems.add(file.path(), file.spot(pointer, text(), index), message);
  }

  /** Something that works, but hardly as the author means it. */
  void warning(String message) {
    problems.warn(file.path(), file.spot(pointer), message);
  }

  void problem(String message) {
    problems.add(file.path(), file.spot(pointer), message);
  }
}
