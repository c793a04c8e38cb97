package dev.sayonce.flow;

/**
 * The one colour of a company: its buttons, its links, the customer's own words. Each reads well on
 * the ground it stands on.
 *
 * @param light on light pages
 * @param dark on dark pages
 */
public record Accent(Colour light, Colour dark) {

  /** The brightest ground of light pages and the one of dark pages, as theme.css has them. */
  public enum Ground {
    LIGHT(Colour.WHITE),
    DARK(Colour.of("#1a211d"));

    private final Colour colour;

    Ground(Colour colour) {
      this.colour = colour;
    }

    public Colour colour() {
      return colour;
    }

    public boolean carries(Colour accent) {
      return accent.contrastWith(colour) >= Colour.LEGIBLE;
    }

    /** The nearest shade that can be read here. */
    public Colour nearest(Colour accent) {
      return accent.legibleOn(colour);
    }
  }

  /** Of a company that named one colour alone: on dark pages a lighter shade of it. */
  public static Accent of(Colour light) {
    return new Accent(light, Ground.DARK.nearest(light));
  }
}
