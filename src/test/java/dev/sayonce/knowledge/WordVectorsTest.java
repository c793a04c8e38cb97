package dev.sayonce.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.Language;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordVectorsTest {

  private static WordVectors words(String language) {
    return WordVectors.of(new Language(language)).orElseThrow();
  }

  private static double likeness(String language, String a, String other, String b) {
    var left = words(language).together(Words.of(Words.normal(a)));
    var right = words(other).together(Words.of(Words.normal(b)));
    double dot = 0;
    for (int i = 0; i < left.length; i++) {
      dot += left[i] * right[i];
    }
    return dot;
  }

  @ParameterizedTest
  @CsvSource({
    "en, parcel, package, volcano",
    "en, give back the shoes, return footwear, weather tomorrow",
    "en, reimburse me, give me the cash back, show me the sizes",
    "en, invoice for my company, a bill for the firm, a toothache since morning",
    "pl, gdzie moja paczka, co z przesyłką, pogoda na jutro",
    "pl, oddajcie kasę, zwróćcie pieniądze, pokażcie rozmiary",
    "pl, nie mogę się zalogować, zapomniałam hasła, lubię zupę",
    "ru, где моя посылка, что с доставкой, погода на завтра",
    "ru, верните бабки, отдайте деньги, покажите размеры",
    "ru, gde moya posylka, что с доставкой, погода на завтра",
  })
  void putsWhatMeansTheSameNearEachOther(
      String language, String text, String alike, String unlike) {
    assertThat(likeness(language, text, language, alike))
        .isGreaterThan(likeness(language, text, language, unlike) + 0.2);
  }

  @ParameterizedTest
  @CsvSource({"pl, gdzie jest moja paczka", "ru, где моя посылка", "ru, gde moya posylka"})
  void knowsWhatMeansTheSameInAnotherLanguage(String language, String text) {
    assertThat(likeness(language, text, "en", "where is my parcel"))
        .isGreaterThan(likeness(language, text, "en", "I want to pay by card") + 0.2);
  }

  @Test
  void knowsLoanwords() {
    assertThat(likeness("pl", "sunglasses", "en", "sunglasses")).isGreaterThan(0.9);
    assertThat(words("pl").knows("on")).as("he, not on").isTrue();
    assertThat(likeness("pl", "on", "en", "he")).isGreaterThan(0.9);
  }

  @Test
  void saysNothingOfWordsThatItDoesNotKnow() {
    assertThat(words("en").together(List.of("przesylka", ""))).containsOnly(0);
    assertThat(words("pl").knows("brzdekulacja")).isFalse();
    assertThat(WordVectors.of(new Language("de"))).isEmpty();
  }

  @Test
  void isOfUnitLength() {
    assertThat(likeness("en", "my order is late", "en", "my order is late"))
        .isBetween(0.999, 1.001);
    assertThat(likeness("pl", "moja paczka", "pl", "moja paczka")).isBetween(0.999, 1.001);
  }

  @Test
  void findsWhatIsKnownBestAndOfThatTheCommonest() {
    assertThat(words("en").best(List.of("hydra", "house", "hxuse"))).contains("house");
    assertThat(words("pl").best(List.of("samoit", "namiot"))).contains("namiot");
    assertThat(words("en").best(List.of("hxuse"))).isEmpty();
  }

  /** What an author of a list got wrong would never be found. */
  @ParameterizedTest
  @ValueSource(strings = {"pl", "ru", "en"})
  void shipsListsThatSayEverythingInKnownWords(String language) {
    var lines = Lines.of("words", new Language(language));
    assertThat(lines).hasSizeGreaterThan(2000).isSorted().doesNotHaveDuplicates();
    for (var line : lines) {
      assertThat(line).matches("[a-z]+( [a-z]+)*: \\S+( \\S+)*");
      var both = line.split(": ");
      assertThat(both[0].split(" ")).allMatch(words("en")::knows, "known in English: " + line);
      var normal = List.of(both[1].split(" ")).stream().map(WordVectorsTest::entry).toList();
      assertThat(normal).hasSameSizeAs(new HashSet<>(normal));
    }
  }

  private static String entry(String word) {
    return Words.normal(word) + (word.endsWith("-") ? "-" : "");
  }
}
