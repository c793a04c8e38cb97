package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import dev.sayonce.knowledge.Evidence.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Ranks the intents for a text: by its words, and more by its meaning where a model knows it. */
final class IntentModel {

  private static final double COST = 20;
  private static final double LEAST = 1e-6;

  /** What the meaning counts beside the words; between seven and nine tenths little changes. */
  private static final double MEANING = 0.8;

  private final List<Intent> intents;
  private final Vocabulary vocabulary;
  private final Separator separator;
  private final Spelling spelling;
  private final Neighbours neighbours;
  private final Optional<MeaningModel> meanings;

  /**
   * @param offTopic what is none of the intents' business
   */
  IntentModel(List<Example> examples, List<Said> offTopic, Helps helps) {
    intents = examples.stream().map(Example::intent).distinct().toList();
    var labels = labels(examples);
    var learned = new ArrayList<Said>();
    var classes = new ArrayList<Integer>();
    for (int i = 0; i < labels.length; i++) {
      for (var said : spellings(examples.get(i))) {
        learned.add(said);
        classes.add(labels[i]);
      }
    }
    for (var line : offTopic) {
      learned.add(line);
      classes.add(intents.size());
    }
    var ofSpellings = classes.stream().mapToInt(Integer::intValue).toArray();
    var normals = learned.stream().map(Said::normal).toList();
    vocabulary = new Vocabulary(normals, helps.synonyms());
    spelling = new Spelling(normals);
    var vectors = learned.stream().map(this::vector).toList();
    separator = Separator.train(vectors, ofSpellings, intents.size() + 1, vocabulary.size(), COST);
    neighbours = new Neighbours(vectors, ofSpellings, vocabulary.grams(), vocabulary.size());
    meanings = helps.meaning().map(m -> new MeaningModel(m, examples, labels, intents.size()));
  }

  private int[] labels(List<Example> examples) {
    var places = new HashMap<Intent, Integer>();
    intents.forEach(intent -> places.put(intent, places.size()));
    return examples.stream().mapToInt(e -> places.getOrDefault(e.intent(), 0)).toArray();
  }

  /** What is in Cyrillic letters may come in Latin ones too. */
  private static List<Said> spellings(Example example) {
    var normal = Words.normal(example.text());
    var said = new Said(example.text(), normal, Optional.of(example.language()));
    return Cyrillic.isMostOf(normal)
        ? List.of(said, said.only(Cyrillic.inLatin(normal)))
        : List.of(said);
  }

  private Vector vector(Said said) {
    return vocabulary.vector(said.normal(), said.language().flatMap(WordVectors::of));
  }

  Evidence look(Said written) {
    var said = written.as(spelling.right(written));
    var vector = vector(said);
    var all = separator.probabilities(vector);
    var nearest = neighbours.nearest(vector, all.length);
    var byWords = inScope(all);
    return meanings
        .filter(m -> m.knows(said))
        .map(m -> fused(m, said, all, byWords, nearest))
        .orElseGet(
            () -> {
              var order = order(byWords);
              return evidence(order, byWords, signals(said, all, byWords, order, nearest));
            });
  }

  /** The shares of the intents alone, whatever is the share of what is off-topic. */
  private double[] inScope(double[] all) {
    var shares = Arrays.copyOf(all, intents.size());
    double sum = Arrays.stream(shares).sum();
    for (int i = 0; i < shares.length && sum > 0; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private Evidence fused(
      MeaningModel model, Said said, double[] all, double[] byWords, double[] nearest) {
    var vector = model.vector(said);
    var byMeaning = model.shares(vector);
    var shares = new double[byWords.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (1 - MEANING) * byWords[i] + MEANING * byMeaning[i];
    }
    var likest = model.nearest(vector, shares.length);
    var order = order(shares);
    int first = order.getFirst();
    var lexical = signals(said, all, shares, order, nearest);
    var signals = Arrays.copyOf(lexical, lexical.length + 3);
    signals[lexical.length] = likest[first];
    signals[lexical.length + 1] = best(likest) - likest[first];
    signals[lexical.length + 2] = Math.log(Math.max(LEAST, byMeaning[first]));
    return evidence(order, shares, signals);
  }

  private Evidence evidence(List<Integer> order, double[] shares, double[] signals) {
    return new Evidence(
        order.stream().map(i -> new Ranked(intents.get(i), shares[i])).toList(), signals);
  }

  private static List<Integer> order(double[] shares) {
    return IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -shares[i]))
        .toList();
  }

  private double[] signals(
      Said said, double[] all, double[] shares, List<Integer> order, double[] nearest) {
    int first = order.getFirst();
    double second = order.size() > 1 ? shares[order.get(1)] : 0;
    double best = best(Arrays.copyOf(nearest, shares.length));
    int offTopic = shares.length;
    return new double[] {
      Math.log(Math.max(LEAST, shares[first])),
      shares[first] - second,
      nearest[first],
      best - nearest[first],
      known(said.normal()),
      Math.log(Math.max(LEAST, all[offTopic])),
      nearest[offTopic] - best,
    };
  }

  private static double best(double[] nearest) {
    return Arrays.stream(nearest).max().orElse(0);
  }

  /** The share of words that stand in some example. */
  private double known(String normal) {
    return Words.of(normal).stream()
        .mapToDouble(word -> vocabulary.knowsWord(word) ? 1 : 0)
        .average()
        .orElse(0);
  }
}
