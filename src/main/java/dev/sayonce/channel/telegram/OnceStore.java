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

  /** True if {@link #done} was ever said of it. */
  Mono<Boolean> isDone(String what) {
    return redis.commands().exists(key(what)).map(n -> n > 0);
  }

  Mono<Void> done(String what) {
    return redis
        .commands()
        .set(key(what), "done", SetArgs.Builder.px(REMEMBERED.toMillis()))
        .then();
  }

  private String key(String what) {
    return RedisKeys.telegram("once", bot + ":" + what);
  }

  /** True for the first update that asks, however often it comes. */
  Mono<Boolean> isFirst(String what, String update) {
    var key = key(what);
    return redis
        .commands()
        .set(key, update, SetArgs.Builder.nx().px(REMEMBERED.toMillis()))
        .then(redis.commands().get(key))
        .map(update::equals)
        .defaultIfEmpty(true);
  }
}
