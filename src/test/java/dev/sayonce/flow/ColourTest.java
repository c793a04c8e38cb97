package dev.sayonce.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTest {

  /** As the checkers of the W3C and of the browsers' own tools measure them. */
  @ParameterizedTest
  @CsvSource({
    "#000000, #ffffff, 21.00",
    "#fff, #ffffff, 1.00",
    "#777777, #ffffff, 4.48",
    "#767676, #ffffff, 4.54",
    "#0000ff, #ffffff, 8.59",
    "#ff0000, #ffffff, 4.00",
    "#1b6a4f, #ffffff, 6.52",
  })
  void measuresContrastAsWcagDoes(String a, String b, double ratio) {
    assertThat(Colour.of(a).contrastWith(Colour.of(b))).isEqualTo(ratio, within(0.005));
    assertThat(Colour.of(b).contrastWith(Colour.of(a))).isEqualTo(ratio, within(0.005));
  }

  @Test
  void isWrittenInSixSmallDigits() {
    assertThat(Colour.of("#ABC")).hasToString("#aabbcc");
    assertThat(Colour.of("#0A0b0C")).hasToString("#0a0b0c");
  }

  /** Whatever a company takes: the accent reads on its ground, and words read on the accent. */
  @Test
  void findsShadesAndInksThatCanBeRead() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var light = Accent.Ground.LIGHT.nearest(new Colour(random.nextInt(0x1000000)));
      var accent = Accent.of(light);
      assertThat(Accent.Ground.LIGHT.carries(accent.light())).as(accent.toString()).isTrue();
      assertThat(Accent.Ground.DARK.carries(accent.dark())).as(accent.toString()).isTrue();
      assertLegible(accent.light());
      assertLegible(accent.dark());
    }
  }

  private static void assertLegible(Colour colour) {
    assertThat(colour.ink().contrastWith(colour))
        .as(colour + " with " + colour.ink())
        .isGreaterThanOrEqualTo(Colour.LEGIBLE);
  }

  @Test
  void leavesAloneWhatCanBeReadAlready() {
    var green = Colour.of("#1b6a4f");
    assertThat(Accent.Ground.LIGHT.nearest(green)).isEqualTo(green);
  }
}
