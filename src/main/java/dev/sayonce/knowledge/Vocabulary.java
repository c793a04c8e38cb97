package dev.sayonce.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The grams that the examples know, with their weights (TF-IDF). Each group of grams has a length
 * of its own, so that the many pieces of words do not drown the few words.
 */
final class Vocabulary {

  private static final double[] GROUP_WEIGHTS = {1.0, 0.3, 2.5};

  private final Map<String, Integer> indexes = new HashMap<>();
  private final double[] rarity;

  Vocabulary(List<String> normals) {
    var documents = new TreeMap<String, Integer>();
    for (var normal : normals) {
      for (var group : Grams.of(normal).groups()) {
        group.keySet().forEach(gram -> documents.merge(gram, 1, Integer::sum));
      }
    }
    rarity = new double[documents.size() + 1];
    documents.forEach((gram, count) -> learn(gram, count, normals.size()));
  }

  private void learn(String gram, int count, int all) {
    int index = indexes.size() + 1;
    indexes.put(gram, index);
    rarity[index] = 1 + Math.log((1.0 + all) / (1.0 + count));
  }

  /** The number of dimensions. */
  int size() {
    return indexes.size();
  }

  boolean knowsWord(String word) {
    return indexes.containsKey("w " + word);
  }

  /** Of unit length unless nothing in it is known. */
  Vector vector(String normal) {
    var values = new TreeMap<Integer, Double>();
    var groups = Grams.of(normal).groups();
    for (int i = 0; i < groups.size(); i++) {
      values.putAll(weighted(groups.get(i), GROUP_WEIGHTS[i]));
    }
    double length = length(values);
    return new Vector(
        values.keySet().stream().mapToInt(Integer::intValue).toArray(),
        values.values().stream().mapToDouble(v -> v / length).toArray());
  }

  private Map<Integer, Double> weighted(Map<String, Integer> group, double weight) {
    var values = new HashMap<Integer, Double>();
    group.forEach(
        (gram, count) -> {
          int index = indexes.getOrDefault(gram, 0);
          if (index > 0) {
            values.put(index, (1 + Math.log(count)) * rarity[index]);
          }
        });
    double length = length(values) / weight;
    values.replaceAll((_, value) -> value / length);
    return values;
  }

  private static double length(Map<Integer, Double> values) {
    double sum = 0;
    for (double value : values.values()) {
      sum += value * value;
    }
    return sum == 0 ? 1 : Math.sqrt(sum);
  }
}
