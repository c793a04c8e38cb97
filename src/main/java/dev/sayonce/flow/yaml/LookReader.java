package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Accent;
import dev.sayonce.flow.Accent.Ground;
import dev.sayonce.flow.Colour;
import dev.sayonce.flow.Look;
import java.util.Locale;
import java.util.Optional;

/** Binds the company's look and holds its colours to what eyes can read. */
final class LookReader {

  private static final String LIGHT = "accent";
  private static final String DARK = "accent-dark";

  private final Place place;
  private final Pictures pictures;

  LookReader(Place place, Pictures pictures) {
    this.place = place;
    this.pictures = pictures;
  }

  Look read(String name) {
    return new Look(
        place.find("brand").map(Place::text).map(String::strip).orElse(name),
        accent(),
        place.find("logo").flatMap(l -> new LogoReader(l).read(pictures)),
        place.at("corner").text().equals("left") ? Look.Corner.LEFT : Look.Corner.RIGHT);
  }

  private Optional<Accent> accent() {
    var light = colour(LIGHT, Ground.LIGHT);
    var dark = colour(DARK, Ground.DARK);
    if (light.isEmpty() && dark.isPresent()) {
      place.at(DARK).problem("A colour for dark pages alone does not do: add accent.");
    }
    return light.map(l -> dark.map(d -> new Accent(l, d)).orElseGet(() -> Accent.of(l)));
  }

  private Optional<Colour> colour(String key, Ground ground) {
    var colour = place.find(key).map(p -> Colour.of(p.text()));
    colour.filter(c -> !ground.carries(c)).ifPresent(c -> illegible(key, ground, c));
    return colour;
  }

  private void illegible(String key, Ground ground, Colour colour) {
    place
        .at(key)
        .problem(
            String.format(
                Locale.ROOT,
                "%s on %s pages (%s) has a contrast of %.1f:1, and words need %.1f:1: take a %s"
                    + " shade, \"%s\" for instance.",
                colour,
                ground.name().toLowerCase(Locale.ROOT),
                ground.colour(),
                roundedDown(colour.contrastWith(ground.colour())),
                Colour.LEGIBLE,
                ground == Ground.LIGHT ? "darker" : "lighter",
                ground.nearest(colour)));
  }

  /** 4.49 must not read as 4.5. */
  private static double roundedDown(double ratio) {
    return Math.floor(ratio * 10) / 10;
  }
}
