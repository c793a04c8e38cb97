package dev.sayonce.knowledge;

import java.util.Arrays;
import java.util.List;

/**
 * What a text is made of, as hashes: words, pairs of words, pieces of words, and what the words are
 * synonyms of, each group by itself and in ascending order, so that what occurs twice stands side
 * by side.
 */
record Grams(int[] words, int[] pairs, int[] pieces, int[] synonyms) {

  private static final int SHORTEST_PIECE = 2;
  private static final int LONGEST_PIECE = 5;

  /** Where the hashes of each group begin, so that a word is not mistaken for a piece. */
  private static final int WORD = 17;

  private static final int PAIR = 39_119;
  private static final int PIECE = 92_821;

  static Grams of(String normal, Synonyms synonyms) {
    var words = Words.of(normal);
    var single = words.stream().mapToInt(Grams::word).toArray();
    var pairs = new int[Math.max(0, words.size() - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = mixed((PAIR * 31 + single[i]) * 31 + single[i + 1]);
    }
    var pieces = new Pieces();
    words.forEach(pieces::addAll);
    var groups = synonyms.in(words).stream().mapToInt(Grams::word).sorted().toArray();
    Arrays.sort(single);
    Arrays.sort(pairs);
    return new Grams(single, pairs, pieces.sorted(), groups);
  }

  List<int[]> groups() {
    return List.of(words, pairs, pieces, synonyms);
  }

  static int word(String word) {
    int hash = WORD;
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + word.charAt(i);
    }
    return mixed(hash);
  }

  /** Spreads what differs in a few bits only (as MurmurHash3 does in the end). */
  private static int mixed(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  /** Hashes of the pieces, without making a text of each. */
  private static final class Pieces {

    private int[] hashes = new int[256];
    private int size;

    void addAll(String word) {
      var marked = "_" + word + "_";
      for (int from = 0; from + SHORTEST_PIECE <= marked.length(); from++) {
        int hash = PIECE;
        int longest = Math.min(LONGEST_PIECE, marked.length() - from);
        for (int length = 1; length <= longest; length++) {
          hash = 31 * hash + marked.charAt(from + length - 1);
          if (length >= SHORTEST_PIECE) {
            add(mixed(hash + length));
          }
        }
      }
    }

    private void add(int hash) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * size);
      }
      hashes[size++] = hash;
    }

    int[] sorted() {
      var all = Arrays.copyOf(hashes, size);
      Arrays.sort(all);
      return all;
    }
  }
}
