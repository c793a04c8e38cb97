package dev.sayonce.knowledge.evaluation;

import dev.sayonce.knowledge.Example;
import dev.sayonce.knowledge.Knowledge;
import dev.sayonce.knowledge.Labels.Labelled;
import dev.sayonce.knowledge.Lessons;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Asks every example as if nobody had written it: a part of them is held back, the rest is learned,
 * and so with each part in turn. What is understood so is less than what customers will get, for
 * each time less was learned.
 */
public record HeldBack(List<Asked> asked) {

  private static final int PARTS = 4;

  /** Takes about twice as long as learning. */
  public static HeldBack in(Lessons lessons) {
    var whole = Knowledge.of(lessons);
    var parts = parts(lessons.examples());
    return new HeldBack(
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> ask(whole, lessons, parts, part))
            .flatMap(List::stream)
            .toList());
  }

  /** Of each intent and language every part gets some. */
  private static int[] parts(List<Example> examples) {
    var counts = new HashMap<String, Integer>();
    return examples.stream()
        .mapToInt(e -> counts.merge(e.intent() + " " + e.language(), 1, Integer::sum) % PARTS)
        .toArray();
  }

  private static List<Asked> ask(Knowledge whole, Lessons lessons, int[] parts, int part) {
    var examples = lessons.examples();
    var learned =
        IntStream.range(0, parts.length)
            .filter(i -> parts[i] != part)
            .mapToObj(examples::get)
            .toList();
    var knowledge =
        whole.knowing(
            new Lessons(lessons.languages(), learned, lessons.offTopic(), lessons.matching()));
    return IntStream.range(0, parts.length)
        .filter(i -> parts[i] == part)
        .mapToObj(examples::get)
        .map(e -> new Labelled(e.text(), Optional.of(e.intent())))
        .map(q -> Asked.of(knowledge, q))
        .toList();
  }

  /** Of both intents together. */
  public long examplesOf(Confusion confusion) {
    return asked.stream()
        .map(Asked::meant)
        .filter(i -> i.equals(confusion.one()) || i.equals(confusion.other()))
        .count();
  }

  public Reliability reliability() {
    return Reliability.of(asked);
  }

  /** The share that was understood first. */
  public double first() {
    return share(Asked::isFirstRight);
  }

  /** The share that was answered rightly, or had the right button among those offered. */
  public double solved() {
    return share(Asked::isSolved);
  }

  /** The share that was answered as something else. */
  public double wrong() {
    return share(a -> a.isAnswered() && !a.isFirstRight());
  }

  private double share(Predicate<Asked> holds) {
    return asked.stream().mapToDouble(a -> holds.test(a) ? 1 : 0).average().orElse(0);
  }
}
