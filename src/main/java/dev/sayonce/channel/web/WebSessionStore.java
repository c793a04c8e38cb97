package dev.sayonce.channel.web;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.SetArgs;
import java.time.Clock;
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
  private final Clock clock;

  WebSessionStore(Redis redis, Duration retention, Clock clock) {
    this.redis = redis;
    this.retention = retention;
    this.clock = clock;
  }

  /** Ends the session that began the thread: its token opens nothing any more. */
  public Mono<Void> revoke(ThreadId thread) {
    var now = Long.toString(clock.millis());
    return redis
        .commands()
        .set(RedisKeys.revoked(thread), now, SetArgs.Builder.px(retention.toMillis()))
        .then();
  }

  /** True if their session, or the one that their thread began with, was ended. */
  Mono<Boolean> isRevoked(Visitor who) {
    return Flux.just(who.session(), who.home(), who.thread())
        .distinct()
        .concatMap(
            thread ->
                redis.commands().get(RedisKeys.revoked(thread)).map(at -> ends(at, thread, who)))
        .any(Boolean::booleanValue);
  }

  /** A customer who has signed in again since is not shut out of their own thread. */
  private static boolean ends(String at, ThreadId thread, Visitor who) {
    return thread.equals(who.session())
        || who.signedIn().map(s -> s.since().toEpochMilli() <= Long.parseLong(at)).orElse(true);
  }
}
