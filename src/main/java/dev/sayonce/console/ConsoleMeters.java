package dev.sayonce.console;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many consoles are open at this gateway. */
@Component
final class ConsoleMeters implements MeterBinder {

  private final ConsoleSocket socket;

  ConsoleMeters(ConsoleSocket socket) {
    this.socket = socket;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sayonce.console.sockets", socket, ConsoleSocket::sockets).register(meters);
  }
}
