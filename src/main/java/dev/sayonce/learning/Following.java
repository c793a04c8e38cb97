package dev.sayonce.learning;

import dev.sayonce.engine.FlowSets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Keeps this gateway's knowledge up with what was accepted anywhere. Taught beside the messages;
 * what served before goes on serving meanwhile.
 */
final class Following implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Following.class);

  private final LearnedExamples learned;
  private final FlowSets flows;
  private final Duration period;
  private final Sinks.Many<Long> nudges = Sinks.many().multicast().directBestEffort();
  private final Disposable.Swap loop = Disposables.swap();
  private volatile boolean running;

  Following(LearnedExamples learned, FlowSets flows, Duration period) {
    this.learned = learned;
    this.flows = flows;
    this.period = period;
  }

  /** Looks at once, without waiting for what comes of it. */
  void nudge() {
    synchronized (nudges) {
      nudges.tryEmitNext(0L);
    }
  }

  private Mono<Void> round() {
    return learned
        .follow()
        .then(Mono.defer(flows::refresh))
        .onErrorResume(
            e -> {
              log.warn("What was learned can't be followed now: {}", e.toString());
              return Mono.empty();
            });
  }

  @Override
  public void start() {
    running = true;
    loop.update(
        Flux.merge(Flux.interval(period), nudges.asFlux())
            .onBackpressureLatest()
            .concatMap(_ -> round(), 1)
            .subscribe());
  }

  @Override
  public void stop() {
    running = false;
    loop.update(Disposables.disposed());
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
