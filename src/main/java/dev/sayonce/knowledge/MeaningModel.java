package dev.sayonce.knowledge;

import dev.sayonce.knowledge.meaning.Meaning;
import java.util.List;
import java.util.stream.IntStream;

/** Ranks the intents for a text by what it means, in the languages that a model knows. */
final class MeaningModel {

  private static final double COST = 100;

  private final Meaning meaning;
  private final Separator separator;
  private final float[][] examples;
  private final int[] labels;

  /**
   * @param labels the class of each example, from 0
   * @param classes how many classes there are
   */
  MeaningModel(Meaning meaning, List<Example> all, int[] labels, int classes) {
    this.meaning = meaning;
    var known =
        IntStream.range(0, all.size())
            .filter(i -> meaning.languages().contains(all.get(i).language()))
            .toArray();
    this.labels = IntStream.of(known).map(i -> labels[i]).toArray();
    this.examples =
        IntStream.of(known)
            .mapToObj(i -> meaning.vector(all.get(i).text()))
            .toArray(float[][]::new);
    int size = examples.length == 0 ? 0 : examples[0].length;
    var vectors = List.of(examples).stream().map(Vector::dense).toList();
    this.separator = Separator.train(vectors, this.labels, classes, size, COST);
  }

  boolean knows(Said said) {
    return examples.length > 0 && said.language().filter(meaning.languages()::contains).isPresent();
  }

  float[] vector(Said said) {
    return meaning.vector(said.text());
  }

  double[] shares(float[] vector) {
    return separator.probabilities(Vector.dense(vector));
  }

  /** The cosine of the nearest example of each class. */
  double[] nearest(float[] vector, int classes) {
    var nearest = new double[classes];
    for (int e = 0; e < examples.length; e++) {
      nearest[labels[e]] = Math.max(nearest[labels[e]], dot(examples[e], vector));
    }
    return nearest;
  }

  private static double dot(float[] a, float[] b) {
    float dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return dot;
  }
}
