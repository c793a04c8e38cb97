package dev.sayonce.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The sample company with teams that never close, so that tests mean the same on a Sunday. */
final class SampleCompany {

  private static final Path FLOWS = Path.of("flows");
  private static final Path COPY = copy("");

  private SampleCompany() {}

  /** The folder of its files. */
  static Path alwaysOpen() {
    return COPY;
  }

  /** The same with more lines at the end of its company.yaml. */
  static Path with(String more) {
    return copy(more);
  }

  private static Path copy(String more) {
    var copy = GatewayProcess.newFolder("flows-");
    try (var files = Files.walk(FLOWS)) {
      files.filter(Files::isRegularFile).forEach(file -> copy(file, copy));
      Files.writeString(copy.resolve("company.yaml"), more, StandardOpenOption.APPEND);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path file, Path folder) {
    try {
      var to = folder.resolve(FLOWS.relativize(file));
      Files.createDirectories(to.getParent());
      Files.writeString(
          to,
          Files.readString(file)
              .replaceAll("hours: \\{.*}", "hours: {mon-sun: [\"00:00-24:00\"]}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
