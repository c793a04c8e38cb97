package dev.sayonce.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the sample company's back end feels: a switch for whoever wants to watch. */
enum Mood {
  WELL,
  /** Answers too late for anybody. */
  SLOW,
  /** Says that it is in trouble. */
  DOWN,
  /** Answers with something else. */
  GARBAGE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Mood> of(String word) {
    return Stream.of(values()).filter(m -> m.word().equals(word)).findFirst();
  }
}
