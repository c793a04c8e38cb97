package dev.sayonce.watch;

import dev.sayonce.engine.Dispatcher;
import dev.sayonce.engine.DueStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.handoff.Workload;
import dev.sayonce.redis.RedisFigures;
import dev.sayonce.redis.RedisFigures.Server;
import dev.sayonce.staff.Presence;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Figures of the whole installation: who waits, what is overdue, how Redis is. Each gateway looks
 * every ten seconds, whoever scrapes how often, and all tell the same: a rule takes the largest.
 * Ages grow between the looks, so that a gateway which can't look any more is noticed.
 */
final class LiveFigures implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LiveFigures.class);

  private final Sources sources;
  private final Clock clock;
  private final Duration every;
  private final GaugeEach<Workload.Waiting> waiting;
  private final GaugeEach<Workload.Waiting> longest;
  private final GaugeEach<Integer> conversations;
  private final List<GaugeEach<Server>> servers;
  private volatile DueStore.Due due = new DueStore.Due(0, Optional.empty());
  private volatile Instant lastLook;
  private volatile boolean failing;
  private Disposable loop = Disposables.disposed();

  /** Where the figures come from. */
  record Sources(
      Workload workload,
      FlowSets flows,
      DueStore due,
      RedisFigures redis,
      Dispatcher dispatcher,
      Presence presence,
      int partitions) {}

  LiveFigures(Sources sources, MeterRegistry meters, Duration every, Clock clock) {
    this.sources = sources;
    this.clock = clock;
    this.every = every;
    this.lastLook = clock.instant();
    this.waiting =
        new GaugeEach<>(meters, "sayonce.waiting", "people", "team", Workload.Waiting::count);
    this.longest =
        new GaugeEach<>(
            meters, "sayonce.waiting.longest", "seconds", "team", w -> ageOf(w.longestSince()));
    this.conversations =
        new GaugeEach<>(meters, "sayonce.conversations", null, "status", Integer::doubleValue);
    this.servers =
        List.of(
            ofServers(meters, "sayonce.redis.memory.used", "bytes", Server::used),
            ofServers(meters, "sayonce.redis.memory.limit", "bytes", Server::limit),
            ofServers(meters, "sayonce.redis.replicas", null, Server::replicas),
            ofServers(meters, "sayonce.redis.written", null, s -> s.written() ? 1 : 0));
    gauge(meters, "sayonce.due.threads", null, f -> f.due.threads());
    gauge(meters, "sayonce.due.age", "seconds", f -> f.ageOf(f.due.oldest()));
    gauge(meters, "sayonce.figures.age", "seconds", f -> f.ageOf(Optional.of(f.lastLook)));
    gauge(meters, "sayonce.partitions", null, f -> f.sources.partitions());
    gauge(meters, "sayonce.leases.held", null, f -> f.sources.dispatcher().held());
    gauge(
        meters,
        "sayonce.agents.present",
        null,
        f -> f.sources.presence().desk().teamsByAgent().size());
  }

  private static GaugeEach<Server> ofServers(
      MeterRegistry meters, String name, @Nullable String unit, ToDoubleFunction<Server> figure) {
    return new GaugeEach<>(meters, name, unit, "server", figure);
  }

  private void gauge(
      MeterRegistry meters,
      String name,
      @Nullable String unit,
      ToDoubleFunction<LiveFigures> figure) {
    Gauge.builder(name, this, figure).baseUnit(unit).register(meters);
  }

  /** Seconds since then; 0 of what is still to come. */
  private double ageOf(Optional<Instant> time) {
    return time.map(t -> Math.max(0, Duration.between(t, clock.instant()).toMillis() / 1000.0))
        .orElse(0.0);
  }

  Mono<Void> look() {
    return Mono.zip(
            sources.workload().count(sources.flows().everyTeam(), List.of()),
            sources.due().look(),
            sources.redis().look())
        .doOnNext(all -> remember(all.getT1(), all.getT2(), all.getT3()))
        .then();
  }

  private void remember(Workload.Totals totals, DueStore.Due nextDue, List<Server> nextServers) {
    waiting.tell(totals.waiting());
    longest.tell(totals.waiting());
    conversations.tell(statuses(totals));
    var byName = nextServers.stream().collect(Collectors.toMap(Server::server, s -> s));
    servers.forEach(figure -> figure.tell(byName));
    due = nextDue;
    lastLook = clock.instant();
  }

  private static Map<String, Integer> statuses(Workload.Totals totals) {
    return Map.of(
        "bot", totals.bot(),
        "queued", totals.waiting().values().stream().mapToInt(Workload.Waiting::count).sum(),
        "open", totals.open().values().stream().mapToInt(Integer::intValue).sum());
  }

  @Override
  public void start() {
    loop =
        Flux.interval(Duration.ZERO, every)
            .onBackpressureDrop()
            .concatMap(_ -> look().doOnSuccess(_ -> recovered()).onErrorResume(this::reported), 1)
            .subscribe();
  }

  private void recovered() {
    failing = false;
  }

  private Mono<Void> reported(Throwable failure) {
    if (!failing) {
      failing = true;
      log.warn("The figures can't be read, the next look tries again: {}", failure.toString());
    }
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
