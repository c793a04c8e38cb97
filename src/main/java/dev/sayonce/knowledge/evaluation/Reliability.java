package dev.sayonce.knowledge.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what is said to be right in seven of ten cases is right in seven of ten. */
public record Reliability(List<Row> rows) {

  private static final int ROWS = 10;

  /**
   * The questions whose stated probability lies in one tenth of the scale.
   *
   * @param stated the mean of what was stated
   * @param right the share of first guesses that were right
   */
  public record Row(int questions, double stated, double right) {}

  public static Reliability of(List<Asked> asked) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < ROWS; i++) {
      int row = i;
      rows.add(row(asked.stream().filter(a -> rowOf(a) == row).toList()));
    }
    return new Reliability(rows);
  }

  private static int rowOf(Asked asked) {
    return Math.min(ROWS - 1, (int) (asked.stated() * ROWS));
  }

  private static Row row(List<Asked> in) {
    double stated = in.stream().mapToDouble(Asked::stated).average().orElse(0);
    double right = in.stream().mapToDouble(a -> a.isFirstRight() ? 1 : 0).average().orElse(0);
    return new Row(in.size(), stated, right);
  }

  /** The distance between word and truth, the mean over all questions. */
  Optional<Double> error() {
    int all = rows.stream().mapToInt(Row::questions).sum();
    double far = rows.stream().mapToDouble(r -> r.questions * Math.abs(r.stated - r.right)).sum();
    return all == 0 ? Optional.empty() : Optional.of(Evaluation.rounded(far / all));
  }
}
