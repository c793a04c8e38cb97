package dev.sayonce.engine;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries {@link Signal}s to whoever looks on at any gateway. Nothing is stored and nothing is
 * waited for: when more come than Redis takes, the newest are dropped.
 */
public final class SignalFeed {

  private static final Logger log = LoggerFactory.getLogger(SignalFeed.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_WAITING = 1024;
  private static final int MOST_UNDER_WAY = 16;

  private final Redis redis;
  private final String gateway;
  private final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();
  private final Scheduler hearing = Schedulers.newSingle("signal-feed", true);
  private final Sinks.Many<Signal> waiting =
      Sinks.many().unicast().onBackpressureBuffer(Queues.<Signal>get(MOST_WAITING).get());
  private final Disposable publishing;

  /**
   * @param gateway the name under which this gateway publishes
   */
  public SignalFeed(Redis redis, String gateway) {
    this.redis = redis;
    this.gateway = gateway;
    this.publishing =
        waiting
            .asFlux()
            .flatMap(s -> Mono.defer(() -> publish(s)).onErrorComplete(), MOST_UNDER_WAY)
            .subscribe();
  }

  /** The name under which this gateway publishes. */
  public String gateway() {
    return gateway;
  }

  /** A listener is called on the teller's thread or the feed's own and must not wait. */
  public void onSignal(Consumer<Signal> listener) {
    listeners.add(listener);
  }

  /** Listens to the signals of the other gateways. */
  public Mono<Void> listen(int partitions) {
    var channels = IntStream.range(0, partitions).mapToObj(RedisKeys::signals).toList();
    return redis.listen(channels, (_, message) -> hear(message));
  }

  private void hear(String message) {
    if (!message.startsWith(gateway + "\n") && !hearing.isDisposed()) {
      hearing.schedule(() -> read(message));
    }
  }

  private void read(String message) {
    try {
      var signal = JSON.readValue(message.substring(message.indexOf('\n') + 1), Signal.class);
      if (ConversationId.isConversationId(signal.conversation())) {
        spread(signal);
      }
    } catch (RuntimeException e) {
      log.debug("A signal of another gateway can't be read", e);
    }
  }

  /** Tells everybody, here at once and at the other gateways soon. */
  public void tell(Signal signal) {
    spread(signal);
    synchronized (waiting) {
      waiting.tryEmitNext(signal);
    }
  }

  private Mono<Void> publish(Signal signal) {
    int partition = new ConversationId(signal.conversation()).thread().partition();
    var message = gateway + "\n" + JSON.writeValueAsString(signal);
    return redis.publish(RedisKeys.signals(partition), message);
  }

  private void spread(Signal signal) {
    for (var listener : listeners) {
      try {
        listener.accept(signal);
      } catch (RuntimeException e) {
        log.error("A listener failed on a signal of {}", signal.conversation(), e);
      }
    }
  }

  public void close() {
    publishing.dispose();
    hearing.dispose();
  }
}
