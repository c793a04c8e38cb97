package dev.sayonce.knowledge;

import dev.sayonce.knowledge.meaning.Meaning;
import java.util.List;
import java.util.stream.IntStream;

/** Ranks the intents for a text by what it means, in the languages that a model knows. */
final class MeaningModel {

  private static final double COST = 100;

  private final Meaning meaning;
  private final Softmax softmax;
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
    this.softmax = Softmax.train(List.of(examples), this.labels, classes, COST);
  }

  boolean knows(Said said) {
    return examples.length > 0 && said.language().filter(meaning.languages()::contains).isPresent();
  }

  float[] vector(Said said) {
    return meaning.vector(said.asWritten());
  }

  float[] shares(float[] vector) {
    return softmax.shares(vector);
  }

  /** The cosine of the nearest example of each class. */
  double[] nearest(float[] vector, int classes) {
    var nearest = new double[classes];
    for (int e = 0; e < examples.length; e++) {
      nearest[labels[e]] = Math.max(nearest[labels[e]], Floats.dot(examples[e], vector));
    }
    return nearest;
  }
}
