package dev.sayonce.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where contents stand while they come in or go out. What a stopped gateway left there is removed.
 * Blocks.
 */
final class Scratch {

  private static final Logger log = LoggerFactory.getLogger(Scratch.class);

  private final Path folder;

  Scratch(Path folder) {
    this.folder = folder;
  }

  /** A new file, empty and for nobody else to read. */
  Path file() throws IOException {
    return Files.createFile(path(), Disk.OWN_FILE);
  }

  /** A path at which there is nothing yet. */
  Path path() {
    return folder.resolve(UUID.randomUUID() + ".part");
  }

  static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log.warn("A file that is no longer needed stays for the next round: {}", e.toString());
    }
  }

  /** Removes what nobody can be busy with any more. */
  boolean tidy(Instant now, Duration after) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(after))) {
          delete(file);
        }
      }
    }
    return true;
  }
}
