package dev.sayonce.knowledge;

import dev.sayonce.flow.Language;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the common words of a language mean, as points that lie near where meanings are alike: so
 * much of a language model as ships with the product and needs no model to run.
 */
final class WordVectors {

  static final int DIMENSIONS = 128;

  private static final Map<Language, Optional<WordVectors>> SHIPPED = new ConcurrentHashMap<>();

  /** A word with its place in the list, which begins with the commonest. */
  private record Point(int place, byte[] at) {}

  private final Map<String, Point> points = new HashMap<>();

  private WordVectors(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (in.readInt() != DIMENSIONS) {
      throw new IllegalStateException("The word vectors are not of " + DIMENSIONS + " dimensions.");
    }
    for (int place = 0; place < size; place++) {
      points.put(in.readUTF(), new Point(place, in.readNBytes(DIMENSIONS)));
    }
  }

  /** Empty for a language that the product has none for. */
  static Optional<WordVectors> of(Language language) {
    return SHIPPED.computeIfAbsent(language, WordVectors::read);
  }

  private static Optional<WordVectors> read(Language language) {
    var name = "/dev/sayonce/knowledge/words/" + language.code() + ".vectors";
    try (var stream = WordVectors.class.getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new WordVectors(new DataInputStream(new BufferedInputStream(stream))));
    } catch (IOException e) {
      throw new UncheckedIOException("Unreadable in the jar: " + name, e);
    }
  }

  boolean knows(String word) {
    return points.containsKey(word);
  }

  /** What the words mean together, of unit length; zero if none is known. Rare words count more. */
  float[] together(List<String> words) {
    var sum = new float[DIMENSIONS];
    for (var word : words) {
      var point = points.get(word);
      if (point != null) {
        add(sum, point.at, Math.log(1 + point.place) / length(point.at));
      }
    }
    double square = 0;
    for (float value : sum) {
      square += value * value;
    }
    float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    for (int i = 0; i < sum.length; i++) {
      sum[i] *= scale;
    }
    return sum;
  }

  private static void add(float[] sum, byte[] point, double times) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (times * point[i]);
    }
  }

  private static double length(byte[] point) {
    int square = 1;
    for (byte value : point) {
      square += value * value;
    }
    return Math.sqrt(square);
  }
}
