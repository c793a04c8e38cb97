package dev.sayonce.flow.yaml;

import dev.sayonce.flow.yaml.Problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one reading, so that an author sees all of them at once. */
final class Problems {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column);

  private final List<Problem> found = new ArrayList<>();

  void add(String file, Spot spot, String message) {
    found.add(new Problem(Path.of(file), spot.line(), spot.column(), message, Severity.ERROR));
  }

  void warn(String file, Spot spot, String message) {
    found.add(new Problem(Path.of(file), spot.line(), spot.column(), message, Severity.WARNING));
  }

  void add(String file, String message) {
    add(file, Spot.START, message);
  }

  boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  List<Problem> sorted() {
    return found.stream().distinct().sorted(BY_PLACE).toList();
  }
}
