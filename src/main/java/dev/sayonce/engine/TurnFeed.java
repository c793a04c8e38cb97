package dev.sayonce.engine;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells whoever looks on in this gateway of committed turns: its own directly after the commit,
 * those of the other gateways as they are published. Publishing may be lost and the two ways may
 * cross, so every reader goes by the numbers of the entries.
 */
public final class TurnFeed {

  private static final Logger log = LoggerFactory.getLogger(TurnFeed.class);
  private static final int PARTS = 5;

  private final String gateway;
  private final List<Consumer<Committed>> listeners = new CopyOnWriteArrayList<>();
  private final Scheduler hearing = Schedulers.newSingle("turn-feed", true);

  public TurnFeed(String gateway) {
    this.gateway = gateway;
  }

  /** The name under which this gateway publishes. */
  String gateway() {
    return gateway;
  }

  /**
   * A listener is called on the committing thread or the feed's own and must not wait for anything.
   */
  public void onTurn(Consumer<Committed> listener) {
    listeners.add(listener);
  }

  /** Listens to the turns of the other gateways. */
  Mono<Void> listenTo(Redis redis, int partitions) {
    var channels = IntStream.range(0, partitions).mapToObj(RedisKeys::turns).toList();
    return redis.listen(channels, (_, message) -> hear(message));
  }

  private void hear(String message) {
    if (!message.startsWith(gateway + "\n") && !hearing.isDisposed()) {
      hearing.schedule(() -> tell(message));
    }
  }

  private void tell(String message) {
    try {
      var parts = message.split("\n", PARTS);
      tell(
          new Committed(
              new ThreadId(parts[1]),
              Version.parse(parts[2]),
              StateJson.readConversation(parts[3]),
              StateJson.readEntries(parts[4])));
    } catch (RuntimeException e) {
      log.warn(
          "A turn published by another gateway can't be read; its readers will fetch it by number",
          e);
    }
  }

  void tell(Committed turn) {
    for (var listener : listeners) {
      try {
        listener.accept(turn);
      } catch (RuntimeException e) {
        log.error("A listener failed on a turn of {}", turn.conversation().id(), e);
      }
    }
  }

  void close() {
    hearing.dispose();
  }
}
