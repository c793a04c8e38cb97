package dev.sayonce.redis;

import dev.sayonce.Finding;
import dev.sayonce.StartupRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** Looks whether the Redis of the settings will do, and leaves no trace in it. */
public final class RedisCheckup {

  private static final long PATIENCE_SECONDS = 20;
  private static final double NEARLY_FULL = 0.8;
  private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

  private final RedisProperties properties;
  private final Clock clock;

  public RedisCheckup(RedisProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  public List<Finding> look() {
    if (properties.url().isBlank()) {
      var folder = properties.embedded().folder().toAbsolutePath().normalize();
      return List.of(
          Finding.good("Redis: our own, which starts with the gateway; its data is in " + folder));
    }
    try (var redis = RedisConfiguration.connect(RedisAddress.of(properties), properties)) {
      return found(redis);
    } catch (StartupRefused e) {
      return List.of(Finding.of(e));
    } catch (CompletionException e) {
      return List.of(
          e.getCause() instanceof StartupRefused refused
              ? Finding.of(refused)
              : Finding.wrong(
                  "This Redis does not answer as it should: " + e.getCause(),
                  "Look into its log; the user in sayonce.redis.url needs INFO, TIME, GET and EVAL."));
    }
  }

  private List<Finding> found(Redis redis) {
    var all = new ArrayList<Finding>();
    boolean lasts = await(new RedisDemands(redis, properties).look());
    int servers = redis.masters().size();
    all.add(
        Finding.good(
            servers == 1
                ? "Redis: reachable, new enough, evicts nothing"
                : "Redis: reachable, a cluster of %d, new enough, evicts nothing"
                    .formatted(servers)));
    if (!lasts) {
      all.add(
          Finding.warning(
              "This Redis has no append-only file: what it was told since its last snapshot is lost when it stops.",
              "CONFIG SET appendonly yes, and the same in its configuration."));
    }
    await(new RedisFigures(redis).look()).forEach(server -> all.addAll(found(server, servers)));
    all.add(clocks(await(time(redis))));
    return all;
  }

  private static List<Finding> found(RedisFigures.Server server, int servers) {
    var all = new ArrayList<Finding>();
    if (!server.written()) {
      all.add(
          Finding.wrong(
              "Redis at %s can't write to its disk.".formatted(server.server()),
              "Make room on its disk, and look into its log."));
    }
    if (server.limit() > 0 && server.used() > server.limit() * NEARLY_FULL) {
      all.add(
          Finding.warning(
              "Redis at %s has used %d %% of its memory; full, it takes nothing more."
                  .formatted(server.server(), 100 * server.used() / server.limit()),
              "Raise its maxmemory, add servers, or shorten sayonce.redis.retention."));
    } else {
      all.add(Finding.good(memory(server)));
    }
    if (servers > 1 && server.replicas() == 0) {
      all.add(
          Finding.warning(
              "Redis at %s has no replica: without it a part of all talks can't go on."
                  .formatted(server.server()),
              "Give each server of the cluster a replica on another machine."));
    }
    return all;
  }

  private static String memory(RedisFigures.Server server) {
    long used = server.used() >> 20;
    return server.limit() == 0
        ? "Memory of %s: %d MB, without a limit".formatted(server.server(), used)
        : "Memory of %s: %d of %d MB".formatted(server.server(), used, server.limit() >> 20);
  }

  private static Mono<Instant> time(Redis redis) {
    return redis
        .commands()
        .time()
        .map(Long::parseLong)
        .collectList()
        .map(parts -> Instant.ofEpochSecond(parts.get(0), parts.get(1) * 1000));
  }

  /** Leases, timers and dedupe memory go by the clocks of the gateways and of Redis. */
  private Finding clocks(Instant theirs) {
    var apart = Duration.between(theirs, clock.instant()).abs();
    return apart.compareTo(CLOCKS_APART) <= 0
        ? Finding.good("Clock: the same here and in Redis")
        : Finding.wrong(
            "The clocks here and in Redis are %d seconds apart.".formatted(apart.toSeconds()),
            "Let both machines take their time from the network (NTP).");
  }

  private static <T> T await(Mono<T> answer) {
    return answer.toFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
