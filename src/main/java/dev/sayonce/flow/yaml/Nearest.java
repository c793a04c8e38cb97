package dev.sayonce.flow.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** The name that an author probably meant. */
final class Nearest {

  private static final int MOST_EDITS = 2;
  private static final int MOST_NAMED = 12;

  private Nearest() {}

  /** A remedy: the nearest known name where one is near, else those there are. */
  static String remedy(String word, Collection<String> known) {
    if (known.isEmpty()) {
      return "there are none yet.";
    }
    return to(word, known)
        .map(k -> "did you mean `" + k + "`?")
        .orElseGet(() -> "known here: " + some(known) + ".");
  }

  private static String some(Collection<String> known) {
    var some = known.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return known.size() > MOST_NAMED
        ? some + " and " + (known.size() - MOST_NAMED) + " more"
        : some;
  }

  /** The known name that is a slip or two away. */
  static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(k -> edits(word, k) <= MOST_EDITS)
        .min(Comparator.comparingInt(k -> edits(word, k)));
  }

  /** The Levenshtein distance. */
  private static int edits(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
