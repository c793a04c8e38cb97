package dev.sayonce.knowledge;

import dev.sayonce.flow.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists of lines that ship with the product, one file a language. */
final class Lines {

  private Lines() {}

  /** Empty for a language that the product has no list for. */
  static List<String> of(String list, Language language) {
    var name = "/dev/sayonce/knowledge/" + list + "/" + language.code() + ".txt";
    try (var stream = Lines.class.getResourceAsStream(name)) {
      return stream == null
          ? List.of()
          : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Unreadable in the jar: " + name, e);
    }
  }
}
