package dev.sayonce.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The folder that every tool works on. */
final class FolderArgument {

  @Parameters(
      paramLabel = "FOLDER",
      description = "The company's files; left out: ${DEFAULT-VALUE}.",
      defaultValue = "flows")
  private Path folder = Path.of("flows");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The folder, which is there. */
  Path path() {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(), "There is no folder " + folder + ".");
    }
    return folder;
  }
}
