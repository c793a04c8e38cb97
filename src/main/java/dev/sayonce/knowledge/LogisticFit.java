package dev.sayonce.knowledge;

import java.util.List;
import java.util.Random;

/**
 * Logistic regression of one class against all others, by coordinate descent on the dual problem:
 * algorithm 5 of Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and
 * maximum entropy models" (2011), as in LIBLINEAR. Over plain arrays, for a gateway learns hundreds
 * of classes at a time.
 */
final class LogisticFit {

  /** Nearer to the optimum nothing gets better: the figures are those of 0.1 and of 0.01. */
  private static final double NEAR_ENOUGH = 0.5;

  private static final int MOST_ROUNDS = 50;
  private static final int MOST_STEPS = 100;
  private static final double LEAST_STEP = 1e-8;
  private static final double MIDDLE = 0.5;
  private static final double BACK_OFF = 0.1;

  private final List<Vector> vectors;
  private final boolean[] inside;
  private final double cost;
  private final float[] weights;
  private final double[] multipliers;
  private final double[] squares;
  private double stepsEnd = 1e-2;
  private double worst;
  private int steps;

  /**
   * @param labels the class of each vector
   * @param size the dimensions of the vectors
   */
  LogisticFit(List<Vector> vectors, int[] labels, int ofClass, int size, double cost) {
    this.vectors = vectors;
    this.cost = cost;
    inside = new boolean[labels.length];
    weights = new float[size + 1];
    multipliers = new double[labels.length];
    squares = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      inside[i] = labels[i] == ofClass;
      multipliers[i] = Math.min(0.001 * cost, LEAST_STEP);
      squares[i] = square(vectors.get(i));
      add(i, multipliers[i]);
    }
  }

  private static double square(Vector vector) {
    double square = 1;
    for (float value : vector.values()) {
      square += value * value;
    }
    return square;
  }

  /** The weight of each dimension, and behind them the bias. */
  float[] weights(Random random) {
    var order = new int[inside.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      shuffle(order, random);
      worst = 0;
      steps = 0;
      for (int i : order) {
        improve(i);
      }
      if (worst < NEAR_ENOUGH) {
        break;
      }
      stepsEnd = steps <= order.length / 10 ? Math.max(LEAST_STEP, stepsEnd / 10) : stepsEnd;
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

  /** Moves one multiplier to where it is best while all others stay: by Newton's method. */
  private void improve(int i) {
    double side = inside[i] ? 1 : -1;
    double square = squares[i];
    double margin = side * dot(vectors.get(i));
    double before = multipliers[i];
    // Of the multiplier and what is left of the cost the one that grows is moved.
    boolean rest = 0.5 * square * (cost - 2 * before) + margin < 0;
    double from = rest ? cost - before : before;
    double slope = rest ? -margin : margin;
    double z = cost - from < MIDDLE * cost ? BACK_OFF * from : from;
    double gradient = gradient(square, z - from, slope, z);
    worst = Math.max(worst, Math.abs(gradient));
    int step = 0;
    for (; step < MOST_STEPS && Math.abs(gradient) >= stepsEnd; step++) {
      double next = z - gradient / (square + cost / (cost - z) / z);
      z = next <= 0 ? z * BACK_OFF : next;
      gradient = gradient(square, z - from, slope, z);
    }
    if (step > 0) {
      multipliers[i] = rest ? cost - z : z;
      add(i, multipliers[i] - before);
      steps += step;
    }
  }

  private double gradient(double square, double moved, double slope, double z) {
    return square * moved + slope + Math.log(z / (cost - z));
  }

  private double dot(Vector vector) {
    double dot = weights[weights.length - 1];
    var indexes = vector.indexes();
    var values = vector.values();
    for (int i = 0; i < indexes.length; i++) {
      dot += weights[indexes[i]] * values[i];
    }
    return dot;
  }

  private void add(int i, double moved) {
    float times = (float) (inside[i] ? moved : -moved);
    var indexes = vectors.get(i).indexes();
    var values = vectors.get(i).values();
    for (int k = 0; k < indexes.length; k++) {
      weights[indexes[k]] += times * values[k];
    }
    weights[weights.length - 1] += times;
  }
}
