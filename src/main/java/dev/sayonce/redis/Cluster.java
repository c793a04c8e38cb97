package dev.sayonce.redis;

import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * A Redis Cluster. All that a script touches carries one hash tag, so each command is led to one
 * server; who has what is asked again regularly, and at every sign that it has changed.
 */
final class Cluster implements RedisServers {

  /** How long after a change of the cluster that nobody noticed it is found out. */
  private static final Duration LOOKS = Duration.ofSeconds(10);

  private static final Duration LOOKS_AFTER_SIGN_AT_MOST_EVERY = Duration.ofSeconds(1);

  private final RedisClusterClient client;
  private final StatefulRedisClusterConnection<String, String> connection;
  private final ShardListening listening;

  private Cluster(RedisClusterClient client) {
    this.client = client;
    this.connection = client.connect();
    this.listening = new ShardListening(client.connectPubSub());
  }

  static Cluster connect(RedisAddress address, Duration timeout) {
    var client = RedisClusterClient.create(address.nodes());
    client.setOptions(address.clusterOptions(timeout).topologyRefreshOptions(looks()).build());
    try {
      return new Cluster(client);
    } catch (RuntimeException e) {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
      throw e;
    }
  }

  private static ClusterTopologyRefreshOptions looks() {
    return ClusterTopologyRefreshOptions.builder()
        .enablePeriodicRefresh(LOOKS)
        .enableAllAdaptiveRefreshTriggers()
        .adaptiveRefreshTriggersTimeout(LOOKS_AFTER_SIGN_AT_MOST_EVERY)
        .build();
  }

  @Override
  public RedisClusterReactiveCommands<String, String> commands() {
    return connection.reactive();
  }

  @Override
  public Map<String, RedisClusterReactiveCommands<String, String>> masters() {
    return connection.getPartitions().stream()
        .filter(node -> node.is(RedisClusterNode.NodeFlag.UPSTREAM))
        .filter(Predicate.not(RedisClusterNode::hasNoSlots))
        .collect(
            Collectors.toMap(
                node -> RedisAddress.name(node.getUri()),
                node -> connection.getConnection(node.getNodeId()).reactive()));
  }

  @Override
  public Mono<Void> listen(Collection<String> channels, BiConsumer<String, String> hear) {
    return listening.listen(channels, hear);
  }

  @Override
  public boolean isOpen() {
    return connection.isOpen();
  }

  @Override
  public void close() {
    listening.close();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
