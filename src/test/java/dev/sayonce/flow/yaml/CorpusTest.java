package dev.sayonce.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that authors might write, good and bad ones. Beside each, in a text of the same name,
 * stands what its author is told, all of it, line by line; a good file may be told warnings. {@code
 * # as: interrupts.yaml} puts a file in another's place.
 */
class CorpusTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/sayonce/flow/corpus");
  private static final Pattern AS = Pattern.compile("# as: (\\S+)");
  private static final int LEAST_BAD = 60;
  private static final FlowReader READER = new FlowReader();

  static final Map<String, String> COMPANY =
      Map.of(
          "company.yaml",
          """
          name: Corpus
          languages: [pl, en]
          greeting: {pl: Cześć, en: Hello}
          zone: Europe/Warsaw
          teams:
            orders: {title: {pl: Zamówienia, en: Orders}}
            returns: {title: {pl: Zwroty, en: Returns}}
          """,
          "return.yaml",
          """
          title: {pl: Zwrot, en: Return}
          phrases: {pl: [zwrot towaru, oddaję, odsyłam], en: [a return, give back, send back]}
          slots:
            orderNumber:
              title: {pl: Numer zamówienia, en: Order number}
              pattern: '[A-Z]{2}\\d{6}'
              example: AB123456
          steps:
            - ask: orderNumber
              say: {pl: Numer?, en: Number?}
            - handoff: returns
          """);

  static Stream<String> bad() {
    return names("bad");
  }

  static Stream<String> good() {
    return names("good");
  }

  private static Stream<String> names(String kind) {
    try (var files = Files.list(FOLDER.resolve(kind))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void holdsManyMistakes() {
    assertThat(bad()).hasSizeGreaterThanOrEqualTo(LEAST_BAD);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void tellsWhatIsWrong(String name) throws IOException {
    var content = Files.readString(FOLDER.resolve("bad").resolve(name));
    assertThat(told(name, content)).isEqualTo(expected("bad", name)).isNotEmpty();
    assertThat(read(name, content)).isInstanceOf(Reading.Bad.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void takesWhatIsGood(String name) throws IOException {
    var content = Files.readString(FOLDER.resolve("good").resolve(name));
    assertThat(told(name, content)).isEqualTo(expected("good", name));
    assertThat(read(name, content)).isInstanceOf(Reading.Good.class);
  }

  private static List<String> expected(String kind, String name) throws IOException {
    var beside = FOLDER.resolve(kind).resolve(name.replace(".yaml", ".txt"));
    return Files.exists(beside) ? Files.readAllLines(beside) : List.of();
  }

  /** Without the file's own name; of other files with it. */
  private static List<String> told(String name, String content) {
    var problems =
        switch (read(name, content)) {
          case Reading.Good(_, var warnings) -> warnings;
          case Reading.Bad(var all) -> all;
        };
    var own = path(name, content) + ":";
    return problems.stream()
        .map(Problem::toString)
        .map(p -> p.startsWith(own) ? p.substring(own.length()) : p)
        .toList();
  }

  private static Reading read(String name, String content) {
    var files = new HashMap<>(COMPANY);
    files.put(path(name, content), content);
    return READER.read(files);
  }

  private static String path(String name, String content) {
    return AS.matcher(content).results().map(m -> m.group(1)).findFirst().orElse(name);
  }

  /** Writes down what each file is told, to be judged by a person as a difference. */
  public static void main(String[] args) throws IOException {
    for (var kind : List.of("good", "bad")) {
      for (var name : names(kind).toList()) {
        var told = told(name, Files.readString(FOLDER.resolve(kind).resolve(name)));
        if (!told.isEmpty()) {
          Files.write(FOLDER.resolve(kind).resolve(name.replace(".yaml", ".txt")), told);
        }
      }
    }
  }
}
