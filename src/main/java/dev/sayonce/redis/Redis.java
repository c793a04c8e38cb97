package dev.sayonce.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import reactor.core.publisher.Mono;

/**
 * The connections to Redis: one for commands, which pipelines by itself, and one that listens; in a
 * cluster one of each to every server. While Redis is away commands fail at once, so that senders
 * are told to try again instead of waiting in a queue that could be lost.
 */
public final class Redis implements AutoCloseable {

  private final RedisServers servers;
  private final Duration timeout;

  private Redis(RedisServers servers, Duration timeout) {
    this.servers = servers;
    this.timeout = timeout;
  }

  /** Connects, or throws {@link io.lettuce.core.RedisException}. */
  public static Redis connect(RedisURI uri, Duration timeout) {
    return connect(RedisAddress.of(uri), timeout);
  }

  /** A server that belongs to a cluster leads to all of it. */
  static Redis connect(RedisAddress address, Duration timeout) {
    if (address.nodes().size() > 1) {
      return new Redis(Cluster.connect(address, timeout), timeout);
    }
    var one = OneServer.connect(address, timeout);
    try {
      if (!one.isOfCluster()) {
        return new Redis(one, timeout);
      }
    } catch (RuntimeException e) {
      one.close();
      throw e;
    }
    one.close();
    return new Redis(Cluster.connect(address, timeout), timeout);
  }

  /** Single commands, those that a cluster knows too. */
  public RedisClusterReactiveCommands<String, String> commands() {
    return servers.commands();
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

  /** Every server that takes writes, by its address; one, if there is no cluster. */
  public Map<String, RedisClusterReactiveCommands<String, String>> masters() {
    return servers.masters();
  }

  /**
   * Hears what is published on the sharded channels, on a Lettuce thread; subscriptions survive
   * reconnects, and in a cluster takeovers.
   */
  public Mono<Void> listen(Collection<String> channels, BiConsumer<String, String> hear) {
    return servers.listen(channels, hear);
  }

  /** Publishes on a sharded channel, without a receipt. */
  public Mono<Void> publish(String channel, String message) {
    return commands().spublish(channel, message).then();
  }

  public boolean isConnected() {
    return servers.isOpen();
  }

  @Override
  public void close() {
    servers.close();
  }
}
