package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is found in words however it is grouped, and a seal tells nothing but yes or no. */
class OneTimeCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456",
        " 123 456 ",
        "kod to 123-456.",
        "код 1 2 3 4 5 6",
        "it's 123456, I think"
      })
  void isFoundInWords(String words) {
    assertThat(OneTimeCode.in(words)).contains("123456");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "1234567",
        "AB12345",
        "+48 601 202 303",
        "123456 or 654321",
        "١٢٣٤٥٦"
      })
  void isNotFoundInOtherFigures(String words) {
    assertThat(OneTimeCode.in(words)).isEmpty();
  }

  @Test
  void opensItsOwnSealOnly() {
    var seal = OneTimeCode.seal("call", "123456");
    assertThat(OneTimeCode.opens(seal, "call", "123456")).isTrue();
    assertThat(OneTimeCode.opens(seal, "call", "123457")).isFalse();
    assertThat(OneTimeCode.opens(seal, "other", "123456")).isFalse();
    assertThat(OneTimeCode.opens("", "call", "123456")).isFalse();
    assertThat(seal).doesNotContain("123456");
  }
}
