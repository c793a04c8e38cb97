package dev.sayonce.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GaugeEachTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final GaugeEach<Integer> waiting =
      new GaugeEach<>(meters, "waiting", "people", "team", Integer::doubleValue);

  private double of(String team) {
    return meters.get("waiting").tag("team", team).gauge().value();
  }

  private List<String> teams() {
    return meters.find("waiting").gauges().stream()
        .map(gauge -> gauge.getId().getTag("team"))
        .sorted()
        .toList();
  }

  @Test
  void tellsTheLatestFigureOfEach() {
    waiting.tell(Map.of("orders", 1, "returns", 2));
    waiting.tell(Map.of("orders", 3, "returns", 4));

    assertThat(of("orders")).isEqualTo(3);
    assertThat(of("returns")).isEqualTo(4);
  }

  @Test
  void knowsOnlyWhatItWasToldOfLast() {
    waiting.tell(Map.of("orders", 1, "returns", 2));
    waiting.tell(Map.of("returns", 2, "complaints", 3));

    assertThat(teams()).containsExactly("complaints", "returns");
  }

  /** A gauge that is replaced can be met twice by a scrape at that moment, which is an error. */
  @Test
  void neverReplacesAGauge() {
    waiting.tell(Map.of("orders", 1));
    var removed = new ArrayList<Gauge>();
    meters.config().onMeterRemoved(meter -> removed.add((Gauge) meter));

    waiting.tell(Map.of("orders", 2));

    assertThat(removed).isEmpty();
    assertThat(of("orders")).isEqualTo(2);
  }
}
