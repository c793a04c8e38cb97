package dev.sayonce.knowledge;

import java.util.List;

/** How near the examples are to a text: cosines, by way of an inverted index. */
final class Neighbours {

  /** Where the postings of each dimension begin; they end where the next ones begin. */
  private final int[] begin;

  private final int[] examples;
  private final float[] values;
  private final int[] labels;

  Neighbours(List<Vector> vectors, int[] labels, int size) {
    this.labels = labels;
    begin = begins(vectors, size);
    examples = new int[begin[size]];
    values = new float[begin[size]];
    var next = begin.clone();
    for (int e = 0; e < vectors.size(); e++) {
      var vector = vectors.get(e);
      for (int i = 0; i < vector.size(); i++) {
        int at = next[vector.indexes()[i]]++;
        examples[at] = e;
        values[at] = vector.values()[i];
      }
    }
  }

  private static int[] begins(List<Vector> vectors, int size) {
    var begin = new int[size + 1];
    for (var vector : vectors) {
      for (int index : vector.indexes()) {
        begin[index + 1]++;
      }
    }
    for (int i = 0; i < size; i++) {
      begin[i + 1] += begin[i];
    }
    return begin;
  }

  /** The cosine of the nearest example of each class. */
  double[] nearest(Vector text, int classes) {
    var cosines = new float[labels.length];
    for (int i = 0; i < text.size(); i++) {
      float value = text.values()[i];
      int index = text.indexes()[i];
      for (int at = begin[index]; at < begin[index + 1]; at++) {
        cosines[examples[at]] += value * values[at];
      }
    }
    var nearest = new double[classes];
    for (int e = 0; e < cosines.length; e++) {
      nearest[labels[e]] = Math.max(nearest[labels[e]], cosines[e]);
    }
    return nearest;
  }
}
