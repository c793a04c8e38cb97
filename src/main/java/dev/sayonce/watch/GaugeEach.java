package dev.sayonce.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One figure of each of several things, such as of each team; a tag says which.
 *
 * <p>A thing keeps its gauge for as long as it is told of. Were the gauge taken away and added anew
 * with each figure, a scrape at that moment could meet it twice, and Prometheus would get an error.
 */
final class GaugeEach<T> {

  private final MultiGauge gauges;
  private final String tag;
  private final ToDoubleFunction<T> figure;
  private volatile Map<String, T> latest = Map.of();

  GaugeEach(
      MeterRegistry meters,
      String name,
      @Nullable String unit,
      String tag,
      ToDoubleFunction<T> figure) {
    this.gauges = MultiGauge.builder(name).baseUnit(unit).register(meters);
    this.tag = tag;
    this.figure = figure;
  }

  /** From now on the figures are those of these things, by name, and of no others. */
  void tell(Map<String, T> things) {
    latest = things;
    gauges.register(
        things.keySet().stream()
            .<Row<?>>map(name -> Row.of(Tags.of(tag, name), this, each -> each.figureOf(name)))
            .toList());
  }

  private double figureOf(String name) {
    var thing = latest.get(name);
    return thing == null ? Double.NaN : figure.applyAsDouble(thing);
  }
}
