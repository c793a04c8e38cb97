package dev.sayonce.flow.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The files that ship with the product: its phrases, small talk, and the ways to a person. */
final class Builtin {

  private static final String FOLDER = "/dev/sayonce/flow/";

  /** By their paths in a set of flows. */
  static final Map<String, String> FILES =
      read("phrases.yaml", "answers.yaml", "person.yaml", "complaint.yaml", "interrupts.yaml");

  private Builtin() {}

  /**
   * The author's files with the product's own beside them. What a stored set kept of an earlier
   * version stays, so that a talk that began with it sounds the same after an upgrade.
   */
  static TreeMap<String, String> completing(Map<String, String> files) {
    var all = new TreeMap<>(FILES);
    all.putAll(files);
    return all;
  }

  static String resource(String name) {
    try (var stream = Builtin.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("Missing in the jar: " + FOLDER + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Unreadable in the jar: " + FOLDER + name, e);
    }
  }

  private static Map<String, String> read(String... names) {
    var files = new TreeMap<String, String>();
    for (var name : names) {
      files.put(FileKind.BUILTIN + name, resource(FileKind.BUILTIN + name));
    }
    return files;
  }
}
