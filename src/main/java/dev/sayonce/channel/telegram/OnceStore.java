package dev.sayonce.channel.telegram;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** What is done once though several updates ask for it, or one update comes again. */
final class OnceStore {

  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Redis redis;
  private final String bot;

  OnceStore(Redis redis, String bot) {
    this.redis = redis;
    this.bot = bot;
  }

  /** True for the first update that asks, however often it comes. */
  Mono<Boolean> isFirst(String what, String update) {
    var key = RedisKeys.telegram("once", bot + ":" + what);
    return redis
        .commands()
        .set(key, update, SetArgs.Builder.nx().px(REMEMBERED.toMillis()))
        .then(redis.commands().get(key))
        .map(update::equals)
        .defaultIfEmpty(true);
  }

  /** True for the first who asks within that time, over all gateways. */
  Mono<Boolean> claim(String what, Duration within) {
    return redis
        .commands()
        .set(
            RedisKeys.telegram("once", bot + ":" + what),
            "1",
            SetArgs.Builder.nx().px(within.toMillis()))
        .map("OK"::equals)
        .defaultIfEmpty(false);
  }
}
