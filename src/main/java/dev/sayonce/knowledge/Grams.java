package dev.sayonce.knowledge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a text is made of: words, pairs of words, and pieces of words, each group counted by itself.
 */
record Grams(Map<String, Integer> words, Map<String, Integer> pairs, Map<String, Integer> pieces) {

  private static final int SHORTEST_PIECE = 2;
  private static final int LONGEST_PIECE = 5;

  static Grams of(String normal) {
    var grams = new Grams(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    var words = Words.of(normal);
    for (int i = 0; i < words.size(); i++) {
      count(grams.words, "w " + words.get(i));
      if (i > 0) {
        count(grams.pairs, "p " + words.get(i - 1) + " " + words.get(i));
      }
      grams.addPieces("_" + words.get(i) + "_");
    }
    return grams;
  }

  List<Map<String, Integer>> groups() {
    return List.of(words, pairs, pieces);
  }

  private void addPieces(String word) {
    for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
      for (int from = 0; from + length <= word.length(); from++) {
        count(pieces, word.substring(from, from + length));
      }
    }
  }

  private static void count(Map<String, Integer> counts, String gram) {
    counts.merge(gram, 1, Integer::sum);
  }
}
