package dev.sayonce.channel.telegram;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Who may send when, over all gateways: so many messages a second by the bot, one at a time to each
 * chat, and none where Telegram said "later".
 */
final class SendingQueue {

  private static final Script TAKE = Script.named("take_slot");
  private static final Script PAUSE = Script.named("pause_sending");
  private static final Script SIGN = Script.named("claim_sign");
  private static final Duration KEPT = Duration.ofHours(1);

  /** Telegram takes a sign away after five seconds. */
  private static final Duration SIGN_STANDS = Duration.ofSeconds(4);

  private static final Duration BETWEEN_SIGNS = Duration.ofMillis(100);

  private final Redis redis;
  private final String bot;
  private final int perSecond;
  private final Duration perChat;

  SendingQueue(Redis redis, String bot, int perSecond, Duration perChat) {
    this.redis = redis;
    this.bot = bot;
    this.perSecond = perSecond;
    this.perChat = perChat;
  }

  /**
   * Zero if {@code what} may be sent to the chat now; else how long to wait before asking again.
   * Having asked keeps its place in the line.
   */
  Mono<Duration> take(String chat, String what) {
    return take(chat, what, "queue");
  }

  /** Like {@link #take}, for what may only use time that nobody else wants. */
  Mono<Duration> takeIfIdle(String chat) {
    return take(chat, "", "if-idle");
  }

  private Mono<Duration> take(String chat, String what, String how) {
    return redis
        .run(
            TAKE,
            List.of(key("bot"), key("sent"), chat(chat)),
            List.of(what, Integer.toString(perSecond), millis(perChat), millis(KEPT), how))
        .map(reply -> Duration.ofMillis((Long) reply.getFirst()));
  }

  /** Whether to show the chat now that somebody writes; a sign is never waited for. */
  Mono<Boolean> takeSign(String chat) {
    return redis
        .run(
            SIGN,
            List.of(key("bot"), chat(chat)),
            List.of(millis(SIGN_STANDS), millis(BETWEEN_SIGNS), millis(perChat), millis(KEPT)))
        .map(reply -> reply.getFirst().equals(1L));
  }

  /** Telegram wants nothing for so long. */
  Mono<Void> pause(String chat, Duration time) {
    return redis
        .run(
            PAUSE,
            List.of(key("bot"), key("flooded"), chat(chat)),
            List.of(chat, millis(time), millis(KEPT)))
        .then();
  }

  private String key(String what) {
    return RedisKeys.telegram(what, bot);
  }

  private String chat(String chat) {
    return RedisKeys.telegram("chat", bot + ":" + chat);
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
