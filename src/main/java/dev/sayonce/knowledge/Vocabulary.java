package dev.sayonce.knowledge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The grams that the examples know, with their weights (TF-IDF). Each group of grams has a length
 * of its own, so that the many pieces of words do not drown the few words. Grams are hashed into a
 * fixed number of buckets: however much is learned, the memory has a bound.
 */
final class Vocabulary {

  private static final int BUCKETS = 1 << 17;
  private static final float[] GROUP_WEIGHTS = {1.0f, 0.3f, 2.5f, 1.2f};
  private static final float MEANING_WEIGHT = 3.0f;
  private static final int UNKNOWN = -1;

  private final Synonyms synonyms;
  private final int[] indexes = new int[BUCKETS];
  private final float[] rarity;
  private final Set<Integer> words = new HashSet<>();

  Vocabulary(List<String> normals, Synonyms synonyms) {
    this.synonyms = synonyms;
    var documents = new int[BUCKETS];
    for (var normal : normals) {
      count(Grams.of(normal, synonyms), documents);
    }
    Arrays.fill(indexes, UNKNOWN);
    rarity = new float[(int) Arrays.stream(documents).filter(count -> count > 0).count()];
    for (int bucket = 0, index = 0; bucket < BUCKETS; bucket++) {
      if (documents[bucket] > 0) {
        indexes[bucket] = index;
        rarity[index++] =
            (float) (1 + Math.log((1.0 + normals.size()) / (1.0 + documents[bucket])));
      }
    }
  }

  private void count(Grams grams, int[] documents) {
    IntStream.concat(IntStream.of(grams.words()), IntStream.of(grams.synonyms()))
        .forEach(words::add);
    for (var group : grams.groups()) {
      distinct(group, gram -> documents[bucket(gram)]++);
    }
  }

  private static void distinct(int[] sorted, IntConsumer use) {
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        use.accept(sorted[i]);
      }
    }
  }

  private static int bucket(int hash) {
    return hash & (BUCKETS - 1);
  }

  /** The number of dimensions: the grams, and behind them what the words mean. */
  int size() {
    return rarity.length + WordVectors.DIMENSIONS;
  }

  /** How many of them are grams. */
  int grams() {
    return rarity.length;
  }

  boolean knowsWord(String word) {
    return words.contains(Grams.word(word))
        || synonyms.in(List.of(word)).stream().anyMatch(group -> words.contains(Grams.word(group)));
  }

  /** Of unit length unless nothing in it is known. */
  Vector vector(String normal) {
    return vector(normal, Optional.empty());
  }

  /** Goes by what the words mean, too. */
  Vector vector(String normal, Optional<WordVectors> meanings) {
    var groups = Grams.of(normal, synonyms).groups();
    var building =
        new Building(
            groups.stream().mapToInt(group -> group.length).sum() + WordVectors.DIMENSIONS);
    for (int i = 0; i < groups.size(); i++) {
      building.add(groups.get(i), GROUP_WEIGHTS[i]);
    }
    meanings.ifPresent(m -> building.add(m.together(Words.of(normal))));
    return building.vector();
  }

  /** A vector in the making. Two grams in one bucket stand in it twice, which only adds them up. */
  private final class Building {

    private final int[] at;
    private final float[] values;
    private int size;
    private float square;

    Building(int most) {
      at = new int[most];
      values = new float[most];
    }

    void add(int[] sorted, float weight) {
      int first = size;
      double length = 0;
      for (int i = 0, count = 1; i < sorted.length; i++, count++) {
        if (i + 1 == sorted.length || sorted[i + 1] != sorted[i]) {
          length += put(indexes[bucket(sorted[i])], count);
          count = 0;
        }
      }
      if (length > 0) {
        scale(first, weight / (float) Math.sqrt(length));
        square += weight * weight;
      }
    }

    void add(float[] meaning) {
      for (int d = 0; d < meaning.length; d++) {
        if (meaning[d] != 0) {
          at[size] = rarity.length + d;
          values[size++] = MEANING_WEIGHT * meaning[d];
          square += values[size - 1] * values[size - 1];
        }
      }
    }

    private double put(int index, int count) {
      if (index == UNKNOWN) {
        return 0;
      }
      at[size] = index;
      values[size] = (float) (1 + Math.log(count)) * rarity[index];
      return Math.pow(values[size++], 2);
    }

    private void scale(int first, float by) {
      for (int i = first; i < size; i++) {
        values[i] *= by;
      }
    }

    Vector vector() {
      scale(0, square == 0 ? 1 : 1 / (float) Math.sqrt(square));
      return new Vector(Arrays.copyOf(at, size), Arrays.copyOf(values, size));
    }
  }
}
