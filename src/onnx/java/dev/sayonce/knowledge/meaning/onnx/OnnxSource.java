package dev.sayonce.knowledge.meaning.onnx;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.sayonce.flow.Language;
import dev.sayonce.knowledge.meaning.Meaning;
import dev.sayonce.knowledge.meaning.MeaningSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The English model that comes with the build, and folders of the owner. */
public final class OnnxSource implements MeaningSource {

  /** The name of the model in the jar: bge-small-en-v1.5, quantised. */
  static final String ENGLISH = "english";

  @Override
  public Optional<Meaning> open(String model) {
    if (model.equals(ENGLISH)) {
      return Optional.of(english());
    }
    var folder = Path.of(model);
    return Files.exists(folder) ? Optional.of(new ModelFolder(folder).open()) : Optional.empty();
  }

  private static Meaning english() {
    return new OnnxMeaning(
        new BgeSmallEnV15QuantizedEmbeddingModel(), "", Set.of(new Language("en")));
  }
}
