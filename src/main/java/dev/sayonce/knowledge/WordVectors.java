package dev.sayonce.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.flow.Language;
import dev.sayonce.knowledge.WordPoints.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the common words of a language mean, as points that lie near where meanings are alike: so
 * much of a language model as ships with the product and needs no model to run. English words have
 * points; words of every language have those of the plain English words that mean the same, so that
 * what was written in one language helps to understand the others.
 */
final class WordVectors {

  static final int DIMENSIONS = WordPoints.DIMENSIONS;

  /** Shorter words look alike in many languages. */
  private static final int LEAST_LOAN = 4;

  private static final WordPoints ENGLISH = WordPoints.shipped();
  private static final Map<Language, Optional<WordVectors>> SHIPPED = new ConcurrentHashMap<>();

  /** Four megabytes; words that come again are most of all words. */
  private static final int MOST_REMEMBERED = 8_000;

  private final boolean english;
  private final Glossary glossary;
  private final Cache<String, float[]> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  private WordVectors(Language language, List<String> lines) {
    english = language.equals(Language.EN);
    glossary = new Glossary(lines);
  }

  /** Empty for a language that the product has none for. */
  static Optional<WordVectors> of(Language language) {
    return SHIPPED.computeIfAbsent(language, WordVectors::read);
  }

  private static Optional<WordVectors> read(Language language) {
    return Optional.of(Lines.of("words", language))
        .filter(lines -> !lines.isEmpty())
        .map(lines -> new WordVectors(language, lines));
  }

  boolean knows(String word) {
    return glossary.knows(word)
        || (english || word.length() >= LEAST_LOAN) && ENGLISH.of(word).isPresent();
  }

  /**
   * The points of the plain words, and the word's own twice, for words that mean alike don't mean
   * the same. What the glossary of another language lacks may be a loanword: voucher, tracking.
   */
  private List<Point> meaning(String word) {
    var plain = glossary.meaning(word).stream().flatMap(w -> ENGLISH.of(w).stream()).toList();
    return english || plain.isEmpty() && word.length() >= LEAST_LOAN
        ? Stream.concat(
                ENGLISH.of(word).stream().flatMap(own -> Stream.of(own, own)), plain.stream())
            .toList()
        : plain;
  }

  /** Of the words the one that is known best, and of those the commonest. */
  Optional<String> best(List<String> words) {
    return words.stream()
        .filter(this::knows)
        .min(
            Comparator.comparingInt(this::ending)
                .thenComparingDouble(word -> rarity(meaning(word))));
  }

  /** How many letters of a word are its ending, of which nothing is known. */
  private int ending(String word) {
    return ENGLISH.of(word).isPresent() ? 0 : glossary.ending(word);
  }

  private static double rarity(List<Point> points) {
    return points.stream().mapToDouble(Point::rarity).average().orElse(0);
  }

  /** What the words mean together, of unit length; zero if none is known. Rare words count more. */
  float[] together(List<String> words) {
    var sum = new float[DIMENSIONS];
    words.forEach(word -> Floats.add(sum, remembered.get(word, this::weighted), 1));
    return ofUnitLength(sum);
  }

  private float[] weighted(String word) {
    var points = meaning(word);
    var weighted = new float[DIMENSIONS];
    Floats.add(weighted, middle(points), (float) rarity(points));
    return weighted;
  }

  private static float[] middle(List<Point> points) {
    var sum = new float[DIMENSIONS];
    points.forEach(point -> Floats.add(sum, point.direction(), 1));
    return ofUnitLength(sum);
  }

  private static float[] ofUnitLength(float[] point) {
    double square = 0;
    for (float value : point) {
      square += value * value;
    }
    var scaled = new float[point.length];
    if (square > 0) {
      Floats.add(scaled, point, (float) (1 / Math.sqrt(square)));
    }
    return scaled;
  }
}
