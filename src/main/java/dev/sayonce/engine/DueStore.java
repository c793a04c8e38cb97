package dev.sayonce.engine;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How much is due in all partitions, for those who look whether it is done in time. */
public final class DueStore {

  private final Redis redis;
  private final int partitions;

  public DueStore(Redis redis, int partitions) {
    this.redis = redis;
    this.partitions = partitions;
  }

  /**
   * @param threads how many threads have an effect, a call or a timer ahead of them
   * @param oldest when the first of them is due
   */
  public record Due(long threads, Optional<Instant> oldest) {

    static final Due NOTHING = new Due(0, Optional.empty());

    Due and(Due other) {
      return new Due(
          threads + other.threads,
          oldest
              .flatMap(a -> Optional.of(other.oldest.filter(a::isAfter).orElse(a)))
              .or(other::oldest));
    }
  }

  /** Two commands for each partition. */
  public Mono<Due> look() {
    return Flux.range(0, partitions)
        .flatMap(this::look, Integer.MAX_VALUE)
        .reduce(Due.NOTHING, Due::and);
  }

  private Mono<Due> look(int partition) {
    var key = RedisKeys.due(partition);
    return Mono.zip(redis.commands().zcard(key), first(key), Due::new);
  }

  private Mono<Optional<Instant>> first(String key) {
    return redis
        .commands()
        .zrangeWithScores(key, 0, 0)
        .next()
        .map(v -> Optional.of(Instant.ofEpochMilli((long) v.getScore())))
        .defaultIfEmpty(Optional.empty());
  }
}
