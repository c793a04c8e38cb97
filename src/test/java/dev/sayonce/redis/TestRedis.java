package dev.sayonce.redis;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One real Redis server for all tests of a JVM; a test that uses it flushes it first. */
public final class TestRedis {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private TestRedis() {}

  /** The shared connection; not to be closed. */
  public static Redis redis() {
    return Server.REDIS;
  }

  /** Where the server is, for a test that connects by itself. */
  public static RedisURI uri() {
    return RedisURI.builder(Server.EMBEDDED.uri()).build();
  }

  /** The same as a setting says it. */
  public static String url() {
    var uri = uri();
    var credentials = uri.getCredentialsProvider().resolveCredentials().block(TIMEOUT);
    return "redis://:%s@%s:%d"
        .formatted(new String(credentials.getPassword()), uri.getHost(), uri.getPort());
  }

  /** Forgets everything. */
  public static void flush() {
    redis().commands().flushall().block(TIMEOUT);
  }

  /** Started by the first test that asks, stopped with the JVM. */
  private static final class Server {

    static final EmbeddedRedis EMBEDDED = start();
    static final Redis REDIS = Redis.connect(EMBEDDED.uri(), TIMEOUT);

    private static EmbeddedRedis start() {
      try {
        var target = Files.createDirectories(Path.of("target"));
        var folder = Files.createTempDirectory(target, "redis-");
        var server = EmbeddedRedis.start(new RedisProperties.Embedded(folder, "everysec"));
        Runtime.getRuntime().addShutdownHook(new Thread(Server::stop, "test-redis-stop"));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop() {
      REDIS.close();
      EMBEDDED.close();
    }
  }
}
