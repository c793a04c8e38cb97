package dev.sayonce.cli;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.talk.Talk;
import dev.sayonce.knowledge.Knowledge;
import dev.sayonce.rehearsal.Coverage;
import dev.sayonce.rehearsal.Played;
import dev.sayonce.rehearsal.TalkPlayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays all talks that authors wrote and tells which did not go as they said. */
@Command(
    name = "test",
    description = "Play the talks that stand beside the flows and in tests/.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private FolderArgument folder = new FolderArgument();

  @Option(
      names = "--filter",
      paramLabel = "WORDS",
      description = "Only the talks with these words in their name or file.",
      defaultValue = "")
  private String filter = "";

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write the results as JUnit XML too.")
  private Optional<Path> junit = Optional.empty();

  @Option(
      names = "--at-least",
      paramLabel = "PERCENT",
      description =
          "Fail if the talks cover less of the steps and ways; left out: ${DEFAULT-VALUE}.",
      defaultValue = "0")
  private int atLeast;

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    var files = CompanyFiles.read(folder.path());
    if (!files.isGood()) {
      new ProblemReport(terminal, files).text();
      return Cli.PROBLEMS;
    }
    var talks = files.talks().stream().filter(this::isWanted).toList();
    return talks.isEmpty() ? none() : play(files, files.set().orElseThrow(), talks);
  }

  private boolean isWanted(Talk talk) {
    return (talk.file() + " " + talk.name())
        .toLowerCase(Locale.ROOT)
        .contains(filter.toLowerCase(Locale.ROOT));
  }

  /** A build that tests nothing should not look as if it had. */
  private int none() {
    terminal.say(
        filter.isEmpty()
            ? "There are no tests: write some under tests: in a flow, or in tests/*.yaml."
            : "No test has “" + filter + "” in its name or file.");
    return Cli.PROBLEMS;
  }

  private int play(CompanyFiles files, FlowSet set, List<Talk> talks) throws IOException {
    var player = new TalkPlayer(set, Knowledge.of(set)::understand);
    var played = talks.stream().map(player::play).toList();
    var report = new TestReport(terminal, files);
    report.print(played);
    if (junit.isPresent()) {
      JUnitXml.write(junit.get(), played);
    }
    boolean covered = !filter.isEmpty() || isCovered(report, Coverage.of(set, played));
    return covered && played.stream().allMatch(Played::passed) ? Cli.GOOD : Cli.PROBLEMS;
  }

  private boolean isCovered(TestReport report, Coverage coverage) {
    report.print(coverage);
    boolean enough = coverage.share() * 100 >= atLeast;
    if (!enough) {
      terminal.say("Less than the " + atLeast + " % that are asked for.");
    }
    return enough;
  }
}
