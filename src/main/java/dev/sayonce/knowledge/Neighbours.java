package dev.sayonce.knowledge;

import java.util.ArrayList;
import java.util.List;

/** How near the examples are to a text: cosines, by way of an inverted index. */
final class Neighbours {

  private record Posting(int example, double value) {}

  private final List<List<Posting>> postings = new ArrayList<>();
  private final int[] labels;

  Neighbours(List<Vector> examples, int[] labels, int size) {
    this.labels = labels;
    for (int i = 0; i <= size; i++) {
      postings.add(new ArrayList<>(2));
    }
    for (int e = 0; e < examples.size(); e++) {
      var vector = examples.get(e);
      for (int i = 0; i < vector.size(); i++) {
        postings.get(vector.indexes()[i]).add(new Posting(e, vector.values()[i]));
      }
    }
  }

  /** The cosine of the nearest example of each class. */
  double[] nearest(Vector text, int classes) {
    var cosines = new double[labels.length];
    for (int i = 0; i < text.size(); i++) {
      double value = text.values()[i];
      for (var posting : postings.get(text.indexes()[i])) {
        cosines[posting.example] += value * posting.value;
      }
    }
    var nearest = new double[classes];
    for (int e = 0; e < cosines.length; e++) {
      nearest[labels[e]] = Math.max(nearest[labels[e]], cosines[e]);
    }
    return nearest;
  }
}
