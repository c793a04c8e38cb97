package dev.sayonce.knowledge;

import java.util.List;
import java.util.Random;

/**
 * Tells classes apart: logistic regression, one class against the rest. Trained twice on the same
 * it gives the same.
 */
final class Separator {

  private static final long SEED = 1;

  private final int classes;
  private final boolean[] taught;

  /** The weights of all classes side by side, dimension after dimension; the last are biases. */
  private final float[][] weights;

  private Separator(int[] labels, int classes, float[][] weights) {
    this.classes = classes;
    this.taught = new boolean[classes];
    this.weights = weights;
    for (int label : labels) {
      taught[label] = true;
    }
  }

  /**
   * @param labels the class of each vector, from 0
   * @param classes how many classes there are
   * @param size the dimensions of the vectors
   * @param cost how much a mistake in training weighs against simplicity
   */
  static Separator train(List<Vector> vectors, int[] labels, int classes, int size, double cost) {
    var fit = new LogisticFit(vectors, labels, classes, size, cost);
    return new Separator(labels, classes, fit.weights(new Random(SEED)));
  }

  /** The probability of each class; a class that was not in the training has none. */
  double[] probabilities(Vector vector) {
    var sums = new float[classes];
    for (int i = 0; i < vector.size(); i++) {
      Floats.add(sums, weights[vector.indexes()[i]], vector.values()[i]);
    }
    Floats.add(sums, weights[weights.length - 1], 1);
    var probabilities = new double[classes];
    double all = 0;
    for (int c = 0; c < classes; c++) {
      probabilities[c] = taught[c] ? 1 / (1 + Math.exp(-sums[c])) : 0;
      all += probabilities[c];
    }
    for (int c = 0; c < classes && all > 0; c++) {
      probabilities[c] /= all;
    }
    return probabilities;
  }
}
