package dev.sayonce.action;

import dev.sayonce.action.BackEndStore.View;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How the back ends look from every gateway: each tells its own view every few seconds, so that
 * whichever is asked knows them all.
 */
public final class BackEndBoard implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(BackEndBoard.class);
  private static final Duration PERIOD = Duration.ofSeconds(3);
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final BackEnds backEnds;
  private final BackEndStore store;
  private final String host;
  private final Clock clock;
  private final String gateway = UUID.randomUUID().toString();
  private final Disposable.Swap telling = Disposables.swap();
  private volatile boolean running;

  BackEndBoard(BackEnds backEnds, BackEndStore store, String host, Clock clock) {
    this.backEnds = backEnds;
    this.store = store;
    this.host = host;
    this.clock = clock;
  }

  /** What one gateway sees; {@code host} tells the gateways apart. */
  public record Seen(String host, List<BackEndState> states) {}

  /** What every gateway sees that lives; this one as it is at the moment. */
  public Flux<Seen> seen() {
    return tell()
        .thenMany(store.all())
        .filter(view -> view.isOf(clock.instant(), FRESH))
        .map(view -> new Seen(view.host(), view.states()));
  }

  private Mono<Void> tell() {
    return Mono.defer(
        () ->
            store.tell(gateway, new View(host, clock.instant().toEpochMilli(), backEnds.states())));
  }

  @Override
  public void start() {
    running = true;
    telling.update(
        Flux.interval(Duration.ZERO, PERIOD)
            .onBackpressureDrop()
            .concatMap(_ -> tell().onErrorResume(BackEndBoard::reported), 1)
            .subscribe());
  }

  private static Mono<Void> reported(Throwable failure) {
    log.debug("How the back ends look is not told, the next time it is: {}", failure.toString());
    return Mono.empty();
  }

  @Override
  public void stop() {
    running = false;
    telling.update(Disposables.disposed());
    store.forget(gateway).onErrorComplete().subscribe();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
