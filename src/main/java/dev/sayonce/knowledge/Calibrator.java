package dev.sayonce.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Turns signals into the probability of something that was tried. */
final class Calibrator {

  /**
   * One try in training.
   *
   * @param right the first intent was
   * @param among the right one was among the first three
   */
  record Trial(double[] signals, boolean right, boolean among) {}

  private static final double COST = 1;
  private static final int WRONG = 0;
  private static final int RIGHT = 1;

  private final Separator separator;

  private Calibrator(Separator separator) {
    this.separator = separator;
  }

  static Calibrator train(List<Trial> trials, Predicate<Trial> came) {
    var vectors = new ArrayList<Vector>();
    var labels = new int[trials.size()];
    for (int i = 0; i < labels.length; i++) {
      vectors.add(vector(trials.get(i).signals));
      labels[i] = came.test(trials.get(i)) ? RIGHT : WRONG;
    }
    int size = vectors.isEmpty() ? 0 : vectors.getFirst().size();
    return new Calibrator(Separator.train(vectors, labels, 2, size, COST));
  }

  double probability(double[] signals) {
    return separator.probabilities(vector(signals))[RIGHT];
  }

  private static Vector vector(double[] signals) {
    var values = new float[signals.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) signals[i];
    }
    return Vector.dense(values);
  }
}
