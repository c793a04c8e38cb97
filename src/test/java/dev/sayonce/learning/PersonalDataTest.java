package dev.sayonce.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gdzie jest AB123456            | gdzie jest
          gdzie jest AB 123456?          | gdzie jest AB
          где заказ № 4711, срочно       | где заказ срочно
          call me on +48 601 202 303 now | call me on now
          call (601) 202-303             | call
          mój nr to 60 12 02 30 3        | mój nr to
          write to anna.k@example.com ok | write to ok
          пишите @anna_k в телеграм      | пишите в телеграм
          see https://a.example/o/12 why | see why
          konto PL61 1090 1014 0000 0712 | konto
          zwrot w 14 dni                 | zwrot w 14 dni
          2 czy 3 sztuki?                | 2 czy 3 sztuki?
          why - so late                  | why so late
          """)
  void takesOutNumbersAndAddresses(String words, String left) {
    assertThat(PersonalData.without(words, List.of())).isEqualTo(left);
  }

  @Test
  void takesOutWhatTheCustomerToldAsPersonal() {
    var told = List.of("Anna Żółć-Nowak", "ul. Długa 5, Łódź");
    assertThat(PersonalData.without("tu anna ZOLC, czemu tak długo na Długa 5", told))
        .isEqualTo("tu czemu tak długo na 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"where is AB123456", "me@example.com", "601 202 303", "www.a.example"})
  void knowsThatSomethingWouldHaveToGo(String words) {
    assertThat(PersonalData.isNoneIn(words)).isFalse();
    assertThat(PersonalData.isNoneIn(PersonalData.without(words, List.of()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "...", "?!", "🎒🎒", "‏שלום", "\u0000\u0001"})
  void survivesWhateverPeopleWrite(String words) {
    assertThat(PersonalData.without(words, List.of(words))).doesNotContain("  ");
  }

  @Test
  void isQuickWithALongLetter() {
    var letter = "abc-def/ghi 1.2-3 (4) ".repeat(5_000);
    assertThat(PersonalData.without(letter, List.of("def"))).isNotEqualTo(letter);
  }
}
