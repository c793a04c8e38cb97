package dev.sayonce.product;

import static java.util.regex.Matcher.quoteReplacement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The sample company with teams that never close, so that tests mean the same on a Sunday. */
final class SampleCompany {

  /** The block of that name: its lines are indented. */
  private static final Pattern CHAT = Pattern.compile("(?m)^chat:\\n(?:(?: .*)?\\n)*");

  private static final Path FLOWS = Path.of("flows");
  private static final Path COPY = copy();

  private SampleCompany() {}

  /** The folder of its files. */
  static Path alwaysOpen() {
    return COPY;
  }

  /** The same with more lines at the end of what its company.yaml says of the chat. */
  static Path with(String more) {
    return with(
        Map.of(),
        company ->
            CHAT.matcher(company).replaceFirst(chat -> quoteReplacement(chat.group() + more)));
  }

  /** Another copy, for a test that needs one more process or other times. */
  static Path with(Map<String, String> moreFiles, UnaryOperator<String> company) {
    var folder = copy();
    try {
      for (var file : moreFiles.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      var main = folder.resolve("company.yaml");
      Files.writeString(main, company.apply(Files.readString(main)));
      return folder;
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
