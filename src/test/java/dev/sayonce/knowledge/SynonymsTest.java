package dev.sayonce.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SynonymsTest {

  private final Synonyms synonyms =
      new Synonyms(
          List.of(
              List.of("paczka", "przesyłka", "посылка", "parcel"),
              List.of("cena", "how much", "price")));

  private List<String> in(String words) {
    return synonyms.in(Words.of(Words.normal(words)));
  }

  @Test
  void findsAWordInItsForms() {
    assertThat(in("gdzie moje paczki")).isEqualTo(in("where is the parcel")).hasSize(1);
    assertThat(in("жду посылку")).isEqualTo(in("posylku")).hasSize(1);
  }

  @Test
  void doesNotTakeALongerWordForAForm() {
    assertThat(in("paczkomat")).isEmpty();
  }

  @Test
  void findsSeveralWordsInARow() {
    assertThat(in("how much is it")).isEqualTo(in("jaka cena")).hasSize(1);
    assertThat(in("how is it")).isEmpty();
  }
}
