package dev.sayonce.knowledge;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The points of English words, as they ship with the product. */
final class WordPoints {

  static final int DIMENSIONS = 128;

  private static final String FILE = "/dev/sayonce/knowledge/words/en.vectors";

  /** A word with its place in the list, which begins with the commonest. */
  record Point(int place, byte[] at) {

    /** Rare words say more. */
    double rarity() {
      return Math.log(1 + place);
    }

    /** The point at unit length. */
    float[] direction() {
      int square = 1;
      for (byte value : at) {
        square += value * value;
      }
      double length = Math.sqrt(square);
      var direction = new float[at.length];
      for (int d = 0; d < at.length; d++) {
        direction[d] = (float) (at[d] / length);
      }
      return direction;
    }
  }

  private final Map<String, Point> points = new HashMap<>();

  private WordPoints(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (in.readInt() != DIMENSIONS) {
      throw new IllegalStateException("The word vectors are not of " + DIMENSIONS + " dimensions.");
    }
    for (int place = 0; place < size; place++) {
      points.put(in.readUTF(), new Point(place, in.readNBytes(DIMENSIONS)));
    }
  }

  static WordPoints shipped() {
    try (var stream = WordPoints.class.getResourceAsStream(FILE);
        var in = new DataInputStream(new BufferedInputStream(stream))) {
      return new WordPoints(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Unreadable in the jar: " + FILE, e);
    }
  }

  Optional<Point> of(String word) {
    return Optional.ofNullable(points.get(word));
  }
}
