package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event.CustomerEdited.Place;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Which line of a transcript a message became, for as long as Telegram lets it be edited. */
final class LineStore {

  private static final Duration EDITABLE = Duration.ofHours(49);

  private final Redis redis;
  private final String bot;

  LineStore(Redis redis, String bot) {
    this.redis = redis;
    this.bot = bot;
  }

  Mono<Void> write(Received r, Place line) {
    return redis
        .commands()
        .set(
            key(r),
            line.conversation() + " " + line.entry(),
            SetArgs.Builder.px(EDITABLE.toMillis()))
        .then();
  }

  Mono<Optional<Place>> read(Received r) {
    return redis
        .commands()
        .get(key(r))
        .map(words -> words.split(" ", 2))
        .map(parts -> new Place(new ConversationId(parts[0]), Integer.parseInt(parts[1])))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  private String key(Received r) {
    return RedisKeys.telegram("line", bot + ":" + r.chat() + ":" + r.message());
  }
}
