package dev.sayonce.attachment;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which gateway sweeps, and whether this Redis and these files belong together. */
final class SweepLease {

  private final Redis redis;

  SweepLease(Redis redis) {
    this.redis = redis;
  }

  /** True if nobody has swept for that time; it counts as swept from now on. */
  Mono<Boolean> take(Duration every) {
    var once = SetArgs.Builder.nx().px(every.toMillis());
    return redis
        .commands()
        .set(RedisKeys.FILES_SWEPT, UUID.randomUUID().toString(), once)
        .map("OK"::equals)
        .defaultIfEmpty(false);
  }

  /** The round failed: the next gateway that looks may begin again. */
  Mono<Void> giveBack() {
    return redis.commands().del(RedisKeys.FILES_SWEPT).then();
  }

  /** The name that this Redis knows its files by; made when it is first asked for. */
  Mono<String> home() {
    return redis
        .commands()
        .setnx(RedisKeys.FILES_HOME, UUID.randomUUID().toString())
        .then(redis.commands().get(RedisKeys.FILES_HOME));
  }
}
