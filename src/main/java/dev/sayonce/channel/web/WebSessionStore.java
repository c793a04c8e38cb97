package dev.sayonce.channel.web;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which web sessions were ended by us. A session needs no record of its own: its thread follows
 * from its token.
 */
public final class WebSessionStore {

  private final Redis redis;
  private final Duration retention;

  WebSessionStore(Redis redis, Duration retention) {
    this.redis = redis;
    this.retention = retention;
  }

  /** Ends the session that began the thread: its token opens nothing any more. */
  public Mono<Void> revoke(ThreadId thread) {
    return redis
        .commands()
        .set(RedisKeys.revoked(thread), "1", SetArgs.Builder.px(retention.toMillis()))
        .then();
  }

  /** True if their session, or the one that their thread began with, was ended. */
  Mono<Boolean> isRevoked(Visitor who) {
    return Flux.just(who.home(), who.thread())
        .distinct()
        .concatMap(thread -> redis.commands().exists(RedisKeys.revoked(thread)))
        .any(n -> n > 0);
  }
}
