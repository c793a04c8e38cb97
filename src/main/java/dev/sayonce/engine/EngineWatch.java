package dev.sayonce.engine;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.conversation.Turn;
import dev.sayonce.redis.RedisOutage;
import dev.sayonce.tracing.Step;
import dev.sayonce.tracing.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * What the engine tells about itself: how long turns, commits and effects take and how they end, as
 * figures and as steps of traces. Every tag has few values, and none comes from a customer.
 */
public final class EngineWatch {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry meters;
  private final Tracing tracing;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();

  EngineWatch(MeterRegistry meters, Tracing tracing) {
    this.meters = meters;
    this.tracing = tracing;
  }

  /** For an engine that nobody looks at. */
  static EngineWatch off() {
    return new EngineWatch(new SimpleMeterRegistry(), Tracing.OFF);
  }

  /** From the moment at which an event came to the one at which its sender is told. */
  Mono<Receipt> turn(ThreadId thread, Event event, Mono<Receipt> work) {
    var measured =
        timed("sayonce.turn", "from", source(event), work, EngineWatch::taken, EngineWatch::failed);
    return tracing.follows()
        ? tracing.step(
            Step.<Receipt>of("turn")
                .id("thread", thread.value())
                .with("sayonce.event", event.getClass().getSimpleName())
                .learn(r -> Map.of("conversation", r.conversation().value(), "outcome", taken(r))),
            measured)
        : measured;
  }

  /** Who or what an event comes from: a channel, an agent, a timer or what an effect learned. */
  private static String source(Event event) {
    return switch (event) {
      case Event.ByCustomer c -> c.contact().channel();
      case Event.ByAgent _ -> "agent";
      case Event.OfContacts _ -> "linking";
      case Event.ActionEnded _ -> "action";
      case Event.ComplaintOwned _ -> "owner";
      case Event.TimerFired _ -> "timer";
      case Event.DeliveryFailed _ -> "delivery";
    };
  }

  private static String taken(Receipt receipt) {
    return switch (receipt.verdict()) {
      case Turn.Verdict.Applied _ -> "taken";
      case Turn.Verdict.Late _ -> "late";
      case Turn.Verdict.Refused _ -> "refused";
    };
  }

  private static String failed(Throwable failure) {
    return failure instanceof Busy
        ? "busy"
        : RedisOutage.caused(failure)
            ? "outage"
            : failure instanceof Elsewhere ? "moved" : "failed";
  }

  /** What is understood of somebody's words. */
  <T> Mono<T> understanding(Mono<T> work) {
    return tracing.partOf(Step.of("understand"), work);
  }

  /** One round trip to Redis that makes a turn true, or not. */
  Mono<ConversationStore.Outcome> commit(
      ConversationId conversation, Mono<ConversationStore.Outcome> work) {
    var measured =
        timed(
            "sayonce.redis.commit",
            "script",
            "commit_turn",
            work,
            o -> o.getClass().getSimpleName().toLowerCase(Locale.ROOT),
            EngineWatch::failed);
    return tracing.follows()
        ? tracing.step(
            Step.<ConversationStore.Outcome>of("redis commit")
                .id("conversation", conversation.value())
                .with("db.system.name", "redis")
                .with("db.operation.name", "commit_turn")
                .learn(o -> Map.of("outcome", o.getClass().getSimpleName()))
                .elsewhere(),
            measured)
        : measured;
  }

  /** A turn is committed that had not been committed before. */
  void committed(Optional<Conversation> before, Turn turn) {
    var next = turn.next();
    var known = before.filter(c -> c.id().equals(next.id()));
    var from = known.map(c -> c.mode().status());
    var to = next.mode().status();
    if (from.filter(to::equals).isEmpty()) {
      count("sayonce.conversations.moved", "to", word(to));
    }
    if (next.mode() instanceof Mode.Queued queued && from.filter(to::equals).isEmpty()) {
      count("sayonce.handoffs", "reason", queued.handoff().reason().word());
    }
    if (turn.repeats() > 0) {
      count("sayonce.repeats", "by", "agent");
    }
  }

  private static String word(Mode.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /** One attempt at an effect, in the trace of the turn that wanted it. */
  Mono<EffectHandler.Outcome> effect(
      Effect effect, PartitionLease.Step.Begun begun, Mono<EffectHandler.Outcome> work) {
    var measured =
        timed("sayonce.effects", "kind", kind(effect), work, EngineWatch::word, _ -> "failed");
    return tracing.follows()
        ? tracing.resume(
            StateJson.traceOf(begun.effect()),
            tracing.step(
                Step.<EffectHandler.Outcome>of("effect " + kind(effect))
                    .id("conversation", conversation(effect).value())
                    .with("sayonce.attempt", Integer.toString(begun.attempt()))
                    .learn(o -> Map.of("outcome", word(o))),
                measured))
        : measured;
  }

  private static String kind(Effect effect) {
    return switch (effect) {
      case Effect.Deliver _ -> "deliver";
      case Effect.CallAction _ -> "call";
      case Effect.FindOwner _ -> "find-owner";
      case Effect.Join _ -> "join";
    };
  }

  private static ConversationId conversation(Effect effect) {
    return switch (effect) {
      case Effect.Deliver e -> e.conversation();
      case Effect.CallAction e -> e.conversation();
      case Effect.FindOwner e -> e.conversation();
      case Effect.Join e -> e.to();
    };
  }

  private static String word(EffectHandler.Outcome outcome) {
    return switch (outcome) {
      case EffectHandler.Outcome.Done _ -> "done";
      case EffectHandler.Outcome.TryAgain _ -> "again";
      case EffectHandler.Outcome.GaveUp _ -> "gave-up";
    };
  }

  private <T> Mono<T> timed(
      String name,
      String tag,
      String value,
      Mono<T> work,
      Function<T, String> outcome,
      Function<Throwable, String> failure) {
    return Mono.defer(
        () -> {
          var sample = Timer.start(meters);
          return work.doOnSuccess(
                  r -> sample.stop(timer(name, tag, value, r == null ? "none" : outcome.apply(r))))
              .doOnError(e -> sample.stop(timer(name, tag, value, failure.apply(e))));
        });
  }

  private Timer timer(String name, String tag, String value, String outcome) {
    return timers.computeIfAbsent(
        name + "|" + value + "|" + outcome,
        _ ->
            Timer.builder(name)
                .tag(tag, value)
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters));
  }

  private void count(String name, String tag, String value) {
    counters
        .computeIfAbsent(
            name + "|" + value, _ -> Counter.builder(name).tag(tag, value).register(meters))
        .increment();
  }
}
