package dev.sayonce.flow.yaml;

import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of steps, by the key that makes one. */
enum StepKind {
  ASK,
  CHOICE,
  CALL,
  PROVE,
  SET,
  BRANCH,
  GOTO,
  RUN,
  SURVEY,
  HANDOFF,
  END,
  SAY;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of a step that fits the schema; a choice that keeps nothing has only its options. */
  static StepKind of(Place step) {
    return Stream.of(values())
        .filter(kind -> kind != SAY && step.has(kind.key()))
        .findFirst()
        .orElse(step.has("options") ? CHOICE : SAY);
  }

  /** True if nothing follows the step. */
  boolean isLast() {
    return this == HANDOFF || this == END;
  }
}
