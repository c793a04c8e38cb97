package dev.sayonce.knowledge;

import dev.sayonce.flow.Language;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What the common words of a language mean, as points that lie near where meanings are alike: so
 * much of a language model as ships with the product and needs no model to run. English words have
 * points of their own, words of other languages those of the English words that mean the same, so
 * that what was written in one language helps to understand the others.
 */
final class WordVectors {

  static final int DIMENSIONS = 128;

  /** Shorter words look alike in many languages. */
  private static final int LEAST_LOAN = 4;

  private static final String FOLDER = "/dev/sayonce/knowledge/words/";
  private static final Map<Language, Optional<WordVectors>> SHIPPED = new ConcurrentHashMap<>();

  /** A word with its place in the list, which begins with the commonest. */
  private record Point(int place, byte[] at) {

    double rarity() {
      return Math.log(1 + place);
    }

    double length() {
      int square = 1;
      for (byte value : at) {
        square += value * value;
      }
      return Math.sqrt(square);
    }
  }

  /** Of a word the points of what it means; none if it is not known. */
  private final Function<String, List<Point>> meaning;

  /** How many letters of a word are its ending, of which nothing is known. */
  private final ToIntFunction<String> ending;

  private WordVectors(Function<String, List<Point>> meaning, ToIntFunction<String> ending) {
    this.meaning = meaning;
    this.ending = ending;
  }

  /** Empty for a language that the product has none for. */
  static Optional<WordVectors> of(Language language) {
    // English is read by the others: not inside of computeIfAbsent.
    var known = SHIPPED.get(language);
    return known == null ? SHIPPED.computeIfAbsent(language, read(language)) : known;
  }

  private static Function<Language, Optional<WordVectors>> read(Language language) {
    if (language.equals(Language.EN)) {
      return _ -> Optional.of(english());
    }
    var lines = Lines.of("words", language);
    if (lines.isEmpty()) {
      return _ -> Optional.empty();
    }
    var english = of(Language.EN).orElseThrow();
    var glossary = new Glossary(lines);
    return _ ->
        Optional.of(new WordVectors(word -> english.inEnglish(glossary, word), glossary::ending));
  }

  /** What the glossary lacks may be a loanword: voucher, tracking. */
  private List<Point> inEnglish(Glossary glossary, String word) {
    var known = glossary.meaning(word);
    return known.isEmpty() && word.length() >= LEAST_LOAN
        ? meaning.apply(word)
        : known.stream().flatMap(w -> meaning.apply(w).stream()).toList();
  }

  private static WordVectors english() {
    var points = new HashMap<String, List<Point>>();
    try (var in =
        new DataInputStream(
            new BufferedInputStream(
                WordVectors.class.getResourceAsStream(FOLDER + "en.vectors")))) {
      int size = in.readInt();
      if (in.readInt() != DIMENSIONS) {
        throw new IllegalStateException(
            "The word vectors are not of " + DIMENSIONS + " dimensions.");
      }
      for (int place = 0; place < size; place++) {
        points.put(in.readUTF(), List.of(new Point(place, in.readNBytes(DIMENSIONS))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Unreadable in the jar: en.vectors", e);
    }
    return new WordVectors(word -> points.getOrDefault(word, List.of()), _ -> 0);
  }

  boolean knows(String word) {
    return !meaning.apply(word).isEmpty();
  }

  /** Of the words the one that is known best, and of those the commonest. */
  Optional<String> best(List<String> words) {
    return words.stream()
        .filter(this::knows)
        .min(
            Comparator.comparingInt(ending)
                .thenComparingDouble(word -> rarity(meaning.apply(word))));
  }

  private static double rarity(List<Point> points) {
    return points.stream().mapToDouble(Point::rarity).average().orElse(0);
  }

  /** What the words mean together, of unit length; zero if none is known. Rare words count more. */
  float[] together(List<String> words) {
    var sum = new float[DIMENSIONS];
    for (var word : words) {
      var points = meaning.apply(word);
      LogisticFit.add(sum, middle(points), (float) rarity(points));
    }
    return ofUnitLength(sum);
  }

  private static float[] middle(List<Point> points) {
    var sum = new float[DIMENSIONS];
    for (var point : points) {
      double length = point.length();
      for (int d = 0; d < DIMENSIONS; d++) {
        sum[d] += (float) (point.at[d] / length);
      }
    }
    return ofUnitLength(sum);
  }

  private static float[] ofUnitLength(float[] point) {
    double square = 0;
    for (float value : point) {
      square += value * value;
    }
    var scaled = new float[point.length];
    if (square > 0) {
      LogisticFit.add(scaled, point, (float) (1 / Math.sqrt(square)));
    }
    return scaled;
  }
}
