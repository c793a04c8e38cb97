package dev.sayonce.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.flow.yaml.TalksReader;
import dev.sayonce.knowledge.Knowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The talks of the sample company, each a test of its own. */
class SampleTalksTest {

  private static final Path FOLDER = Path.of("flows");
  private static final FlowSet SET = ((Reading.Good) new FlowReader().read(FOLDER)).set();
  private static final double ENOUGH = 0.9;

  @TestFactory
  Stream<DynamicTest> goAsWritten() {
    var found = new TalksReader().read(FOLDER, Optional.of(SET));
    assertThat(found.problems()).isEmpty();
    var player = new TalkPlayer(SET, Knowledge.of(SET)::understand);
    var all = Collections.synchronizedList(new ArrayList<Played>());
    var talks =
        found.talks().stream()
            .map(
                talk ->
                    dynamicTest(
                        talk.file() + ": " + talk.name(),
                        () -> {
                          var played = player.play(talk);
                          all.add(played);
                          assertThat(played.failure()).isEmpty();
                        }));
    var coverage =
        dynamicTest(
            "cover nine tenths of every flow, in every language",
            () -> {
              coversEveryFlow(all);
              speaksEveryLanguage(all);
            });
    return Stream.concat(talks, Stream.of(coverage));
  }

  private static void coversEveryFlow(List<Played> played) {
    assertThat(Coverage.of(SET, played).flows())
        .hasSizeGreaterThan(9)
        .allSatisfy(
            f -> {
              assertThat((double) f.stepsReached() / f.steps())
                  .as("%s", f)
                  .isGreaterThanOrEqualTo(ENOUGH);
              assertThat(f.waysTaken())
                  .as("%s", f)
                  .isGreaterThanOrEqualTo((int) (f.ways() * ENOUGH));
            });
  }

  private static void speaksEveryLanguage(List<Played> played) {
    var spoken =
        played.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.talk().file(),
                    Collectors.mapping(p -> p.talk().language(), Collectors.toSet())));
    assertThat(spoken).allSatisfy((file, languages) -> assertThat(languages).as(file).hasSize(3));
  }
}
