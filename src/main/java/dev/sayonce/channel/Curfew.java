package dev.sayonce.channel;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * When the gateway stops, its sockets are closed first: pages go to another gateway at once, and
 * the stop waits for no one.
 */
@Component
public final class Curfew implements SmartLifecycle {

  private final Sinks.Empty<Void> bell = Sinks.empty();
  private volatile boolean running;

  /** Completes when sockets are to be closed. */
  public Mono<Void> closing() {
    return bell.asMono();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    bell.tryEmitEmpty();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
