package dev.sayonce.cli;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.Problem;
import dev.sayonce.flow.yaml.Problem.Severity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds where an example stands in the authors' files. */
record ExamplePlaces(FlowSet set) {

  /** A warning at the example; at the top of a file if it was written in another way there. */
  Problem warning(String text, Intent intent, String message) {
    var own = intent.id() + ".yaml";
    return set.sources().entrySet().stream()
        .filter(file -> isOf(intent, file.getKey(), own))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(file -> in(file.getKey(), file.getValue(), text, message).stream())
        .findFirst()
        .orElseGet(() -> new Problem(Path.of(own), 1, 1, message, Severity.WARNING));
  }

  /** What ships with the product is no author's to mend. */
  boolean isOwn(Intent intent) {
    return switch (intent.kind()) {
      case FLOW -> set.sources().containsKey(intent.id() + ".yaml");
      case ANSWER ->
          set.sources().entrySet().stream()
              .filter(file -> file.getKey().startsWith("answers/"))
              .flatMap(file -> file.getValue().lines())
              .anyMatch(line -> line.startsWith(intent.id() + ":"));
    };
  }

  private static boolean isOf(Intent intent, String file, String own) {
    return intent.kind() == Intent.Kind.FLOW ? file.equals(own) : file.startsWith("answers/");
  }

  private static Optional<Problem> in(String file, String content, String text, String message) {
    var lines = content.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains(text))
        .mapToObj(i -> new Spot(i + 1, lines.get(i).indexOf(text) + 1))
        .map(s -> new Problem(Path.of(file), s.line, s.column, message, Severity.WARNING))
        .findFirst();
  }

  private record Spot(int line, int column) {}
}
