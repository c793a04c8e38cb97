package dev.sayonce.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Tells everything that is wrong with a company's files, all at once, and how well their examples
 * can be told apart.
 */
@Command(
    name = "check",
    description = "Tell everything that is wrong, each with file, line, column and remedy.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  enum Format {
    TEXT,
    JSON,
    GITHUB;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Terminal terminal;

  @Mixin private FolderArgument folder = new FolderArgument();

  @Option(
      names = "--format",
      description =
          "${COMPLETION-CANDIDATES}: for people, for programs, for a build's annotations.",
      defaultValue = "text")
  private Format format = Format.TEXT;

  @Option(names = "--strict", description = "Take warnings for problems.")
  private boolean strict;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var read = CompanyFiles.read(folder.path());
    var tried = read.isGood() ? read.set().map(TriedOut::of) : Optional.<TriedOut>empty();
    var files = tried.map(t -> read.with(t.warnings())).orElse(read);
    new ProblemReport(terminal, files, tried.map(TriedOutReport::new)).print(format);
    boolean good = strict ? files.problems().isEmpty() : files.isGood();
    return good ? Cli.GOOD : Cli.PROBLEMS;
  }
}
