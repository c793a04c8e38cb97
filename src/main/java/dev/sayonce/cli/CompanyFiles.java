package dev.sayonce.cli;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.talk.Talk;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Problem;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.flow.yaml.TalksReader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder as the tools see it: the flow set if it is in order, the talks that test it, and all
 * that is wrong with both.
 *
 * @param set empty if there is a problem in it; problems of tests alone leave it usable
 */
record CompanyFiles(Path folder, Optional<FlowSet> set, List<Talk> talks, List<Problem> problems) {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column);

  static CompanyFiles read(Path folder) {
    var reading = new FlowReader().read(folder, new TalksReader().mocked(folder));
    return switch (reading) {
      case Reading.Good(var set, var warnings) -> of(folder, Optional.of(set), warnings);
      case Reading.Bad(var problems) -> of(folder, Optional.empty(), problems);
    };
  }

  /** The same with more warnings. */
  CompanyFiles with(List<Problem> more) {
    var all = Stream.concat(problems.stream(), more.stream()).distinct().sorted(BY_PLACE).toList();
    return new CompanyFiles(folder, set, talks, all);
  }

  private static CompanyFiles of(Path folder, Optional<FlowSet> set, List<Problem> problems) {
    var talks = new TalksReader().read(folder, set);
    var all =
        Stream.concat(problems.stream(), talks.problems().stream())
            .distinct()
            .sorted(BY_PLACE)
            .toList();
    return new CompanyFiles(folder, set, talks.talks(), all);
  }

  /** Without anything that must be mended; there may be warnings. */
  boolean isGood() {
    return problems.stream().noneMatch(Problem::isError);
  }

  /** As it is named from where the tool was started, so that a terminal can follow it. */
  String shown(Path file) {
    return folder.resolve(file).toString().replace('\\', '/');
  }

  String shown(String file) {
    return shown(Path.of(file));
  }
}
