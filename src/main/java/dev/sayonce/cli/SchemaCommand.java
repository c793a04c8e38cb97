package dev.sayonce.cli;

import dev.sayonce.flow.yaml.SchemaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the schemas of the files, by which editors complete and explain. */
@Command(
    name = "schema",
    description = "Print the JSON schema of a kind of file, for completion in editors.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      description = "flow, answers, company, …; left out: the kinds are listed.")
  private Optional<String> kind = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Write the schemas of all kinds into this folder.")
  private Optional<Path> out = Optional.empty();

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (out.isPresent()) {
      return writeAll(out.get());
    }
    var schema = kind.flatMap(SchemaFiles::of);
    if (schema.isPresent()) {
      terminal.say(schema.get());
      return Cli.GOOD;
    }
    terminal.say("Kinds of files: " + String.join(", ", SchemaFiles.kinds()));
    return kind.isEmpty() ? Cli.GOOD : Cli.WRONG_USE;
  }

  private int writeAll(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var name : SchemaFiles.kinds()) {
      var file = folder.resolve(name + ".schema.json");
      Files.writeString(file, SchemaFiles.of(name).orElseThrow() + "\n");
      terminal.say(file.toString());
    }
    return Cli.GOOD;
  }
}
