package dev.sayonce.knowledge;

import dev.sayonce.flow.Language;
import java.util.Optional;

/**
 * Words of a customer as they are looked at.
 *
 * @param normal as {@link Words#normal} leaves them
 * @param language where it can be told
 */
record Said(String text, String normal, Optional<Language> language) {

  static Said in(String text, Tongues tongues) {
    return new Said(text, Words.normal(text), tongues.of(text));
  }

  /** The same in other words. */
  Said as(String other) {
    return new Said(text, other, language);
  }

  /** What was written, with its case and signs, unless the words were put right. */
  String asWritten() {
    return Words.normal(text).equals(normal) ? text : normal;
  }

  /** The part of it with these words. */
  Said only(String rest) {
    return new Said(rest, rest, language);
  }
}
