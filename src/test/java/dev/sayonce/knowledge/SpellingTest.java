package dev.sayonce.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

  private final Spelling spelling =
      new Spelling(List.of("gdzie jest przesylka", "верните деньги", "where is it ab1234"));

  private String right(String words, String language) {
    return spelling.right(new Said(words, words, Optional.of(new Language(language))));
  }

  @ParameterizedTest
  @CsvSource({
    "gdzie jest przesyka, gdzie jest przesylka",
    "gdzie jest pprzesylka, gdzie jest przesylka",
    "gdzie jest prxesylka, gdzie jest przesylka",
    "gdzei jest rpzesylka, gdzie jest przesylka",
    "верните денги, верните деньги",
  })
  void mendsOneSlip(String written, String meant) {
    assertThat(right(written, "pl")).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pzxslka gdzieniegdzie", "ii jst", "ab1235", ""})
  void leavesAloneWhatIsFurtherAwayShortOrACode(String words) {
    assertThat(right(words, "pl")).isEqualTo(words);
  }

  @Test
  void leavesAloneEnglishWordsInEnglish() {
    assertThat(right("there is it", "en")).isEqualTo("there is it");
    assertThat(right("wheree is it", "en")).isEqualTo("where is it");
  }

  @ParameterizedTest
  @CsvSource({
    "en, my invocie is wrogn, my invoice is wrong",
    "en, charegr of the laptpo, charger of the laptop",
    "pl, kuipłam zielony namoit, kupilam zielony namiot",
  })
  void mendsWordsThatNoExampleHas(String language, String written, String meant) {
    assertThat(right(Words.normal(written), language)).isEqualTo(meant);
  }
}
