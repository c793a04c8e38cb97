package dev.sayonce.console;

import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.TurnFeed;
import dev.sayonce.handoff.Workload;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the figures of all open consoles: counts anew a second after something happened here or on
 * another gateway, and after ten seconds anyway, for a publish may be lost.
 */
@Component
final class CountsFeed implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CountsFeed.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_TILL_ANYWAY = 10;

  private final Workload workload;
  private final FlowSets flows;
  private final Set<ConsoleConnection> consoles = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean changed = new AtomicBoolean();
  private Disposable loop = Disposables.disposed();

  CountsFeed(Workload workload, FlowSets flows, TurnFeed feed) {
    this.workload = workload;
    this.flows = flows;
    feed.onTurn(_ -> changed.set(true));
  }

  void join(ConsoleConnection console) {
    consoles.add(console);
    changed.set(true);
  }

  void leave(ConsoleConnection console) {
    consoles.remove(console);
  }

  private Mono<Void> look() {
    var agents = consoles.stream().map(ConsoleConnection::agent).collect(Collectors.toSet());
    return workload
        .count(flows.everyTeam(), agents)
        .doOnNext(totals -> consoles.forEach(console -> console.counted(totals)))
        .then();
  }

  @Override
  public void start() {
    loop =
        Flux.interval(LOOK)
            .onBackpressureDrop()
            .filter(n -> n % LOOKS_TILL_ANYWAY == 0 | changed.getAndSet(false))
            .filter(_ -> !consoles.isEmpty())
            .concatMap(_ -> look().onErrorResume(this::reported), 1)
            .subscribe();
  }

  private Mono<Void> reported(Throwable failure) {
    changed.set(true);
    log.warn("The desks can't be counted, the next look tries again: {}", failure.toString());
    return Mono.empty();
  }

  @Override
  public void stop() {
    loop.dispose();
  }

  @Override
  public boolean isRunning() {
    return !loop.isDisposed();
  }
}
