package dev.sayonce.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryTest {

  private final Glossary glossary =
      new Glossary(
          List.of(
              "cat: kot kota kot-",
              "cutlet meat: kotlet-",
              "return: zwrot- zwróć-",
              "refund: zwrot-",
              "parcel: посылк-"));

  @Test
  void knowsStemsWithTheirEndings() {
    assertThat(glossary.meaning("zwroc")).containsExactly("return");
    assertThat(glossary.meaning("zwroccie")).containsExactly("return");
    assertThat(glossary.meaning("zwrocilibysmy")).isEmpty();
    assertThat(glossary.meaning("zwr")).isEmpty();
  }

  @Test
  void takesTheLongestStem() {
    assertThat(glossary.meaning("kotem")).containsExactly("cat");
    assertThat(glossary.meaning("kotlety")).containsExactly("cutlet", "meat");
  }

  @Test
  void meansAllThatAWordStandsFor() {
    assertThat(glossary.meaning("zwrotu")).containsExactly("return", "refund");
  }

  @Test
  void readsCyrillicInLatinLettersToo() {
    assertThat(glossary.meaning("посылку")).containsExactly("parcel");
    assertThat(glossary.meaning("posylku")).containsExactly("parcel");
  }

  @Test
  void knowsNothingElse() {
    assertThat(glossary.meaning("")).isEmpty();
    assertThat(glossary.meaning("pies")).isEmpty();
  }
}
