package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Which message tells a chat its place in line, and which place it tells. */
final class PlaceStore {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Redis redis;
  private final String bot;

  PlaceStore(Redis redis, String bot) {
    this.redis = redis;
    this.bot = bot;
  }

  /**
   * @param message 0 if there is none yet
   * @param place 0 if none is told
   */
  record Shown(long message, int place) {

    static final Shown NOTHING = new Shown(0, 0);

    static Shown of(String words) {
      var parts = words.split(" ", 2);
      return new Shown(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }
  }

  Mono<Shown> read(String chat, ConversationId conversation) {
    return redis
        .commands()
        .get(key(chat, conversation))
        .map(Shown::of)
        .defaultIfEmpty(Shown.NOTHING);
  }

  Mono<Void> write(String chat, ConversationId conversation, Shown shown) {
    var words = shown.message() + " " + shown.place();
    return redis
        .commands()
        .set(key(chat, conversation), words, SetArgs.Builder.px(KEPT.toMillis()))
        .then();
  }

  private String key(String chat, ConversationId conversation) {
    return RedisKeys.telegram("place", bot + ":" + chat + ":" + conversation);
  }
}
