package dev.sayonce.cli;

import dev.sayonce.Finding;
import dev.sayonce.attachment.FilesProperties;
import dev.sayonce.redis.RedisProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether there is room where this machine keeps something. */
final class DiskCheckup {

  private static final long LITTLE = 2L << 30;
  private static final long TOO_LITTLE = 200L << 20;

  private DiskCheckup() {}

  static List<Finding> look(RedisProperties redis, FilesProperties files) {
    var own =
        redis.url().isBlank()
            ? Optional.of(redis.embedded().folder().toAbsolutePath())
            : Optional.<Path>empty();
    return Stream.of(own, files.kept(redis.embedded().folder()))
        .flatMap(Optional::stream)
        .map(DiskCheckup::look)
        .toList();
  }

  private static Finding look(Path folder) {
    try {
      long free = Files.getFileStore(existing(folder)).getUsableSpace();
      var words = "Disk of %s: %.1f GB free".formatted(folder, free / (double) (1L << 30));
      if (free < TOO_LITTLE) {
        return Finding.wrong(words, "Make room: what can't be written can't be taken.");
      }
      return free < LITTLE
          ? Finding.warning(words, "Make room before it is full; nothing is taken then.")
          : Finding.good(words);
    } catch (IOException e) {
      return Finding.wrong(
          "%s can't be looked at: %s".formatted(folder, e.getMessage()),
          "Let the gateway read and write there.");
    }
  }

  /** The folder itself comes with the first start. */
  private static Path existing(Path folder) throws IOException {
    for (var at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at)) {
        return at;
      }
    }
    throw new IOException("no such folder");
  }
}
