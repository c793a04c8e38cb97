package dev.sayonce.knowledge.meaning.onnx;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.sayonce.flow.Language;
import dev.sayonce.knowledge.meaning.Meaning;
import java.util.Set;

/** A model at work. Texts that come again, as examples do at each reload, are remembered. */
final class OnnxMeaning implements Meaning {

  private static final int MOST_REMEMBERED = 20_000;

  /** More words tell no more about what is wanted, and cost time. */
  private static final int LONGEST = 1000;

  private final EmbeddingModel model;
  private final String prefix;
  private final Set<Language> languages;
  private final Cache<String, float[]> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /**
   * @param prefix what the model wants to read before each text, like {@code "query: "}
   */
  OnnxMeaning(EmbeddingModel model, String prefix, Set<Language> languages) {
    this.model = model;
    this.prefix = prefix;
    this.languages = languages;
  }

  @Override
  public Set<Language> languages() {
    return languages;
  }

  @Override
  public float[] vector(String text) {
    return remembered.get(text.length() > LONGEST ? text.substring(0, LONGEST) : text, this::embed);
  }

  private float[] embed(String text) {
    var embedding = model.embed(prefix + text).content();
    embedding.normalize();
    return embedding.vector();
  }
}
