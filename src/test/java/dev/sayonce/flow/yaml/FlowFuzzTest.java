package dev.sayonce.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever becomes of a file, its author is told something or the set is good: never an exception,
 * never a hang, and every problem points into a file. A failure names its seed.
 */
class FlowFuzzTest {

  private static final int FILES = 2_000;
  private static final Duration HANG = Duration.ofSeconds(60);
  private static final FlowReader READER = new FlowReader();

  @Test
  void survivesWhateverBecomesOfAFile() throws IOException {
    long base = Long.getLong("sayonce.seed", new Random().nextLong());
    System.out.println("FlowFuzzTest: -Dsayonce.seed=" + base);
    var files = Mutations.corpus();
    for (long seed = base; seed < base + FILES; seed++) {
      var random = new Random(seed);
      var file = files.get(random.nextInt(files.size()));
      var content = Mutations.of(random, file, files);
      try {
        assertTimeoutPreemptively(HANG, () -> read(content));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dsayonce.seed=%d%n%s".formatted(seed, content), e);
      }
    }
  }

  private static void read(String content) {
    var files = new HashMap<>(CorpusTest.COMPANY);
    files.put("mutant.yaml", content);
    switch (READER.read(files)) {
      case Reading.Good(var set, var warnings) -> {
        assertThat(set.flow("mutant")).isPresent();
        assertThat(warnings).noneMatch(Problem::isError);
      }
      case Reading.Bad(var problems) -> {
        assertThat(problems).anyMatch(Problem::isError);
        assertThat(problems).allMatch(p -> p.line() >= 1 && p.column() >= 1);
        assertThat(problems).allMatch(p -> !p.message().isBlank());
      }
    }
  }

  /** Large and deep files take their time, but an end they come to. */
  @Test
  void comesToAnEndWithWhatIsLargeOrDeep() {
    var wide = new StringBuilder("title: {pl: a, en: b}\nsteps:\n");
    for (int i = 0; i < 200; i++) {
      wide.append("  - {id: s%d, branch: [".formatted(i));
      for (int way = 0; way < 19; way++) {
        wide.append("{if: \"'a' == 'b'\", goto: s%d}, ".formatted((i * 7 + way * 11) % 200));
      }
      wide.append("{else: s%d}]}\n".formatted((i + 1) % 200));
    }
    for (var content :
        List.of(
            wide.toString(),
            "title: {pl: a, en: b}\nsteps: [{say: {pl: \"" + "{a".repeat(1000) + "\", en: b}}]\n",
            "title: {pl: a, en: b}\nslots: {a: {title: {pl: a, en: b}, type: yes-no}}\n"
                + "steps:\n  - branch: [{if: '"
                + "(".repeat(400)
                + "a', goto: to-human}]\n",
            "[".repeat(50_000),
            "a: &a [*a]\n".repeat(5_000),
            "- ".repeat(20_000))) {
      assertTimeoutPreemptively(HANG, () -> assertProblems(content));
    }
  }

  private static void assertProblems(String content) {
    var files = new HashMap<>(CorpusTest.COMPANY);
    files.put("mutant.yaml", content);
    assertThat(READER.read(files)).isInstanceOf(Reading.Bad.class);
  }

  /** Seeded changes of good files: of letters, of lines, of values, of structure. */
  static final class Mutations {

    private static final List<String> PARTS =
        List.of(
            "{",
            "}",
            "[",
            "]",
            ": ",
            "- ",
            " ",
            "\n",
            "\t",
            "&a",
            "*a",
            "!x",
            "'",
            "\"",
            "|",
            ">",
            "#",
            "~",
            "null",
            "yes",
            "{number}",
            "{number, plural, one {x}}",
            "= size(",
            "''{",
            "goto: look",
            "ask: number",
            "end: open",
            "run: mutant",
            "set: {number: null}",
            "%",
            "\u0000",
            "\uFEFF",
            "😀",
            "１２",
            "0x1F",
            "1e400",
            "branch:",
            "if: number == 1",
            "type: number",
            "pattern: '(a+)+'",
            "pattern: '['",
            "min: 5",
            "also: {pl: [a]}");

    private Mutations() {}

    static List<String> corpus() throws IOException {
      var files = new ArrayList<String>();
      for (var folder : List.of("src/test/resources/dev/sayonce/flow/corpus/good", "flows")) {
        try (var list = Files.list(Path.of(folder))) {
          for (var file : list.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
            files.add(Files.readString(file));
          }
        }
      }
      return files;
    }

    static String of(Random random, String file, List<String> others) {
      var content = file;
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        content = edit(random, content, others.get(random.nextInt(others.size())));
      }
      return content;
    }

    private static String edit(Random random, String content, String other) {
      var lines = new ArrayList<>(content.lines().toList());
      if (lines.isEmpty()) {
        return other;
      }
      int line = random.nextInt(lines.size());
      int at = random.nextInt(content.length() + 1);
      switch (random.nextInt(8)) {
        case 0 -> lines.remove(line);
        case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
        case 2 -> lines.set(line, " ".repeat(random.nextInt(4)) + lines.get(line));
        case 3 -> lines.set(line, lines.get(line).stripLeading());
        case 4 -> {
          var foreign = other.lines().toList();
          lines.add(line, foreign.isEmpty() ? "" : foreign.get(random.nextInt(foreign.size())));
        }
        case 5 -> {
          return content.substring(0, at)
              + PARTS.get(random.nextInt(PARTS.size()))
              + content.substring(at);
        }
        case 6 -> {
          return content.substring(0, at)
              + content.substring(Math.min(content.length(), at + random.nextInt(30)));
        }
        default -> lines.set(line, lines.get(line).replaceAll("\\b[a-z]{2,}\\b", word(random)));
      }
      return String.join("\n", lines) + "\n";
    }

    private static String word(Random random) {
      return List.of("number", "say", "ask", "to-human", "a", "pl", "reason", "look")
          .get(random.nextInt(8));
    }
  }
}
