package dev.sayonce.knowledge.meaning;

import java.util.Optional;
import java.util.ServiceLoader;

/** The models that this build can run. */
public final class Meanings {

  private Meanings() {}

  /**
   * The model that a setting names.
   *
   * @param model empty for none
   * @throws UnusableModel if there is no such model, or it is broken
   */
  public static Optional<Meaning> open(String model) {
    return model.isBlank() ? Optional.empty() : Optional.of(find(model));
  }

  private static Meaning find(String model) {
    var sources = ServiceLoader.load(MeaningSource.class).stream().toList();
    if (sources.isEmpty()) {
      throw new UnusableModel(
          "This build runs no language models: build it with -Pembeddings to use " + model + ".");
    }
    return sources.stream()
        .map(ServiceLoader.Provider::get)
        .flatMap(source -> source.open(model).stream())
        .findFirst()
        .orElseThrow(() -> new UnusableModel("There is no language model " + model + "."));
  }
}
