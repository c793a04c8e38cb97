package dev.sayonce.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets an author be the customer, in a terminal or from a pipe. */
@Command(
    name = "talk",
    description = {
      "Talk with the flows in a terminal, or from a pipe with a line for each message.",
      "A number presses a button; :help tells the rest."
    },
    mixinStandardHelpOptions = true)
final class TalkCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private FolderArgument folder = new FolderArgument();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "The language of the customer's page; left out: the company's first.")
  private Optional<String> language = Optional.empty();

  TalkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    var files = CompanyFiles.read(folder.path());
    if (files.set().isEmpty()) {
      new ProblemReport(terminal, files).text();
      return Cli.PROBLEMS;
    }
    var spoken = LanguageOption.in(files.set().get(), language, terminal);
    if (spoken.isEmpty()) {
      return Cli.WRONG_USE;
    }
    new Chat(terminal, folder.path(), spoken.get(), files.set().get()).run();
    return Cli.GOOD;
  }
}
