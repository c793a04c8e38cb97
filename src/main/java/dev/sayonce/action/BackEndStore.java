package dev.sayonce.action;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What the gateways tell of the back ends, each of its own view. */
final class BackEndStore {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Redis redis;

  BackEndStore(Redis redis) {
    this.redis = redis;
  }

  /**
   * A gateway's view.
   *
   * @param at milliseconds since 1970
   */
  record View(String host, long at, List<BackEndState> states) {
    boolean isOf(Instant now, Duration last) {
      return at > now.minus(last).toEpochMilli();
    }
  }

  Mono<Void> tell(String gateway, View view) {
    return redis
        .commands()
        .hset(RedisKeys.BACK_ENDS, gateway, JSON.writeValueAsString(view))
        .then(redis.commands().pexpire(RedisKeys.BACK_ENDS, KEPT.toMillis()))
        .then();
  }

  Mono<Void> forget(String gateway) {
    return redis.commands().hdel(RedisKeys.BACK_ENDS, gateway).then();
  }

  Flux<View> all() {
    return redis
        .commands()
        .hvals(RedisKeys.BACK_ENDS)
        .map(json -> JSON.readValue(json, View.class));
  }
}
