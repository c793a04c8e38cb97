package dev.sayonce.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample company with teams that never close, so that tests mean the same on a Sunday. */
final class SampleCompany {

  private static final Path FLOWS = Path.of("flows");
  private static final Path COPY = copy();

  private SampleCompany() {}

  /** The folder of its files. */
  static Path alwaysOpen() {
    return COPY;
  }

  /** Its files with a consent asked for before the first message. */
  static Path askingForConsent() {
    var copy = copy();
    var company = copy.resolve("company.yaml");
    try {
      var consent =
          """
          chat:
            consent:
              text: {pl: Zapisujemy tę rozmowę., ru: Мы сохраняем этот разговор., en: We keep this talk.}
          """;
      Files.writeString(company, Files.readString(company).replaceFirst("(?m)^chat:\\R", consent));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copy() {
    var copy = GatewayProcess.newFolder("flows-");
    try (var files = Files.walk(FLOWS)) {
      files.filter(Files::isRegularFile).forEach(file -> copy(file, copy));
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
