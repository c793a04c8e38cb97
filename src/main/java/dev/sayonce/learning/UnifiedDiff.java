package dev.sayonce.learning;

import dev.sayonce.flow.yaml.ExampleWriter.Edited;
import dev.sayonce.flow.yaml.LineEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Changed files as {@code git apply} takes them. */
final class UnifiedDiff {

  private static final int CONTEXT = 3;
  private static final String NO_LINE_FEED = "\\ No newline at end of file\n";

  private final String folder;
  private final StringBuilder diff = new StringBuilder();

  private UnifiedDiff(String folder) {
    this.folder = folder;
  }

  /**
   * @param folder where the files stand, from the top of the repository; empty: at the top
   */
  static String of(String folder, List<Edited> files) {
    var diff = new UnifiedDiff(folder.isEmpty() ? "" : folder + "/");
    files.forEach(diff::add);
    return diff.diff.toString();
  }

  private void add(Edited file) {
    var path = folder + file.path();
    diff.append("diff --git a/%s b/%s\n".formatted(path, path));
    if (file.before().isPresent()) {
      diff.append("--- a/%s\n+++ b/%s\n".formatted(path, path));
      addHunks(file);
    } else {
      var lines = Arrays.asList(file.after().split("\n"));
      diff.append("new file mode 100644\n--- /dev/null\n+++ b/%s\n".formatted(path));
      diff.append("@@ -0,0 +1,%d @@\n".formatted(lines.size()));
      lines.forEach(line -> diff.append('+').append(line).append('\n'));
    }
  }

  private void addHunks(Edited file) {
    int moved = 0;
    for (var edits : groups(file.edits())) {
      var hunk = new Hunk(file, edits, moved);
      diff.append(hunk.text());
      moved += hunk.grownBy();
    }
  }

  /** Edits that share lines of context stand in one hunk. */
  private static List<List<LineEdit>> groups(List<LineEdit> edits) {
    var groups = new ArrayList<List<LineEdit>>();
    for (var edit : edits) {
      if (groups.isEmpty() || edit.line() - end(groups.getLast().getLast()) > 2 * CONTEXT) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(edit);
    }
    return groups;
  }

  private static int end(LineEdit edit) {
    return edit.line() + edit.removed();
  }

  /**
   * One place that changes, with the lines around it.
   *
   * @param moved by how many lines the hunks above have moved it down
   */
  private record Hunk(Edited file, List<LineEdit> edits, int moved) {

    int grownBy() {
      return edits.stream().mapToInt(e -> e.added().size() - e.removed()).sum();
    }

    private int from() {
      return Math.max(0, edits.getFirst().line() - CONTEXT);
    }

    private int to() {
      return Math.min(file.lines().size(), end(edits.getLast()) + CONTEXT);
    }

    String text() {
      int before = to() - from();
      var text = new StringBuilder();
      text.append(
          "@@ -%d,%d +%d,%d @@\n"
              .formatted(from() + 1, before, from() + 1 + moved, before + grownBy()));
      int line = from();
      for (var edit : edits) {
        line = old(text, ' ', line, edit.line());
        line = old(text, '-', line, end(edit));
        added(text, edit);
      }
      old(text, ' ', line, to());
      return text.toString();
    }

    private int old(StringBuilder text, char sign, int from, int to) {
      for (int line = from; line < to; line++) {
        boolean isLast = line == file.lines().size() - 1;
        append(text, sign, file.lines().get(line), isLast);
      }
      return Math.max(from, to);
    }

    private void added(StringBuilder text, LineEdit edit) {
      for (int i = 0; i < edit.added().size(); i++) {
        boolean isLast = i == edit.added().size() - 1 && end(edit) == file.lines().size();
        append(text, '+', edit.added().get(i), isLast);
      }
    }

    private void append(StringBuilder text, char sign, String line, boolean isLast) {
      text.append(sign).append(line).append('\n');
      if (isLast && !file.begunAs().endsWith("\n")) {
        text.append(NO_LINE_FEED);
      }
    }
  }
}
