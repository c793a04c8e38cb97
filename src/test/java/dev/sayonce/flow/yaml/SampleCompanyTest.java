package dev.sayonce.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.FlowSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleCompanyTest {

  @Test
  void isReadWithoutAProblem() {
    assertThat(new FlowReader().read(Path.of("flows")))
        .isInstanceOfSatisfying(
            Reading.Good.class, good -> assertThat(good.set().answers()).hasSizeGreaterThan(27));
  }

  @Test
  void hasSixExamplesOfEveryQuestionInEveryLanguage() {
    var set = sample();
    for (var language : set.company().languages()) {
      assertThat(set.answers().values())
          .allSatisfy(a -> assertThat(a.examples().get(language)).as(a.id()).hasSizeGreaterThan(5));
      assertThat(set.flows().values().stream().filter(f -> !f.phrases().isEmpty()))
          .hasSizeGreaterThan(9)
          .allSatisfy(f -> assertThat(f.phrases().get(language)).as(f.id()).hasSizeGreaterThan(5));
    }
  }

  @Test
  void hasCannedRepliesInEveryLanguage() {
    var set = sample();
    assertThat(set.canned())
        .hasSizeBetween(8, 20)
        .allSatisfy(
            c -> {
              assertThat(c.title().byLanguage().keySet()).containsAll(set.company().languages());
              assertThat(c.text().byLanguage().keySet()).containsAll(set.company().languages());
            });
  }

  private static FlowSet sample() {
    return ((Reading.Good) new FlowReader().read(Path.of("flows"))).set();
  }
}
