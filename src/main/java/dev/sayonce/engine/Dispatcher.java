package dev.sayonce.engine;

import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.EffectHandler.Outcome;
import dev.sayonce.engine.PartitionLease.Lane;
import dev.sayonce.engine.PartitionLease.Step;
import dev.sayonce.redis.Redis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what is due: fires timers and carries effects out, in order within a thread, side by side
 * across threads. One gateway holds a partition at a time; another takes over when its lease runs
 * out.
 */
public final class Dispatcher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final int MOST_AT_ONCE = 64;

  private final ConversationEngine engine;
  private final List<EffectHandler> handlers;
  private final List<PartitionLease> leases;
  private final EngineProperties properties;
  private final EngineWatch watch;
  private final Clock clock;
  private final Set<ThreadId> working = ConcurrentHashMap.newKeySet();
  private final Set<ThreadId> calling = ConcurrentHashMap.newKeySet();
  private volatile boolean outage;
  private Disposable loop = Disposables.disposed();

  Dispatcher(
      Redis redis,
      int partitions,
      ConversationEngine engine,
      List<EffectHandler> handlers,
      EngineProperties properties,
      EngineWatch watch,
      Clock clock) {
    this.engine = engine;
    this.watch = watch;
    this.handlers = handlers;
    this.properties = properties;
    this.clock = clock;
    this.leases =
        IntStream.range(0, partitions)
            .mapToObj(p -> new PartitionLease(redis, p, properties.lease()))
            .toList();
  }

  /** A thread with something due, in a partition that we hold. */
  private record Job(PartitionLease lease, ThreadId thread) {}

  /**
   * Looking for what is due never waits for the work, for looking is also what keeps the leases.
   */
  @Override
  public void start() {
    loop =
        Flux.interval(properties.tick())
            .onBackpressureDrop()
            .concatMap(_ -> dueWherePossible(), 1)
            .flatMap(this::work, Integer.MAX_VALUE)
            .flatMap(this::call, Integer.MAX_VALUE)
            .subscribe();
  }

  private Flux<Job> reported(Throwable failure) {
    if (!outage) {
      outage = true;
      log.warn("What is due can't be asked for; each round tries again: {}", failure.toString());
    }
    return Flux.empty();
  }

  private void recovered() {
    if (outage) {
      outage = false;
      log.info("What is due can be asked for again.");
    }
  }

  /** One round over all partitions; ends when everything found due has been done or put off. */
  Mono<Void> round() {
    return due()
        .flatMap(this::work, Integer.MAX_VALUE)
        .flatMap(this::call, Integer.MAX_VALUE)
        .then();
  }

  private Flux<Job> due() {
    return Flux.fromIterable(leases).flatMap(this::due);
  }

  /** Of a cluster one server may be away: what the others have is done all the same. */
  private Flux<Job> dueWherePossible() {
    var failures = new AtomicInteger();
    return Flux.fromIterable(leases)
        .flatMap(
            lease ->
                due(lease).doOnError(_ -> failures.incrementAndGet()).onErrorResume(this::reported))
        .doOnComplete(
            () -> {
              if (failures.get() == 0) {
                recovered();
              }
            });
  }

  private Flux<Job> due(PartitionLease lease) {
    int free = Math.max(0, MOST_AT_ONCE - working.size());
    return lease
        .takeDue(clock.instant(), free, properties.handedOutFor())
        .flatMapIterable(threads -> threads)
        .map(thread -> new Job(lease, thread))
        .filter(job -> working.add(job.thread()));
  }

  /** Fires timers and says what is to be said; hands the job on if there is something to call. */
  private Mono<Job> work(Job job) {
    return engine
        .wake(job.thread())
        .onErrorResume(e -> reported(job.thread(), e))
        .then(effects(job, Lane.SAID))
        .filter(Step.Nothing::otherDue)
        .map(_ -> job)
        .onErrorResume(e -> reported(job.thread(), e))
        .doFinally(_ -> working.remove(job.thread()));
  }

  /** What is called takes its time: timers and words go on meanwhile. */
  private Mono<Void> call(Job job) {
    return calling.add(job.thread())
        ? effects(job, Lane.CALLED)
            .then()
            .onErrorResume(e -> reported(job.thread(), e))
            .doFinally(_ -> calling.remove(job.thread()))
        : Mono.empty();
  }

  private Mono<Step.Nothing> effects(Job job, Lane lane) {
    return next(job, lane).repeat().ofType(Step.Nothing.class).next();
  }

  private static <T> Mono<T> reported(ThreadId thread, Throwable failure) {
    log.error("What is due on {} failed; it is tried again after a while", thread, failure);
    return Mono.empty();
  }

  /** Does the next effect; there may be another one behind it. */
  private Mono<Step> next(Job job, Lane lane) {
    return Mono.defer(
            () -> job.lease().begin(job.thread(), lane, clock.instant(), properties.handedOutFor()))
        .flatMap(
            step ->
                switch (step) {
                  case Step.Nothing nothing -> Mono.just(nothing);
                  case Step.Begun begun -> done(job, begun);
                });
  }

  private Mono<Step> done(Job job, Step.Begun begun) {
    return carryOut(job.thread(), begun)
        .flatMap(outcome -> finish(job.lease(), job.thread(), begun, outcome))
        .map(isOurs -> isOurs ? begun : new Step.Nothing(false));
  }

  private Mono<Outcome> carryOut(ThreadId thread, Step.Begun begun) {
    var effect = StateJson.readEffect(begun.effect());
    var work =
        handlers.stream()
            .filter(h -> h.handles(effect))
            .findFirst()
            .map(h -> attempt(h, effect, begun.attempt()))
            .orElseGet(() -> Mono.just(new Outcome.GaveUp("no handler")))
            .flatMap(outcome -> tellFailure(thread, effect, outcome).thenReturn(outcome));
    return watch.effect(effect, begun, work);
  }

  private Mono<Outcome> attempt(EffectHandler handler, Effect effect, int attempt) {
    return Mono.defer(() -> handler.carryOut(effect, attempt))
        .timeout(properties.handedOutFor().dividedBy(2))
        .onErrorResume(
            e -> {
              log.warn("{} failed at attempt {}: {}", effect.id(), attempt, e.toString());
              return Mono.just(new Outcome.TryAgain(backOff(attempt)));
            });
  }

  /** One second, doubled with every attempt up to five minutes. */
  private static Duration backOff(int attempt) {
    return Duration.ofSeconds(Math.min(300, 1L << Math.min(attempt - 1, 10)));
  }

  private Mono<Void> tellFailure(ThreadId thread, Effect effect, Outcome outcome) {
    return outcome instanceof Outcome.GaveUp(String reason)
            && effect instanceof Effect.Deliver deliver
        ? engine.handle(thread, failed(deliver, reason)).then()
        : Mono.empty();
  }

  private Event failed(Effect.Deliver deliver, String reason) {
    return new Event.DeliveryFailed(
        "failed:" + deliver.id(),
        clock.instant(),
        deliver.conversation(),
        deliver.entry().number(),
        reason);
  }

  private Mono<Boolean> finish(
      PartitionLease lease, ThreadId thread, Step.Begun begun, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _, Outcome.GaveUp _ -> lease.finish(thread, begun, Optional.empty());
      case Outcome.TryAgain(var after) -> lease.finish(thread, begun, Optional.of(later(after)));
    };
  }

  private Instant later(Duration after) {
    return clock.instant().plus(after);
  }

  /** How many partitions are ours to look after, as far as we know. */
  public int held() {
    var now = clock.instant();
    return (int) leases.stream().filter(lease -> lease.isHeld(now)).count();
  }

  @Override
  public void stop() {
    loop.dispose();
    Flux.fromIterable(leases)
        .flatMap(PartitionLease::release)
        .then()
        .onErrorComplete()
        .toFuture()
        .completeOnTimeout(null, 2, java.util.concurrent.TimeUnit.SECONDS)
        .join();
  }

  @Override
  public boolean isRunning() {
    return !loop.isDisposed();
  }
}
