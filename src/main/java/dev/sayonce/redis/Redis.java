package dev.sayonce.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The connections to Redis: one for commands, which pipelines by itself, and one that listens.
 * While Redis is away commands fail at once, so that senders are told to try again instead of
 * waiting in a queue that could be lost.
 */
public final class Redis implements AutoCloseable {

  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;
  private final StatefulRedisPubSubConnection<String, String> listening;
  private final Duration timeout;

  private Redis(RedisClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
    this.connection = client.connect();
    this.listening = client.connectPubSub();
  }

  /** Connects, or throws {@link io.lettuce.core.RedisConnectionException}. */
  public static Redis connect(RedisURI uri, Duration timeout) {
    uri.setTimeout(timeout);
    var client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(timeout))
            .build());
    try {
      return new Redis(client, timeout);
    } catch (RuntimeException e) {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
      throw e;
    }
  }

  /** Single commands, those that a cluster knows too. */
  public RedisClusterReactiveCommands<String, String> commands() {
    return connection.reactive();
  }

  /** Runs a script in one round trip; its reply as a list, nested where the script's is. */
  public Mono<List<Object>> run(Script script, List<String> keys, List<String> args) {
    var k = keys.toArray(String[]::new);
    var a = args.toArray(String[]::new);
    return commands()
        .<List<Object>>evalsha(script.sha(), ScriptOutputType.MULTI, k, a)
        .onErrorResume(
            RedisNoScriptException.class,
            _ -> commands().eval(script.body(), ScriptOutputType.MULTI, k, a))
        .collectList()
        .map(Redis::reply)
        .timeout(timeout);
  }

  /** A multi reply arrives as one list or as its elements, depending on the protocol's shape. */
  @SuppressWarnings("unchecked")
  private static List<Object> reply(List<?> received) {
    return received.size() == 1 && received.getFirst() instanceof List<?> list
        ? (List<Object>) list
        : (List<Object>) received;
  }

  /**
   * Hears what is published on the sharded channels, on a Lettuce thread; subscriptions survive
   * reconnects.
   */
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

  /** Publishes on a sharded channel, without a receipt. */
  public Mono<Void> publish(String channel, String message) {
    return commands().spublish(channel, message).then();
  }

  public boolean isConnected() {
    return connection.isOpen() && listening.isOpen();
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
