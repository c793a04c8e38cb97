package dev.sayonce.engine;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.ScoredValue;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which threads have an open complaint, over all partitions, the most urgent first. */
public final class ComplaintStore {

  private final Redis redis;
  private final int partitions;

  ComplaintStore(Redis redis, int partitions) {
    this.redis = redis;
    this.partitions = partitions;
  }

  /** Of those teams, at most {@code most}. */
  public Mono<List<ThreadId>> open(List<String> teams, int most) {
    return Flux.range(0, partitions)
        .flatMap(p -> Flux.fromIterable(teams).flatMap(team -> open(p, team, most)))
        .sort(Comparator.comparingDouble(ScoredValue::getScore))
        .map(ScoredValue::getValue)
        .distinct()
        .take(most)
        .map(ThreadId::new)
        .collectList();
  }

  private Flux<ScoredValue<String>> open(int partition, String team, int most) {
    return redis.commands().zrangeWithScores(RedisKeys.complaints(partition, team), 0, most - 1L);
  }
}
