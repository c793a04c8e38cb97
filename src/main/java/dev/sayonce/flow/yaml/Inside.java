package dev.sayonce.flow.yaml;

import java.util.List;

/**
 * Where a character of a text stands in its file: a text may be plain, quoted, or a block of lines.
 *
 * @param lines of the file
 * @param begin where the value begins, its quote or {@code |} included
 * @param text the value as it was read
 */
record Inside(List<String> lines, Spot begin, String text) {

  Spot at(int index) {
    var first = line(begin.line());
    if (begin.column() > first.length()) {
      return begin;
    }
    return switch (first.charAt(begin.column() - 1)) {
      case '|', '>' -> inBlock(index);
      case '"', '\'' -> onLine(first, begin.column(), index);
      default -> onLine(first, begin.column() - 1, index);
    };
  }

  /** Exact as long as nothing before it is escaped; else the beginning of the value. */
  private Spot onLine(String line, int from, int index) {
    var before = text.substring(0, Math.min(index, text.length()));
    return line.startsWith(before, from)
        ? new Spot(begin.line(), from + before.length() + 1)
        : begin;
  }

  private Spot inBlock(int index) {
    var before = text.substring(0, Math.min(index, text.length()));
    int down = (int) before.chars().filter(c -> c == '\n').count();
    int across = before.length() - (before.lastIndexOf('\n') + 1);
    var line = line(begin.line() + 1 + down);
    int indent = line.length() - line.stripLeading().length();
    return new Spot(begin.line() + 1 + down, Math.min(indent + across, line.length()) + 1);
  }

  private String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
