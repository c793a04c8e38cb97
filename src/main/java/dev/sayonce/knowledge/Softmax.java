package dev.sayonce.knowledge;

import java.util.List;

/**
 * Tells classes apart by points that are filled in every dimension: multinomial logistic regression
 * without a bias on centred points, by Nesterov's accelerated gradient.
 */
final class Softmax {

  /** More bring the figures no further. */
  private static final int ROUNDS = 60;

  /** How often the longest axis of the points is looked for. */
  private static final int AXIS_ROUNDS = 20;

  private final float[] centre;

  /** Of all classes side by side, dimension after dimension. */
  private float[][] weights;

  private Softmax(float[] centre, int classes) {
    this.centre = centre;
    this.weights = new float[centre.length][classes];
  }

  /**
   * @param labels the class of each point, from 0
   * @param cost how much a mistake in training weighs against simplicity
   */
  static Softmax train(List<float[]> points, int[] labels, int classes, double cost) {
    var softmax = new Softmax(centre(points), classes);
    softmax.fit(points.stream().map(softmax::centred).toList(), labels, cost);
    return softmax;
  }

  private static float[] centre(List<float[]> points) {
    var centre = new float[points.isEmpty() ? 0 : points.getFirst().length];
    points.forEach(point -> Floats.add(centre, point, 1f / points.size()));
    return centre;
  }

  private float[] centred(float[] point) {
    var centred = point.clone();
    Floats.add(centred, centre, -1);
    return centred;
  }

  private void fit(List<float[]> points, int[] labels, double cost) {
    float step = (float) (1 / (steepness(points) + 1 / cost));
    var before = weights;
    for (int round = 0; round < ROUNDS; round++) {
      var ahead = ahead(weights, before, momentum(round));
      var next = scaled(ahead, (float) (1 - step / cost));
      for (int i = 0; i < labels.length; i++) {
        var point = points.get(i);
        var mistakes = shares(ahead, point);
        mistakes[labels[i]] -= 1;
        for (int d = 0; d < point.length; d++) {
          Floats.add(next[d], mistakes, -step * point[d]);
        }
      }
      before = weights;
      weights = next;
    }
  }

  private static float momentum(int round) {
    return round / (round + 3f);
  }

  /** Where the way leads if it goes on as it came. */
  private static float[][] ahead(float[][] now, float[][] before, float momentum) {
    var ahead = scaled(now, 1 + momentum);
    for (int d = 0; d < ahead.length; d++) {
      Floats.add(ahead[d], before[d], -momentum);
    }
    return ahead;
  }

  private static float[][] scaled(float[][] weights, float by) {
    var scaled = new float[weights.length][weights.length == 0 ? 0 : weights[0].length];
    for (int d = 0; d < scaled.length; d++) {
      Floats.add(scaled[d], weights[d], by);
    }
    return scaled;
  }

  /** Half of the greatest eigenvalue of the points' scatter, by power iteration. */
  private static double steepness(List<float[]> points) {
    var axis = points.isEmpty() ? new float[0] : points.getFirst();
    double length = 0;
    for (int round = 0; round < AXIS_ROUNDS; round++) {
      var next = new float[axis.length];
      for (var point : points) {
        Floats.add(next, point, Floats.dot(point, axis));
      }
      length = Math.sqrt(Floats.dot(next, next));
      axis = new float[next.length];
      Floats.add(axis, next, length == 0 ? 0 : (float) (1 / length));
    }
    return length / 2;
  }

  /** The probability of each class. */
  float[] shares(float[] point) {
    return shares(weights, centred(point));
  }

  private static float[] shares(float[][] weights, float[] centred) {
    var shares = new float[weights.length == 0 ? 0 : weights[0].length];
    for (int d = 0; d < centred.length; d++) {
      Floats.add(shares, weights[d], centred[d]);
    }
    float most = Float.NEGATIVE_INFINITY;
    for (float share : shares) {
      most = Math.max(most, share);
    }
    float all = 0;
    for (int c = 0; c < shares.length; c++) {
      shares[c] = (float) Math.exp(shares[c] - most);
      all += shares[c];
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= all;
    }
    return shares;
  }
}
