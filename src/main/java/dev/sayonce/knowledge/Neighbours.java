package dev.sayonce.knowledge;

import java.util.List;

/**
 * How near the examples are to a text: cosines, by way of an inverted index of their grams. What
 * they mean has a value in every dimension; there all examples are taken one after another.
 */
final class Neighbours {

  /** So many cosines stay at hand while what all dimensions say is added to them. */
  private static final int AT_A_TIME = 1024;

  private final int grams;

  /** Where the postings of each dimension begin; they end where the next ones begin. */
  private final int[] begin;

  private final int[] examples;
  private final float[] values;

  /** Of each dimension behind the grams the values of all examples. */
  private final float[][] meanings;

  private final int[] labels;

  /**
   * @param grams how many of the dimensions, the first ones, are seldom filled
   * @param size how many there are
   */
  Neighbours(List<Vector> vectors, int[] labels, int grams, int size) {
    this.grams = grams;
    this.labels = labels;
    begin = begins(vectors, grams);
    examples = new int[begin[grams]];
    values = new float[begin[grams]];
    meanings = new float[size - grams][vectors.size()];
    var next = begin.clone();
    for (int e = 0; e < vectors.size(); e++) {
      var vector = vectors.get(e);
      for (int i = 0; i < vector.size(); i++) {
        int index = vector.indexes()[i];
        if (index < grams) {
          examples[next[index]] = e;
          values[next[index]++] = vector.values()[i];
        } else {
          meanings[index - grams][e] = vector.values()[i];
        }
      }
    }
  }

  private static int[] begins(List<Vector> vectors, int grams) {
    var begin = new int[grams + 1];
    for (var vector : vectors) {
      for (int index : vector.indexes()) {
        if (index < grams) {
          begin[index + 1]++;
        }
      }
    }
    for (int i = 0; i < grams; i++) {
      begin[i + 1] += begin[i];
    }
    return begin;
  }

  /** The cosine of the nearest example of each class. */
  double[] nearest(Vector text, int classes) {
    var cosines = byGrams(text);
    for (int first = 0; first < cosines.length; first += AT_A_TIME) {
      addMeanings(cosines, text, first, Math.min(cosines.length, first + AT_A_TIME));
    }
    var nearest = new double[classes];
    for (int e = 0; e < cosines.length; e++) {
      nearest[labels[e]] = Math.max(nearest[labels[e]], cosines[e]);
    }
    return nearest;
  }

  private float[] byGrams(Vector text) {
    var cosines = new float[labels.length];
    for (int i = 0; i < text.size(); i++) {
      if (text.indexes()[i] < grams) {
        addGram(cosines, text.indexes()[i], text.values()[i]);
      }
    }
    return cosines;
  }

  private void addGram(float[] cosines, int index, float value) {
    for (int at = begin[index]; at < begin[index + 1]; at++) {
      cosines[examples[at]] += value * values[at];
    }
  }

  private void addMeanings(float[] cosines, Vector text, int from, int to) {
    for (int i = 0; i < text.size(); i++) {
      if (text.indexes()[i] >= grams) {
        Floats.add(cosines, meanings[text.indexes()[i] - grams], text.values()[i], from, to);
      }
    }
  }
}
