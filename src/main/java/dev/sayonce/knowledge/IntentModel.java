package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import dev.sayonce.knowledge.Evidence.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/** Ranks the intents for a text. */
final class IntentModel {

  private static final double COST = 20;
  private static final double LEAST = 1e-6;

  private final List<Intent> intents;
  private final Vocabulary vocabulary;
  private final Separator separator;
  private final Neighbours neighbours;

  IntentModel(List<Example> examples) {
    intents = examples.stream().map(Example::intent).distinct().toList();
    var places = new HashMap<Intent, Integer>();
    intents.forEach(intent -> places.put(intent, places.size()));
    var normals = new ArrayList<String>();
    var classes = new ArrayList<Integer>();
    for (var example : examples) {
      for (var spelling : spellings(example.text())) {
        normals.add(spelling);
        classes.add(places.getOrDefault(example.intent(), 0));
      }
    }
    var labels = classes.stream().mapToInt(Integer::intValue).toArray();
    vocabulary = new Vocabulary(normals);
    var vectors = normals.stream().map(vocabulary::vector).toList();
    separator = Separator.train(vectors, labels, intents.size(), vocabulary.size(), COST);
    neighbours = new Neighbours(vectors, labels, vocabulary.size());
  }

  /** What is in Cyrillic letters may come in Latin ones too. */
  private static List<String> spellings(String text) {
    var normal = Words.normal(text);
    return Cyrillic.isMostOf(normal) ? List.of(normal, Cyrillic.inLatin(normal)) : List.of(normal);
  }

  Evidence look(String normal) {
    var vector = vocabulary.vector(normal);
    var shares = separator.probabilities(vector);
    var ranking =
        IntStream.range(0, shares.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -shares[i]))
            .toList();
    var nearest = neighbours.nearest(vector, intents.size());
    return new Evidence(
        ranking.stream().map(i -> new Ranked(intents.get(i), shares[i])).toList(),
        signals(normal, shares, nearest, ranking));
  }

  private double[] signals(
      String normal, double[] shares, double[] nearest, List<Integer> ranking) {
    int first = ranking.getFirst();
    double second = ranking.size() > 1 ? shares[ranking.get(1)] : 0;
    return new double[] {
      Math.log(Math.max(LEAST, shares[first])),
      shares[first] - second,
      nearest[first],
      Arrays.stream(nearest).max().orElse(0) - nearest[first],
      known(normal),
    };
  }

  /** The share of words that stand in some example. */
  private double known(String normal) {
    return Words.of(normal).stream()
        .mapToDouble(word -> vocabulary.knowsWord(word) ? 1 : 0)
        .average()
        .orElse(0);
  }
}
