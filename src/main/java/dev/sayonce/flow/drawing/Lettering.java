package dev.sayonce.flow.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room words take in a common sans-serif face: an estimate on the wide side, so that no
 * fonts need be installed where a picture is made.
 */
final class Lettering {

  private static final String NARROW = "iIjltfr.,:;'’|!()[]{}-";
  private static final String WIDE = "mwMW@%ЖШЩЮФМЫжшщюфмы—…";

  private Lettering() {}

  static double width(String words, double size) {
    return words.codePoints().mapToDouble(Lettering::share).sum() * size;
  }

  /** The words in lines no wider than that; what is over the last line becomes an ellipsis. */
  static List<String> lines(String words, double size, double width, int most) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : words.strip().split("\\s+")) {
      if (!line.isEmpty() && width(line + " " + word, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    boolean cut = lines.size() > most;
    var shown = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
    if (cut) {
      shown.set(most - 1, shown.getLast() + "…");
    }
    shown.replaceAll(l -> fitting(l, size, width));
    return shown;
  }

  /** A message without the forms that its plurals and choices may take: their names remain. */
  static String withoutForms(String message) {
    var out = new StringBuilder();
    int depth = 0;
    boolean named = true;
    for (char letter : message.toCharArray()) {
      depth += letter == '{' ? 1 : 0;
      named = depth == 0 || (depth == 1 && (letter == '{' || named) && letter != ',');
      boolean closes = depth == 1 && letter == '}';
      if (named || closes) {
        out.append(letter);
      }
      depth -= letter == '}' ? 1 : 0;
    }
    return out.toString();
  }

  private static String fitting(String line, double size, double width) {
    if (width(line, size) <= width) {
      return line;
    }
    int end = line.length();
    while (end > 0 && width(line.substring(0, end) + "…", size) > width) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end).stripTrailing() + "…";
  }

  private static double share(int letter) {
    if (letter == ' ') {
      return 0.32;
    }
    if (NARROW.indexOf(letter) >= 0) {
      return 0.38;
    }
    if (WIDE.indexOf(letter) >= 0) {
      return 0.93;
    }
    return Character.isUpperCase(letter) ? 0.73 : 0.6;
  }
}
