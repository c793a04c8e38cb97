package dev.sayonce.knowledge.meaning;

import dev.sayonce.flow.Language;
import java.util.Set;

/**
 * A model that puts texts of like meaning near each other. It is never asked about a language that
 * it does not declare: an English model makes Polish answers worse.
 */
public interface Meaning {

  Set<Language> languages();

  /** Always of the same size, and of unit length. Thread-safe; takes milliseconds. */
  float[] vector(String text);
}
