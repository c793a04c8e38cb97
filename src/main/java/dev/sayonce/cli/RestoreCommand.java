package dev.sayonce.cli;

import dev.sayonce.attachment.FilesProperties;
import dev.sayonce.backup.Restoration;
import dev.sayonce.redis.RedisAccess;
import dev.sayonce.redis.RedisProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Makes an installation of an archive again. */
@Command(
    name = "restore",
    description = {
      "Bring an archive that backup wrote into an empty Redis and an empty folder, while no gateway runs.",
      "Takes the settings of the gateway, from the same places: --name=value, environment, files."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "ARCHIVE", description = "The file that backup wrote.")
  private Path archive = Path.of("sayonce.zip");

  @Unmatched private List<String> settings = new ArrayList<>();

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return Trouble.told(terminal, () -> GatewaySettings.use(settings, this::read));
  }

  private int read(Binder settings) {
    var properties = settings.bindOrCreate("sayonce.redis", RedisProperties.class);
    var files = settings.bindOrCreate("sayonce.files", FilesProperties.class);
    var folder = files.kept(properties.embedded().folder());
    try (var access = RedisAccess.open(properties)) {
      var restored =
          new Restoration(access.redis(), folder, properties.partitions(), Clock.systemUTC())
              .read(archive);
      terminal.say(
          "Restored %d pieces of Redis and %d files; %d pieces had expired meanwhile."
              .formatted(restored.pieces(), restored.files(), restored.expired()));
      return Cli.GOOD;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
