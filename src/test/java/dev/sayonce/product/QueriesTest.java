package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayonce.product.Queries.Asked;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to Prometheus are taken apart, and those that can't be any are seen. */
class QueriesTest {

  @Test
  void tellsWhatIsAskedFor() {
    assertThat(
            Queries.parse(
                "sum by (a, b) (rate(one_total{x=\"1\",y!~\"2|3\"}[5m])) / max(two) > 0.5 and three"))
        .isEqualTo(
            List.of(
                new Asked("one_total", Set.of("x", "y")),
                new Asked("two", Set.of()),
                new Asked("three", Set.of())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum(a", "sum(a))", "median(a)", "a{b=1'}", "", "1 > 0", "rate(a[5 m])"})
  void refusesWhatCanBeNone(String expression) {
    assertThatThrownBy(() -> Queries.parse(expression)).isInstanceOf(AssertionError.class);
  }

  @Test
  void understandsAllThatWeBring() {
    assertThat(Queries.expressions()).hasSizeGreaterThan(40);
    for (var expression : Queries.expressions()) {
      assertThatCode(() -> Queries.parse(expression)).doesNotThrowAnyException();
    }
  }
}
