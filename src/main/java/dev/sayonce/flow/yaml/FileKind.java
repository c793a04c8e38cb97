package dev.sayonce.flow.yaml;

import java.util.Locale;
import java.util.Optional;

/** What a file is for, as its path tells; each kind has a schema. */
enum FileKind {
  COMPANY,
  PHRASES,
  ANSWERS,
  CANNED,
  INTERRUPTS,
  ACTIONS,
  FLOW,
  TESTS;

  static final String BUILTIN = "builtin/";
  private static final String YAML = ".yaml";
  private static final String ANSWERS_FOLDER = "answers/";
  private static final String ACTIONS_FOLDER = "actions/";
  private static final String TESTS_FOLDER = "tests/";

  String schema() {
    return name().toLowerCase(Locale.ROOT) + ".schema.json";
  }

  /** Empty for a file that has no place in a set of flows. */
  static Optional<FileKind> of(String path) {
    if (!path.endsWith(YAML)) {
      return Optional.empty();
    }
    return switch (path) {
      case "company.yaml" -> Optional.of(COMPANY);
      case "canned.yaml" -> Optional.of(CANNED);
      case "phrases.yaml", BUILTIN + "phrases.yaml" -> Optional.of(PHRASES);
      case "interrupts.yaml", BUILTIN + "interrupts.yaml" -> Optional.of(INTERRUPTS);
      case BUILTIN + "answers.yaml" -> Optional.of(ANSWERS);
      case String other when other.startsWith(ANSWERS_FOLDER) -> Optional.of(ANSWERS);
      case String other when other.startsWith(ACTIONS_FOLDER) -> Optional.of(ACTIONS);
      case String other when other.startsWith(TESTS_FOLDER) -> Optional.of(TESTS);
      case String other when isBuiltin(other) || !other.contains("/") -> Optional.of(FLOW);
      case String _ -> Optional.empty();
    };
  }

  static boolean isBuiltin(String path) {
    return path.startsWith(BUILTIN);
  }

  /** The file's name without folder and ending: the id of a flow. */
  static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - YAML.length());
  }
}
