package dev.sayonce.action;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import reactor.core.publisher.Mono;

/** What one-time codes are made from, and how many a customer was sent lately. */
final class CodeStore {

  private static final int KEY_BYTES = 32;
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration WITHIN = Duration.ofHours(1);

  private final Redis redis;
  private final Mono<String> key;

  CodeStore(Redis redis) {
    this.redis = redis;
    this.key = Mono.defer(this::theKey).cache(_ -> KEPT, _ -> Duration.ZERO, () -> Duration.ZERO);
  }

  /** The secret that all gateways share; the first that asks makes it up. */
  Mono<String> key() {
    return key;
  }

  private Mono<String> theKey() {
    var fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    return redis
        .commands()
        .setnx(RedisKeys.CODE_KEY, HexFormat.of().formatHex(fresh))
        .then(redis.commands().get(RedisKeys.CODE_KEY));
  }

  /**
   * True if the thread may be sent the code of that call: it was sent before, or the thread had
   * fewer than {@code most} within an hour. The calls of a thread come one after another.
   */
  Mono<Boolean> take(ThreadId thread, String call, int most) {
    var sent = RedisKeys.codes(thread);
    var fresh =
        redis
            .commands()
            .scard(sent)
            .filter(many -> many < most)
            .flatMap(_ -> redis.commands().sadd(sent, call))
            .flatMap(_ -> redis.commands().pexpire(sent, WITHIN.toMillis()));
    return redis
        .commands()
        .sismember(sent, call)
        .flatMap(again -> again ? Mono.just(true) : fresh.defaultIfEmpty(false));
  }
}
