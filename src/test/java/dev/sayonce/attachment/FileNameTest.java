package dev.sayonce.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          paragon.pdf                   | paragon.pdf
          Zażółć gęślą.PDF              | Zażółć gęślą.PDF
          квитанция № 5.pdf             | квитанция № 5.pdf
          ../../etc/passwd              | passwd.pdf
          C:\\Users\\Anna\\skan.pdf     | skan.pdf
          ..                            | file.pdf
          .pdf                          | file.pdf
          ...pdf                        | file.pdf
          a   b.pdf                     | a b.pdf
          a<b>:"c*d?.pdf                | a_b_c_d_.pdf
          skan                          | skan.pdf
          rachunek.2026-11              | rachunek.2026-11.pdf
          """)
  void cleans(String given, String shown) {
    assertThat(FileName.cleaned(given.replace("\\\\", "\\"), FileType.PDF)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u202Efdp.exe.pdf", "a\r\nSet-Cookie: x=1.pdf", "a\u0000.pdf", "\u200Ba.pdf"})
  void leavesNothingUnseen(String given) {
    assertThat(FileName.cleaned(given, FileType.PDF)).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
  }

  @Test
  void shortensTheStemAndKeepsTheEnding() {
    var name = FileName.cleaned("x".repeat(119) + "😀".repeat(200) + ".pdf", FileType.PDF);

    assertThat(name).endsWith(".pdf").hasSizeLessThanOrEqualTo(124);
    assertThat(name.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
  }

  @Test
  void decodesWhatAPageEncodes() {
    assertThat(FileName.decoded("%C5%BC%C3%B3%C5%82ty+%20paragon.pdf"))
        .isEqualTo("żółty+ paragon.pdf");
    assertThat(FileName.decoded("100%.pdf")).isEmpty();
  }
}
