package dev.sayonce.knowledge.meaning.onnx;

import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.sayonce.flow.Language;
import dev.sayonce.knowledge.meaning.Meaning;
import dev.sayonce.knowledge.meaning.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model that an owner put there: {@code model.onnx}, {@code tokenizer.json}, and {@code
 * model.properties} with its languages.
 */
record ModelFolder(Path folder) {

  private static final String PROPERTIES = "model.properties";

  /**
   * Loads the model and tries it.
   *
   * @throws UnusableModel if anything is missing or broken
   */
  Meaning open() {
    var properties = properties();
    var languages = languages(properties);
    var pooling = pooling(properties.getProperty("pooling", "mean").strip());
    try {
      var model = new OnnxEmbeddingModel(file("model.onnx"), file("tokenizer.json"), pooling);
      var meaning = new OnnxMeaning(model, properties.getProperty("prefix", ""), languages);
      meaning.vector("Hello");
      return meaning;
    } catch (UnusableModel e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UnusableModel(
          "The language model in %s can't be loaded: %s".formatted(folder, rootOf(e)));
    }
  }

  private static String rootOf(Throwable e) {
    var cause = e;
    for (var next = e.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown");
  }

  private Path file(String name) {
    var file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new UnusableModel("There is no %s in the language model's folder.".formatted(file));
    }
    return file;
  }

  private Properties properties() {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file(PROPERTIES))) {
      properties.load(reader);
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableModel(file(PROPERTIES) + " can't be read: " + e.getMessage());
    }
  }

  private Set<Language> languages(Properties properties) {
    var languages =
        Arrays.stream(properties.getProperty("languages", "").split(","))
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .map(Language::new)
            .collect(Collectors.toUnmodifiableSet());
    if (languages.isEmpty()) {
      throw new UnusableModel(
          file(PROPERTIES) + " names no languages: write languages=pl,ru with those it knows.");
    }
    return languages;
  }

  private PoolingMode pooling(String name) {
    return switch (name) {
      case "mean" -> PoolingMode.MEAN;
      case "cls" -> PoolingMode.CLS;
      default ->
          throw new UnusableModel(
              "%s: pooling is mean or cls, not %s.".formatted(file(PROPERTIES), name));
    };
  }
}
