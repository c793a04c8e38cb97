package dev.sayonce.redis;

import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears sharded channels in a cluster. A channel is heard at the server that has its slot; when
 * another one has got it, by a takeover or a move, it is subscribed to there.
 */
final class ShardListening implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ShardListening.class);

  /** For about so long what is published is missed after a slot has gone elsewhere. */
  private static final Duration LOOKS = Duration.ofMillis(500);

  private final StatefulRedisClusterPubSubConnection<String, String> cluster;
  private final List<Wanted> wanted = new CopyOnWriteArrayList<>();
  private final Set<Line> known = ConcurrentHashMap.newKeySet();
  private final Map<String, Line> heardAt = new ConcurrentHashMap<>();
  private final Disposable following;

  ShardListening(StatefulRedisClusterPubSubConnection<String, String> cluster) {
    this.cluster = cluster;
    this.following =
        Flux.interval(LOOKS).onBackpressureDrop().concatMap(_ -> follow(), 1).subscribe();
  }

  private record Wanted(Set<String> channels, BiConsumer<String, String> hear) {}

  /** The line to one of the servers: the same one as long as that one belongs to the cluster. */
  private record Line(StatefulRedisPubSubConnection<String, String> connection) {

    boolean isOpen() {
      return connection.isOpen();
    }
  }

  Mono<Void> listen(Collection<String> channels, BiConsumer<String, String> hear) {
    wanted.add(new Wanted(Set.copyOf(channels), hear));
    return Flux.fromIterable(channels).concatMap(this::hearAtOwner).then();
  }

  private Mono<Void> follow() {
    return Flux.fromIterable(wanted)
        .flatMapIterable(Wanted::channels)
        .concatMap(channel -> hearAtOwner(channel).onErrorResume(e -> failed(channel, e)))
        .then();
  }

  /** The next look tries again. */
  private static Mono<Void> failed(String channel, Throwable failure) {
    log.debug("{} can't be heard just now: {}", channel, failure.toString());
    return Mono.empty();
  }

  private Mono<Void> hearAtOwner(String channel) {
    return Mono.defer(() -> lineToOwner(channel))
        .filter(line -> !line.equals(heardAt.get(channel)) || !line.isOpen())
        .flatMap(line -> subscribe(channel, line));
  }

  private Mono<Line> lineToOwner(String channel) {
    var owner = cluster.getPartitions().getMasterBySlot(SlotHash.getSlot(channel));
    return owner == null
        ? Mono.error(new IllegalStateException("Nobody has the slot of " + channel))
        : Mono.fromCompletionStage(() -> cluster.getConnectionAsync(owner.getNodeId()))
            .map(Line::new)
            .doOnNext(this::attend);
  }

  private void attend(Line line) {
    if (known.add(line)) {
      known.removeIf(old -> !old.equals(line) && !old.isOpen());
      line.connection().addListener(new Ears(line));
    }
  }

  private Mono<Void> subscribe(String channel, Line line) {
    return line.connection()
        .reactive()
        .ssubscribe(channel)
        .doOnSuccess(_ -> moved(channel, heardAt.put(channel, line), line));
  }

  /** A server that only follows the owner by now would tell everything a second time. */
  private static void moved(String channel, @Nullable Line from, Line to) {
    if (from != null && !from.equals(to)) {
      log.info("{} is heard at another server of the cluster now", channel);
      from.connection().async().sunsubscribe(channel);
    }
  }

  /** What one of the servers tells. */
  private final class Ears extends RedisPubSubAdapter<String, String> {

    private final Line line;

    Ears(Line line) {
      this.line = line;
    }

    @Override
    public void smessage(String channel, String message) {
      for (var listener : wanted) {
        if (listener.channels().contains(channel)) {
          listener.hear().accept(channel, message);
        }
      }
    }

    /** A server ends a subscription when the slot is moved away from it. */
    @Override
    public void sunsubscribed(String channel, long count) {
      heardAt.remove(channel, line);
    }
  }

  @Override
  public void close() {
    following.dispose();
  }
}
