package dev.sayonce.cli;

import dev.sayonce.attachment.FilesProperties;
import dev.sayonce.backup.Backup;
import dev.sayonce.redis.RedisAccess;
import dev.sayonce.redis.RedisProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Makes one file of all that the installation keeps. */
@Command(
    name = "backup",
    description = {
      "Write all that Redis keeps, and the files of conversations, into one archive. Gateways may go on.",
      "Takes the settings of the gateway, from the same places: --name=value, environment, files."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "ARCHIVE", description = "The file to write, like sayonce.zip.")
  private Path archive = Path.of("sayonce.zip");

  @Option(names = "--overwrite", description = "Replace an archive of that name.")
  private boolean overwrite;

  @Unmatched private List<String> settings = new ArrayList<>();

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (Files.exists(archive) && !overwrite) {
      terminal.err().println("%s is there already; --overwrite replaces it.".formatted(archive));
      return Cli.PROBLEMS;
    }
    return Trouble.told(terminal, () -> GatewaySettings.use(settings, this::write));
  }

  private int write(Binder settings) {
    var properties = settings.bindOrCreate("sayonce.redis", RedisProperties.class);
    var files = settings.bindOrCreate("sayonce.files", FilesProperties.class);
    var folder = files.kept(properties.embedded().folder());
    try (var access = RedisAccess.open(properties)) {
      var made = new Backup(access.redis(), folder, Clock.systemUTC()).write(archive);
      terminal.say(
          "%s: %d pieces of Redis, %d files".formatted(archive, made.pieces(), made.files()));
      terminal.say("SHA-256 " + made.digest());
      if (folder.isEmpty()) {
        terminal.say("Files are in a bucket, which keeps versions of its own: they are not in it.");
      }
      return Cli.GOOD;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
