package dev.sayonce.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.ClusterPartitionParser;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * A Redis Cluster of real servers on this machine: three that take writes, each with a replica if
 * wanted. Joined by the commands of Redis alone.
 */
public final class TestCluster implements AutoCloseable {

  private static final int MASTERS = 3;
  private static final String PASSWORD = "of-the-cluster";

  private final List<Server> servers = new ArrayList<>();
  private final RedisClient client = RedisClient.create();

  private TestCluster() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::killAll, "test-cluster-stop"));
  }

  public static TestCluster ofThree() {
    var cluster = new TestCluster();
    cluster.join(MASTERS);
    return cluster;
  }

  public static TestCluster ofThreeWithReplicas() {
    var cluster = new TestCluster();
    cluster.join(2 * MASTERS);
    cluster.follow();
    return cluster;
  }

  /** One server of the cluster. */
  public record Server(int port, Process process, RedisCommands<String, String> commands) {

    public String id() {
      return commands.clusterMyId();
    }

    /** How many clients hear that channel here. */
    public long listeners(String channel) {
      return commands.pubsubShardNumsub(channel).getOrDefault(channel, 0L);
    }

    /** Ends it without any warning. */
    public void kill() {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  private void join(int count) {
    IntStream.range(0, count).forEach(_ -> servers.add(start()));
    for (int i = 0; i < MASTERS; i++) {
      int from = SlotHash.SLOT_COUNT * i / MASTERS;
      int to = SlotHash.SLOT_COUNT * (i + 1) / MASTERS;
      servers.get(i).commands().clusterAddSlots(IntStream.range(from, to).toArray());
    }
    for (int i = 0; i < count; i++) {
      servers.get(i).commands().clusterSetConfigEpoch(i + 1L);
    }
    servers.stream()
        .skip(1)
        .forEach(s -> s.commands().clusterMeet("127.0.0.1", servers.getFirst().port()));
    till(() -> servers.stream().allMatch(s -> isWhole(s, count)));
  }

  private static boolean isWhole(Server server, int count) {
    var info = server.commands().clusterInfo();
    return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + count);
  }

  private void follow() {
    for (int i = 0; i < MASTERS; i++) {
      servers.get(MASTERS + i).commands().clusterReplicate(servers.get(i).id());
    }
    till(() -> servers.stream().skip(MASTERS).allMatch(TestCluster::isInStep));
    // a replica is voted for only where the others know it as one
    till(
        () ->
            servers.stream()
                .allMatch(s -> nodes(s).stream().filter(TestCluster::follows).count() == MASTERS));
  }

  private static boolean isInStep(Server server) {
    return server.commands().info("replication").contains("master_link_status:up");
  }

  private static boolean follows(RedisClusterNode node) {
    return node.is(RedisClusterNode.NodeFlag.REPLICA);
  }

  private static List<RedisClusterNode> nodes(Server server) {
    return ClusterPartitionParser.parse(server.commands().clusterNodes()).getPartitions();
  }

  private Server start() {
    try {
      var folder =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target").toAbsolutePath()), "cluster-");
      int port = freePort();
      var process =
          new ProcessBuilder(command(EmbeddedRedisFiles.in(folder).executable(), folder, port))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("redis.log").toFile())
              .start();
      return new Server(port, process, connect(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path program, Path folder, int port) {
    return List.of(
        program.toString(),
        "--port",
        Integer.toString(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        folder.toString(),
        "--requirepass",
        PASSWORD,
        "--masterauth",
        PASSWORD,
        "--appendonly",
        "yes",
        "--appendfsync",
        "everysec",
        "--save",
        "",
        "--maxmemory-policy",
        "noeviction",
        "--cluster-enabled",
        "yes",
        "--cluster-node-timeout",
        "2000",
        "--repl-diskless-sync-delay",
        "0");
  }

  private RedisCommands<String, String> connect(int port) {
    var uri =
        RedisURI.builder()
            .withHost("127.0.0.1")
            .withPort(port)
            .withPassword(PASSWORD.toCharArray())
            .build();
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(RedisException.class)
        .until(() -> client.connect(uri).sync(), commands -> "PONG".equals(commands.ping()));
  }

  /** As a setting names it: one of the servers. */
  public String url() {
    return "redis://:%s@127.0.0.1:%d".formatted(PASSWORD, servers.getFirst().port());
  }

  /** As a setting names it: the servers that took writes at first. */
  public String urlOfAll() {
    return "redis://:%s@%s"
        .formatted(
            PASSWORD,
            servers.stream()
                .limit(MASTERS)
                .map(s -> "127.0.0.1:" + s.port())
                .collect(Collectors.joining(",")));
  }

  public List<Server> servers() {
    return List.copyOf(servers);
  }

  /** The server that has the key now, by what most of those alive say. */
  public Server ownerOf(String key) {
    int slot = SlotHash.getSlot(key);
    var owner =
        alive().stream()
            .flatMap(s -> nodes(s).stream())
            .filter(
                n ->
                    n.is(RedisClusterNode.NodeFlag.UPSTREAM)
                        && !n.is(RedisClusterNode.NodeFlag.FAIL))
            .filter(n -> n.hasSlot(slot))
            .map(RedisClusterNode::getUri)
            .map(RedisURI::getPort)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Nobody has " + key));
    return servers.stream().filter(s -> s.port() == owner).findFirst().orElseThrow();
  }

  public List<Server> alive() {
    return servers.stream().filter(s -> s.process().isAlive()).toList();
  }

  /** All keys of all servers that take writes. */
  public List<String> keys() {
    return alive().stream()
        .filter(s -> s.commands().info("replication").contains("role:master"))
        .flatMap(s -> s.commands().keys("*").stream())
        .toList();
  }

  private static void till(BooleanSupplier condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  private static int freePort() {
    // the port for the cluster's own talk is 10000 above
    return IntStream.generate(TestCluster::anyPort)
        .filter(p -> p < 55_000)
        .findFirst()
        .orElseThrow();
  }

  private static int anyPort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void killAll() {
    servers.forEach(s -> s.process().destroyForcibly());
  }

  @Override
  public void close() {
    client.shutdown();
    killAll();
  }
}
