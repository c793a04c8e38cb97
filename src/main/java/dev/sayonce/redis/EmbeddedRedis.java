package dev.sayonce.redis;

import dev.sayonce.StartupRefused;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Redis server of our own, for a company that has none. It runs in a session of its own, so
 * that Ctrl-C reaches the gateway first and the server is asked to stop after the last commit. A
 * gateway that was killed leaves its server behind: the next start asks that one to shut down,
 * which writes everything out, and begins anew on the same data. A server that dies under a running
 * gateway is started again.
 */
public final class EmbeddedRedis implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EmbeddedRedisFiles files;
  private final FileChannel lock;
  private final RedisURI uri;
  private volatile boolean closing;

  private EmbeddedRedis(EmbeddedRedisFiles files, FileChannel lock, RedisURI uri) {
    this.files = files;
    this.lock = lock;
    this.uri = uri;
  }

  /** Starts a server on the folder's data. */
  public static EmbeddedRedis start(RedisProperties.Embedded properties) {
    var files = EmbeddedRedisFiles.in(properties.folder());
    var lock = lock(files);
    try {
      var server = new EmbeddedRedis(files, lock, startOn(files, properties));
      server.watch();
      return server;
    } catch (RuntimeException e) {
      unlock(lock, files);
      throw e;
    }
  }

  private static RedisURI startOn(EmbeddedRedisFiles files, RedisProperties.Embedded properties) {
    try {
      files.uriOfLastStart().ifPresent(left -> shutDownLeftOver(left, files));
      var uri = files.writeConfiguration(properties.appendFsync());
      launch(files);
      awaitReady(uri, files);
      return uri;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server that ends unasked is started again on the same port: the connections come back. */
  private void watch() {
    files
        .pid()
        .flatMap(ProcessHandle::of)
        .ifPresent(process -> process.onExit().thenRunAsync(this::startAgain));
  }

  private void startAgain() {
    if (closing) {
      return;
    }
    log.error("The embedded Redis server has ended unasked; starting it again on its data.");
    try {
      launch(files);
      awaitReady(uri, files);
      watch();
    } catch (IOException | StartupRefused e) {
      CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .execute(this::startAgain);
      log.error(
          "The embedded Redis server does not come back: {} Nothing can be taken till it does; tried again in half a minute.",
          e.getMessage());
    }
  }

  public RedisURI uri() {
    return uri;
  }

  /** Where the data is. */
  public Path folder() {
    return files.folder();
  }

  private static FileChannel lock(EmbeddedRedisFiles files) {
    try {
      var channel =
          FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return channel;
      }
      channel.close();
    } catch (OverlappingFileLockException _) {
      // the same JVM holds it: refused below like any other holder
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new StartupRefused(
        "Another SayOnce is running on the data in %s.".formatted(files.folder()),
        "Stop that one first, or give this one a folder of its own: --sayonce.redis.embedded.folder=<folder>");
  }

  private static void shutDownLeftOver(RedisURI left, EmbeddedRedisFiles files) {
    if (files.serverIsGone()) {
      return;
    }
    log.info(
        "A Redis server was left over by a gateway that was killed; shutting it down to begin anew on its data.");
    shutDown(left);
    awaitGone(files);
  }

  private static void launch(EmbeddedRedisFiles files) throws IOException {
    try {
      var process =
          new ProcessBuilder(files.executable().toString(), files.configuration().toString())
              .redirectErrorStream(true)
              .redirectOutput(files.log().toFile())
              .start();
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while starting Redis", e);
    }
  }

  private static void awaitReady(RedisURI uri, EmbeddedRedisFiles files) {
    var client = RedisClient.create(uri);
    try {
      await(() -> answers(client));
    } catch (IllegalStateException e) {
      throw new StartupRefused(
          "The embedded Redis server does not start: %s".formatted(files.lastLogLine()),
          "See %s. With a Redis of your own: --sayonce.redis.url=redis://…".formatted(files.log()));
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  private static boolean answers(RedisClient client) {
    try (var connection = client.connect()) {
      return "PONG".equals(connection.sync().ping());
    } catch (RedisConnectionException | RedisCommandExecutionException _) {
      return false; // not listening yet, or still loading its data
    }
  }

  private static void shutDown(RedisURI uri) {
    var client = RedisClient.create(uri);
    try (var connection = client.connect()) {
      connection.sync().shutdown(true);
    } catch (RedisException e) {
      log.debug("The server closed the line while shutting down", e);
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  private static void awaitGone(EmbeddedRedisFiles files) {
    try {
      await(files::serverIsGone);
    } catch (IllegalStateException e) {
      throw new StartupRefused(
          "The Redis server left over in %s (process %s) does not stop."
              .formatted(files.folder(), files.pid()),
          "Stop that process, then start again.");
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    var end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("Still not after " + PATIENCE);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Override
  public void close() {
    closing = true;
    shutDown(uri);
    awaitGone(files);
    unlock(lock, files);
  }

  private static void unlock(FileChannel lock, EmbeddedRedisFiles files) {
    try {
      lock.close();
    } catch (IOException e) {
      log.debug("The lock of {} goes with the process", files.folder(), e);
    }
  }
}
