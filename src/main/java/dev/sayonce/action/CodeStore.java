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

  /** How many different codes the thread was sent within an hour, this one included. */
  Mono<Long> count(ThreadId thread, String call) {
    var sent = RedisKeys.codes(thread);
    return redis
        .commands()
        .sadd(sent, call)
        .then(redis.commands().pexpire(sent, WITHIN.toMillis()))
        .then(redis.commands().scard(sent));
  }
}
