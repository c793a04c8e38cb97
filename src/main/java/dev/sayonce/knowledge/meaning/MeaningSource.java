package dev.sayonce.knowledge.meaning;

import java.util.Optional;

/**
 * Opens models. The default build has none, for what runs models weighs a hundred megabytes; found
 * by {@link java.util.ServiceLoader}.
 */
public interface MeaningSource {

  /**
   * The model of that name or folder; empty if this source knows no such thing.
   *
   * @throws UnusableModel if it is there, but can't be used
   */
  Optional<Meaning> open(String model);
}
