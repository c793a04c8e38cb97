package dev.sayonce.cli;

import dev.sayonce.Finding;
import dev.sayonce.engine.CheckupStore;
import dev.sayonce.engine.DueStore;
import dev.sayonce.handoff.Workload;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisAccess;
import dev.sayonce.redis.RedisProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** Looks whether gateways are at work on a Redis of the company's, and keep up. */
final class WorkCheckup {

  private static final long PATIENCE_SECONDS = 20;
  private static final Duration LATE = Duration.ofMinutes(1);

  private WorkCheckup() {}

  /** An embedded Redis is left alone: looking would start it. */
  static List<Finding> look(RedisProperties properties, Clock clock) {
    if (properties.url().isBlank()) {
      return List.of();
    }
    try (var access = RedisAccess.open(properties)) {
      return look(access.redis(), properties.partitions(), clock.instant());
    }
  }

  private static List<Finding> look(Redis redis, int partitions, Instant now) {
    var store = new CheckupStore(redis, partitions);
    long leases = await(store.leases());
    return List.of(
        leases(leases, partitions),
        due(await(new DueStore(redis, partitions).look()), leases, now),
        waiting(
            await(store.teams().flatMap(t -> new Workload(redis, partitions).count(t, List.of()))),
            now));
  }

  private static Finding leases(long held, int partitions) {
    if (held == 0) {
      return Finding.good("Gateways: none runs on this Redis now");
    }
    return held == partitions
        ? Finding.good("Gateways: all %d partitions are looked after".formatted(partitions))
        : Finding.warning(
            "Only %d of %d partitions are looked after.".formatted(held, partitions),
            "Look again in some seconds; if it stays, look for gateways that hang.");
  }

  private static Finding due(DueStore.Due due, long leases, Instant now) {
    var late = due.oldest().filter(at -> at.plus(LATE).isBefore(now));
    return late.isPresent() && leases > 0
        ? Finding.warning(
            "Something has been due for %d s."
                .formatted(Duration.between(late.get(), now).toSeconds()),
            "Gateways can't keep up or fail at it; their logs say \"What is due on\".")
        : Finding.good("Due: %d threads have something ahead".formatted(due.threads()));
  }

  private static Finding waiting(Workload.Totals totals, Instant now) {
    int count = totals.waiting().values().stream().mapToInt(Workload.Waiting::count).sum();
    var longest =
        totals.waiting().values().stream()
            .flatMap(w -> w.longestSince().stream())
            .min(Instant::compareTo)
            .map(at -> ", the first for %d min".formatted(Duration.between(at, now).toMinutes()))
            .orElse("");
    return Finding.good("Waiting for a person: %d%s".formatted(count, longest));
  }

  private static <T> T await(Mono<T> answer) {
    return answer.toFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
