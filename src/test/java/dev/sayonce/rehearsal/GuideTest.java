package dev.sayonce.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Problem;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.flow.yaml.TalksReader;
import dev.sayonce.knowledge.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the authors' guide tells to write works as it is told. */
class GuideTest {

  private static final Path FLOWS = Path.of("flows");
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\\n# repair.yaml\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void bringsAnAuthorFromNothingToATestedFlow() throws IOException {
    copyTheSampleCompany();
    Files.writeString(folder.resolve("repair.yaml"), example());
    var reading = new FlowReader().read(folder, new TalksReader().mocked(folder));
    assertThat(reading)
        .isInstanceOfSatisfying(Reading.Good.class, g -> assertThat(g.warnings()).isEmpty());
    var set = ((Reading.Good) reading).set();
    var found = new TalksReader().read(folder, Optional.of(set));
    assertThat(found.problems()).isEmpty();
    var player = new TalkPlayer(set, Knowledge.of(set)::understand);
    assertThat(found.talks().stream().filter(t -> t.file().equals("repair.yaml")))
        .hasSize(3)
        .allSatisfy(talk -> assertThat(player.play(talk).failure()).isEmpty());
  }

  @Test
  void showsAMistakeAsItIsTold() throws IOException {
    copyTheSampleCompany();
    var wrong = example().replace("choice: gear", "choice: gaer");
    Files.writeString(folder.resolve("repair.yaml"), wrong);
    var told = Pattern.compile("```text\\nflows/(.*?)\\n```").matcher(guide());
    assertThat(told.find()).isTrue();
    assertThat(((Reading.Bad) new FlowReader().read(folder)).problems())
        .extracting(Problem::toString)
        .contains(told.group(1));
  }

  private static String example() throws IOException {
    var example = EXAMPLE.matcher(guide());
    assertThat(example.find()).isTrue();
    return example.group(1);
  }

  private static String guide() throws IOException {
    return Files.readString(FLOWS.resolve("README.md"));
  }

  private void copyTheSampleCompany() throws IOException {
    try (var files = Files.walk(FLOWS)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = folder.resolve(FLOWS.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }
}
