package dev.sayonce.knowledge;

import java.util.List;
import java.util.Random;

/**
 * Logistic regression of each class against all others, by coordinate descent on the dual problem:
 * algorithm 5 of Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and
 * maximum entropy models" (2011), as in LIBLINEAR. All classes are fitted side by side, so that a
 * value of a vector is read once for all of them and their weights lie one after another.
 */
final class LogisticFit {

  /**
   * How steep the way still is, on average. Nearer to the optimum nothing gets better: the figures
   * are those of a tenth of it.
   */
  private static final double NEAR_ENOUGH = 0.1;

  private static final int MOST_ROUNDS = 50;
  private static final int MOST_STEPS = 100;
  private static final double LEAST_STEP = 1e-8;
  private static final double MIDDLE = 0.5;
  private static final double BACK_OFF = 0.1;

  private final List<Vector> vectors;
  private final int[] labels;
  private final int classes;
  private final double cost;

  /** The weights of all classes side by side, dimension after dimension; the last are biases. */
  private final float[][] weights;

  /** Of each vector those of all classes. */
  private final double[] multipliers;

  private final float[] sums;
  private final float[] moves;
  private double stepsEnd = 1e-2;
  private double far;
  private int steps;

  /**
   * @param labels the class of each vector
   * @param size the dimensions of the vectors
   */
  LogisticFit(List<Vector> vectors, int[] labels, int classes, int size, double cost) {
    this.vectors = vectors;
    this.labels = labels;
    this.classes = classes;
    this.cost = cost;
    weights = new float[size + 1][classes];
    multipliers = new double[labels.length * classes];
    sums = new float[classes];
    moves = new float[classes];
    for (int i = 0; i < labels.length; i++) {
      for (int c = 0; c < classes; c++) {
        multipliers[i * classes + c] = LEAST_STEP;
        moves[c] = (float) (labels[i] == c ? LEAST_STEP : -LEAST_STEP);
      }
      add(vectors.get(i));
    }
  }

  /** The weights of each dimension, one for each class, and behind them the biases. */
  float[][] weights(Random random) {
    var order = new int[labels.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      shuffle(order, random);
      far = 0;
      steps = 0;
      for (int i : order) {
        improve(i);
      }
      if (far < NEAR_ENOUGH * multipliers.length) {
        break;
      }
      stepsEnd = steps <= multipliers.length / 10 ? Math.max(LEAST_STEP, stepsEnd / 10) : stepsEnd;
    }
    return weights;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
  }

  private void improve(int i) {
    var vector = vectors.get(i);
    double square = square(vector);
    sum(vector);
    boolean moved = false;
    for (int c = 0; c < classes; c++) {
      boolean inside = labels[i] == c;
      double move = move(i * classes + c, square, inside ? sums[c] : -sums[c]);
      moves[c] = (float) (inside ? move : -move);
      moved |= move != 0;
    }
    if (moved) {
      add(vector);
    }
  }

  private static double square(Vector vector) {
    double square = 1;
    for (float value : vector.values()) {
      square += value * value;
    }
    return square;
  }

  /** Moves one multiplier to where it is best while all others stay: by Newton's method. */
  private double move(int at, double square, double margin) {
    double before = multipliers[at];
    // Of the multiplier and what is left of the cost the one that grows is moved.
    boolean rest = 0.5 * square * (cost - 2 * before) + margin < 0;
    double from = rest ? cost - before : before;
    double slope = rest ? -margin : margin;
    double z = cost - from < MIDDLE * cost ? BACK_OFF * from : from;
    double gradient = gradient(square, z - from, slope, z);
    far += Math.abs(gradient);
    int step = 0;
    for (; step < MOST_STEPS && Math.abs(gradient) >= stepsEnd; step++) {
      double next = z - gradient / (square + cost / (cost - z) / z);
      z = next <= 0 ? z * BACK_OFF : next;
      gradient = gradient(square, z - from, slope, z);
    }
    if (step == 0) {
      return 0;
    }
    steps += step;
    multipliers[at] = rest ? cost - z : z;
    return multipliers[at] - before;
  }

  private double gradient(double square, double moved, double slope, double z) {
    return square * moved + slope + Math.log(z / (cost - z));
  }

  private void sum(Vector vector) {
    System.arraycopy(weights[weights.length - 1], 0, sums, 0, classes);
    var indexes = vector.indexes();
    var values = vector.values();
    for (int k = 0; k < indexes.length; k++) {
      Floats.add(sums, weights[indexes[k]], values[k]);
    }
  }

  private void add(Vector vector) {
    var indexes = vector.indexes();
    var values = vector.values();
    for (int k = 0; k < indexes.length; k++) {
      Floats.add(weights[indexes[k]], moves, values[k]);
    }
    Floats.add(weights[weights.length - 1], moves, 1);
  }
}
