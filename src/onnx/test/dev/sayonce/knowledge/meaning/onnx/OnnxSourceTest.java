package dev.sayonce.knowledge.meaning.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.sayonce.flow.Language;
import dev.sayonce.knowledge.meaning.Meaning;
import dev.sayonce.knowledge.meaning.Meanings;
import dev.sayonce.knowledge.meaning.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxSourceTest {

  private static final Meaning ENGLISH = Meanings.open("english").orElseThrow();

  @TempDir private Path folder;

  private void unpack(String file, String as) throws IOException {
    try (var stream =
        Objects.requireNonNull(
            BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream("/" + file))) {
      Files.copy(stream, folder.resolve(as));
    }
  }

  private static double cosine(Meaning meaning, String one, String other) {
    var a = meaning.vector(one);
    var b = meaning.vector(other);
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return dot;
  }

  @Test
  void putsTextsOfLikeMeaningNearEachOther() {
    assertThat(ENGLISH.languages()).containsExactly(new Language("en"));
    assertThat(cosine(ENGLISH, "where is my parcel", "the package has not arrived"))
        .isGreaterThan(cosine(ENGLISH, "where is my parcel", "how do I bake bread"));
    assertThat(cosine(ENGLISH, "hello", "hello")).isEqualTo(1, within(1e-4));
  }

  @Test
  void opensAFolderOfTheOwner() throws IOException {
    unpack("bge-small-en-v1.5-q.onnx", "model.onnx");
    unpack("bge-small-en-v1.5-q-tokenizer.json", "tokenizer.json");
    Files.writeString(folder.resolve("model.properties"), "languages=en\npooling=cls\n");
    var own = Meanings.open(folder.toString()).orElseThrow();
    var theirs = ENGLISH.vector("where is my parcel");
    var ours = own.vector("where is my parcel");
    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).isEqualTo(theirs[i], within(1e-4f));
    }
  }

  @Test
  void tellsWhatABrokenFolderLacks() throws IOException {
    Files.writeString(folder.resolve("model.properties"), "languages=en\n");
    assertThatThrownBy(() -> Meanings.open(folder.toString()))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("model.onnx");
    Files.writeString(folder.resolve("model.onnx"), "no model");
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    assertThatThrownBy(() -> Meanings.open(folder.toString()))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("can't be loaded")
        .hasMessageNotContaining("\n");
  }
}
