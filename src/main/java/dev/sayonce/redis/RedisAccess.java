package dev.sayonce.redis;

import dev.sayonce.StartupRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Redis for a tool that is run beside the gateways or while there is none: the one that was named,
 * or the embedded one, which is started if no gateway has.
 */
public final class RedisAccess implements AutoCloseable {

  private final Redis redis;
  private final Optional<EmbeddedRedis> started;

  private RedisAccess(Redis redis, Optional<EmbeddedRedis> started) {
    this.redis = redis;
    this.started = started;
  }

  /** Fails with {@link StartupRefused} where a gateway would not start either. */
  public static RedisAccess open(RedisProperties properties) {
    return properties.url().isBlank()
        ? embedded(properties)
        : new RedisAccess(
            RedisConfiguration.connect(RedisAddress.of(properties), properties), Optional.empty());
  }

  private static RedisAccess embedded(RedisProperties properties) {
    try {
      var server = EmbeddedRedis.start(properties.embedded());
      return new RedisAccess(
          Redis.connect(server.uri(), properties.timeout()), Optional.of(server));
    } catch (StartupRefused e) {
      return ofRunning(properties)
          .map(redis -> new RedisAccess(redis, Optional.empty()))
          .orElseThrow(() -> e);
    }
  }

  /** A gateway runs on the folder: its server is asked. */
  private static Optional<Redis> ofRunning(RedisProperties properties) {
    try {
      var files = EmbeddedRedisFiles.in(properties.embedded().folder());
      return files.serverIsGone()
          ? Optional.empty()
          : files.uriOfLastStart().map(uri -> Redis.connect(uri, properties.timeout()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Redis redis() {
    return redis;
  }

  @Override
  public void close() {
    redis.close();
    started.ifPresent(EmbeddedRedis::close);
  }
}
