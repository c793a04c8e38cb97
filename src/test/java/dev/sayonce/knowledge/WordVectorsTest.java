package dev.sayonce.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordVectorsTest {

  private final WordVectors english = WordVectors.of(new Language("en")).orElseThrow();

  private double likeness(String a, String b) {
    var left = english.together(Words.of(a));
    var right = english.together(Words.of(b));
    double dot = 0;
    for (int i = 0; i < left.length; i++) {
      dot += left[i] * right[i];
    }
    return dot;
  }

  @Test
  void putsWordsThatMeanTheSameNearEachOther() {
    assertThat(likeness("parcel", "package")).isGreaterThan(likeness("parcel", "volcano") + 0.2);
    assertThat(likeness("give back the shoes", "return footwear"))
        .isGreaterThan(likeness("give back the shoes", "weather tomorrow") + 0.2);
  }

  @Test
  void saysNothingOfWordsThatItDoesNotKnow() {
    assertThat(english.together(List.of("przesylka", ""))).containsOnly(0);
    assertThat(WordVectors.of(new Language("pl"))).isEmpty();
  }

  @Test
  void isOfUnitLength() {
    assertThat(likeness("my order is late", "my order is late")).isBetween(0.999, 1.001);
  }
}
