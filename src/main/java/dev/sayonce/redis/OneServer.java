package dev.sayonce.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One server, or the master that sentinels name: after each break of a line they are asked again.
 */
final class OneServer implements RedisServers {

  private final RedisClient client;
  private final RedisURI uri;
  private final StatefulRedisConnection<String, String> connection;
  private final StatefulRedisPubSubConnection<String, String> listening;

  private OneServer(RedisClient client, RedisURI uri) {
    this.client = client;
    this.uri = uri;
    this.connection = client.connect(uri);
    this.listening = client.connectPubSub(uri);
  }

  static OneServer connect(RedisAddress address, Duration timeout) {
    var client = RedisClient.create();
    client.setOptions(address.options(timeout).build());
    try {
      return new OneServer(client, address.first());
    } catch (RuntimeException e) {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
      throw e;
    }
  }

  /** True if it is one of a cluster. */
  boolean isOfCluster() {
    return connection.sync().info("cluster").contains("cluster_enabled:1");
  }

  @Override
  public RedisClusterReactiveCommands<String, String> commands() {
    return connection.reactive();
  }

  @Override
  public Map<String, RedisClusterReactiveCommands<String, String>> masters() {
    return Map.of(RedisAddress.name(uri), commands());
  }

  @Override
  public Mono<Void> listen(Collection<String> channels, BiConsumer<String, String> hear) {
    var wanted = Set.copyOf(channels);
    listening.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void smessage(String channel, String message) {
            if (wanted.contains(channel)) {
              hear.accept(channel, message);
            }
          }
        });
    return Flux.fromIterable(channels).concatMap(c -> listening.reactive().ssubscribe(c)).then();
  }

  @Override
  public boolean isOpen() {
    return connection.isOpen() && listening.isOpen();
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
