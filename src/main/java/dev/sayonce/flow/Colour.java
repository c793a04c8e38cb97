package dev.sayonce.flow;

import java.util.Locale;

/** A colour of sRGB as CSS writes it, with what is known of how well it can be read. */
public record Colour(int rgb) {

  public static final Colour WHITE = new Colour(0xffffff);
  public static final Colour BLACK = new Colour(0x000000);

  /** What words need on their ground: WCAG 2.2, success criterion 1.4.3, level AA. */
  public static final double LEGIBLE = 4.5;

  private static final int STEPS = 100;
  private static final double INK = 0.88;

  /** Of {@code #1b6a4f} or {@code #abc}. */
  public static Colour of(String css) {
    var digits = css.substring(1);
    return new Colour(Integer.parseInt(digits.length() == 3 ? doubled(digits) : digits, 16));
  }

  private static String doubled(String digits) {
    return digits.replaceAll("(.)", "$1$1");
  }

  /**
   * How far apart two colours are in brightness, from 1 to 21.
   *
   * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
   */
  public double contrastWith(Colour other) {
    double a = luminance();
    double b = other.luminance();
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /**
   * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">WCAG 2.2, relative
   *     luminance</a>
   */
  private double luminance() {
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
  }

  private double linear(int shift) {
    double value = channel(shift) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private int channel(int shift) {
    return (rgb >> shift) & 0xff;
  }

  /** The colour of words on this one: white where that can be read, else nearly black. */
  public Colour ink() {
    return contrastWith(WHITE) >= LEGIBLE ? WHITE : mixedWith(BLACK, INK);
  }

  /** The shade of this colour nearest to it that can be read on the ground. */
  Colour legibleOn(Colour ground) {
    var end = ground.contrastWith(WHITE) > ground.contrastWith(BLACK) ? WHITE : BLACK;
    var shade = this;
    for (int step = 1; step <= STEPS && shade.contrastWith(ground) < LEGIBLE; step++) {
      shade = mixedWith(end, (double) step / STEPS);
    }
    return shade;
  }

  private Colour mixedWith(Colour other, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double value = channel(shift) * (1 - share) + other.channel(shift) * share;
      mixed |= (int) Math.round(value) << shift;
    }
    return new Colour(mixed);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
