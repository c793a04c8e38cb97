package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zolw           | Mój ŻÓŁW jest chory     | ŻÓŁW
          Zażółć         | zazolc gesla jazn       | zazolc
          елка           | Новая Ёлка              | Ёлка
          Ёлка           | новая елка              | елка
          мои            | это мой заказ           | мой
          łódź           | kajak z Łodzi           | Łodz
          AB123456       | numer to ab 123-456.    | ab 123-456
          ab 123 456     | AB123456, dziękuję      | AB123456
          ab-123-456     | (AB123456)              | AB123456
          601 234 567    | tel. +48 601-234-567    | 601-234-567
          601234567      | tel. +48 601 234 567 !  | 601 234 567
          123456         | AB 123456               | 123456
          uszkodzona paczka | Moja paczka przyszła uszkodzona | uszkodzona
          paczka   jest  | gdzie ta paczka jest?   | paczka jest
          anna@example   | Anna@Example.com        | Anna@Example
          """)
  void findsWhateverTheCaseAndTheMarks(String typed, String text, String found) {
    var match = SearchWords.of(typed).orElseThrow().in(text).orElseThrow();
    assertThat(text.substring(match.from(), match.to())).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          paczka zwrot   | gdzie jest paczka
          12 34          | w domu 1 2 35
          u123           | w domu 123
          ab123456       | AB 123 45
          """)
  void findsNothingElse(String typed, String text) {
    assertThat(SearchWords.of(typed).orElseThrow().in(text)).isEmpty();
  }

  @Test
  void looksForNothingTooShortOrTooLong() {
    assertThat(SearchWords.of(" a ")).isEmpty();
    assertThat(SearchWords.of("  ")).isEmpty();
    assertThat(SearchWords.of("a".repeat(201))).isEmpty();
    assertThat(SearchWords.of("ab")).isPresent();
  }

  @Test
  void showsWholeWordsRoundTheMatchAndWhereItStands() {
    var text =
        "Dzień dobry, ".repeat(20)
            + "gdzie jest\nmoja paczka? "
            + "Pozdrawiam serdecznie ".repeat(20);
    var match = SearchWords.of("MOJA paczka").orElseThrow().in(text).orElseThrow();

    var snippet = SearchWords.round(text, match);

    assertThat(snippet.text().substring(snippet.from(), snippet.to())).isEqualTo("moja paczka");
    assertThat(snippet.text()).startsWith("…").endsWith("…").hasSizeLessThan(200);
    assertThat(snippet.text()).contains("gdzie jest moja paczka? Pozdrawiam").doesNotContain("\n");
    assertThat(snippet.text()).matches("…(Dzień|dobry,) .*");
  }

  @Test
  void showsAShortTextAsItIs() {
    assertThat(SearchWords.round("AB123456", new SearchWords.Match(0, 8)))
        .isEqualTo(new SearchWords.Snippet("AB123456", 0, 8));
  }

  @Test
  void tearsNoCharacterApart() {
    var text = "🎁".repeat(100) + "prezent" + "🎁".repeat(100);
    var match = SearchWords.of("prezent").orElseThrow().in(text).orElseThrow();
    var snippet = SearchWords.round(text, match);
    assertThat(snippet.text().codePoints().filter(p -> p >= 0xD800 && p <= 0xDFFF)).isEmpty();
    assertThat(snippet.text().substring(snippet.from(), snippet.to())).isEqualTo("prezent");
  }

  @Test
  void knowsWhereEachFoldedCharacterStood() {
    var folded = Folded.of("e\u0301Łß👍ё");
    assertThat(folded.text()).isEqualTo("elß👍е");
    assertThat(folded.origin(1)).isEqualTo(2);
    assertThat(folded.origin(folded.text().length())).isEqualTo("e\u0301Łß👍ё".length());
    assertThat(Optional.of(folded.origin(0))).contains(0);
  }
}
