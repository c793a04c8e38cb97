package dev.sayonce.channel.telegram;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The right to fetch a bot's updates, for Telegram tolerates one poller; and up to where they have
 * been taken.
 */
final class TelegramLease {

  private static final Script HOLD = Script.named("hold_lease");
  private static final Script CONFIRM = Script.named("confirm_updates");
  private static final Script RELEASE = Script.named("release_lease");

  /** After a week without updates Telegram may number them anew, from below. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Redis redis;
  private final Duration time;
  private final String lease;
  private final String offset;
  private final String token = UUID.randomUUID().toString();

  TelegramLease(Redis redis, String bot, Duration time) {
    this.redis = redis;
    this.time = time;
    this.lease = RedisKeys.telegram("lease", bot);
    this.offset = RedisKeys.telegram("offset", bot);
  }

  /** Takes or renews it; false if another gateway has it. */
  Mono<Boolean> hold() {
    return redis
        .run(HOLD, List.of(lease), List.of(token, Long.toString(time.toMillis())))
        .map(reply -> reply.getFirst().equals("mine"));
  }

  Mono<Void> release() {
    return redis.run(RELEASE, List.of(lease), List.of(token)).then();
  }

  /** The number of the first update that has not been taken, 0 if that is not known. */
  Mono<Long> offset() {
    return redis.commands().get(offset).map(Long::parseLong).defaultIfEmpty(0L);
  }

  /** All updates below that number have been taken. False if the lease is lost. */
  Mono<Boolean> confirm(long next) {
    var args = List.of(token, Long.toString(next), Long.toString(REMEMBERED.toMillis()));
    return redis
        .run(CONFIRM, List.of(lease, offset), args)
        .map(reply -> reply.getFirst().equals("done"));
  }
}
