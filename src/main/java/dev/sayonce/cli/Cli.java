package dev.sayonce.cli;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Decides whether the jar was started for one of the tools, and runs it. Options alone start the
 * gateway, as they are its settings.
 */
public final class Cli {

  /** Everything is in order. */
  static final int GOOD = 0;

  /** There are problems in what was looked at. */
  static final int PROBLEMS = 1;

  /** The command was not understood. */
  static final int WRONG_USE = 2;

  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  private Cli() {}

  /** True for anything but settings of the gateway. */
  public static boolean isMeantBy(String[] args) {
    return Arrays.stream(args).anyMatch(arg -> !arg.startsWith("-") || HELP.contains(arg));
  }

  /** Runs a tool on this process's own terminal; the exit code. */
  public static int run(String[] args) {
    // Without Spring the libraries would log every detail to the terminal.
    LoggingSystem.get(Cli.class.getClassLoader()).setLogLevel("ROOT", LogLevel.ERROR);
    return run(Terminal.ofProcess(), args);
  }

  static int run(Terminal terminal, String... args) {
    var ansi = terminal.colours() ? Help.Ansi.ON : Help.Ansi.OFF;
    int code =
        new CommandLine(new Tools())
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new TestCommand(terminal))
            .addSubcommand(new DrawCommand(terminal))
            .addSubcommand(new TalkCommand(terminal))
            .addSubcommand(new EvaluateCommand(terminal))
            .addSubcommand(new SchemaCommand(terminal))
            .addSubcommand(new DoctorCommand(terminal))
            .addSubcommand(new BackupCommand(terminal))
            .addSubcommand(new RestoreCommand(terminal))
            .addSubcommand(new ExportCommand(terminal))
            .addSubcommand(new VisitCommand(terminal))
            .addSubcommand(new HelpCommand())
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setColorScheme(Help.defaultColorScheme(ansi))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(new Failures(terminal))
            .execute(args);
    terminal.flush();
    return code;
  }

  /** What stands above the subcommands; with none of them there is nothing to do. */
  @Command(
      name = "sayonce",
      description = {
        "Tools for those who write flows, which need no server and no Redis; and for operators: doctor looks",
        "whether the gateway would find what it needs, backup, restore and export work on what is kept,",
        "visit talks with a gateway that runs.",
        "Without a subcommand the gateway starts; its settings are --name=value.",
        ""
      },
      versionProvider = Version.class,
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel =
          "check|test|draw|talk|evaluate|schema|doctor|backup|restore|export|visit|help",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:everything is in order",
        "1:there are problems, or a test failed",
        "2:the command was not understood"
      })
  private static final class Tools implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "Which tool? Name one:");
    }
  }
}
