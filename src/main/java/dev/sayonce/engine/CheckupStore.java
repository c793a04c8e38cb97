package dev.sayonce.engine;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a look from outside tells of gateways at work. */
public final class CheckupStore {

  private final Redis redis;
  private final int partitions;

  public CheckupStore(Redis redis, int partitions) {
    this.redis = redis;
    this.partitions = partitions;
  }

  /** Of how many partitions some gateway does what is due. */
  public Mono<Long> leases() {
    return Flux.range(0, partitions)
        .flatMap(p -> redis.commands().exists(RedisKeys.lease(p)))
        .reduce(0L, Long::sum);
  }

  /** The teams that anybody may wait for. */
  public Mono<List<String>> teams() {
    return redis.commands().smembers(RedisKeys.TEAMS).collectList();
  }

  /** The hash of the files that new conversations begin with; empty before the first gateway. */
  public Mono<String> activeFlows() {
    return redis.commands().get(RedisKeys.ACTIVE_FLOWS);
  }
}
