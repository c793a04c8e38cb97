package dev.sayonce.cli;

import dev.sayonce.Finding;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import java.nio.file.Path;
import java.util.List;

/** Looks whether the company's files can be taken. */
final class FlowsCheckup {

  private FlowsCheckup() {}

  static List<Finding> look(Path folder) {
    return switch (new FlowReader().read(folder)) {
      case Reading.Good(var set, _) ->
          List.of(
              Finding.good(
                  "Files in %s: %d flows, %d answers"
                      .formatted(folder, set.flows().size(), set.answers().size())));
      case Reading.Bad(var problems) ->
          List.of(
              Finding.wrong(
                  "The company's files in %s have %d problem(s), the first: %s"
                      .formatted(folder, problems.size(), problems.getFirst()),
                  "Mend them; check %s tells all of them.".formatted(folder)));
    };
  }
}
