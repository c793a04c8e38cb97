package dev.sayonce.flow.words;

/** Whether two words are the same but for a slip of the finger. */
public final class Typos {

  private static final int SHORTEST = 4;
  private static final int LONG = 8;

  private Typos() {}

  /**
   * True if the words are equal or a slip apart: one letter wrong, missing, doubled or swapped with
   * its neighbour, two in long words, none in very short ones.
   */
  public static boolean same(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    int shorter = Math.min(a.length(), b.length());
    int most = shorter < SHORTEST ? 0 : shorter < LONG ? 1 : 2;
    return most > 0 && Math.abs(a.length() - b.length()) <= most && edits(a, b) <= most;
  }

  /** The number of letters to change, insert, leave out or swap with the next (Damerau). */
  private static int edits(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cell(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cell(int[][] rows, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(rows[i - 1][j - 1] + change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
