package dev.sayonce.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With sentinels a replica takes over, and the gateway goes on there by itself. */
class SentinelIT {

  private static final String PASSWORD = "of-the-servers";
  private static final String SENTINELS_PASSWORD = "of-the-sentinel";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final RedisClient client = RedisClient.create();
  private Process master;
  private int sentinel;

  @BeforeEach
  void start() throws IOException {
    int first = freePort();
    int second = freePort();
    sentinel = freePort();
    master = server(first);
    server(second, "--replicaof", "127.0.0.1 " + first);
    var replica = connect(second, PASSWORD);
    await()
        .atMost(PATIENCE)
        .until(() -> replica.info("replication").contains("master_link_status:up"));
    startSentinel(first);
    var watching = connect(sentinel, SENTINELS_PASSWORD);
    await().atMost(PATIENCE).until(() -> watching.info("sentinel").contains("slaves=1"));
  }

  @AfterEach
  void stop() {
    client.shutdown();
    processes.forEach(Process::destroyForcibly);
  }

  private Process server(int port, String... more) throws IOException {
    var arguments =
        new ArrayList<>(
            List.of(
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--requirepass",
                PASSWORD,
                "--masterauth",
                PASSWORD,
                "--repl-diskless-sync-delay",
                "0",
                "--save",
                ""));
    arguments.addAll(Arrays.asList(more));
    return run(port, arguments);
  }

  private void startSentinel(int first) throws IOException {
    var configuration = folder.resolve("sentinel.conf");
    Files.writeString(
        configuration,
        """
        port %d
        bind 127.0.0.1
        requirepass %s
        sentinel monitor talks 127.0.0.1 %d 1
        sentinel auth-pass talks %s
        sentinel down-after-milliseconds talks 1000
        sentinel failover-timeout talks 5000
        """
            .formatted(sentinel, SENTINELS_PASSWORD, first, PASSWORD));
    run(sentinel, List.of(configuration.toString(), "--sentinel"));
  }

  private Process run(int port, List<String> arguments) throws IOException {
    var home = Files.createDirectories(folder.resolve(Integer.toString(port)));
    var command = new ArrayList<String>();
    command.add(EmbeddedRedisFiles.in(home).executable().toString());
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile())
            .start();
    processes.add(process);
    return process;
  }

  private RedisCommands<String, String> connect(int port, String password) {
    var uri =
        RedisURI.builder()
            .withHost("127.0.0.1")
            .withPort(port)
            .withPassword(password.toCharArray())
            .build();
    return await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(RedisException.class)
        .until(() -> client.connect(uri).sync(), commands -> "PONG".equals(commands.ping()));
  }

  private RedisProperties properties() {
    return new RedisProperties(
        "redis-sentinel://127.0.0.1:%d/0#talks".formatted(sentinel),
        "",
        PASSWORD,
        SENTINELS_PASSWORD,
        Optional.empty(),
        Duration.ofSeconds(2),
        16,
        Duration.ofDays(400),
        new RedisProperties.Embedded(Path.of("unused"), "always"));
  }

  @Test
  void goesOnAtTheReplicaThatTookOver() {
    Set<String> heard = ConcurrentHashMap.newKeySet();
    try (var redis = Redis.connect(RedisAddress.of(properties()), Duration.ofSeconds(2))) {
      redis.listen(List.of("{p01}:turns"), (_, message) -> heard.add(message)).block(PATIENCE);
      redis.commands().set("kept", "1").block(PATIENCE);
      assertThat(redis.commands().waitForReplication(1, 5000).block(PATIENCE)).isEqualTo(1);

      master.destroyForcibly();

      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(RedisException.class)
          .until(() -> "OK".equals(redis.commands().set("after", "1").block(PATIENCE)));
      assertThat(redis.commands().get("kept").block(PATIENCE)).isEqualTo("1");
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(RedisException.class)
          .until(
              () -> {
                redis.publish("{p01}:turns", "from the new one").block(PATIENCE);
                return heard.contains("from the new one");
              });
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
