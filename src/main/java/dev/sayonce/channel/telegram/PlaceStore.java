package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which message tells a chat its place in line, and which place it tells. */
final class PlaceStore {

  private static final Duration KEPT = Duration.ofDays(2);
  private static final int GIVEN_UP = -1;

  private final Redis redis;
  private final String key;

  PlaceStore(Redis redis, String bot) {
    this.redis = redis;
    this.key = RedisKeys.telegram("places", bot);
  }

  /**
   * What a chat is told.
   *
   * @param message 0 if Telegram never said which it is, or if there is none to be rewritten
   * @param place 0 if none was told yet
   */
  record Told(String chat, ThreadId thread, long message, int place) {

    static Told of(String chat, String words) {
      var parts = words.split(" ", 3);
      return new Told(
          chat, new ThreadId(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }

    /** A chat that hears of its place for the first time. */
    static Told nothing(String chat, ThreadId thread) {
      return new Told(chat, thread, 0, 0);
    }

    Told with(long otherMessage, int otherPlace) {
      return new Told(chat, thread, otherMessage, otherPlace);
    }

    /** The chat as it is told of a talk that it goes on with. */
    Told on(ThreadId other) {
      return new Told(chat, other, message, place);
    }

    /** The customer has taken the message away, or can't be reached. */
    Told givenUp() {
      return with(0, GIVEN_UP);
    }

    boolean isGivenUp() {
      return place == GIVEN_UP;
    }

    String words() {
      return thread.value() + " " + message + " " + place;
    }
  }

  Flux<Told> all() {
    return redis.commands().hgetall(key).map(kv -> Told.of(kv.getKey(), kv.getValue()));
  }

  Mono<Void> write(Told told) {
    return redis
        .commands()
        .hset(key, told.chat(), told.words())
        .then(redis.commands().pexpire(key, KEPT.toMillis()))
        .then();
  }

  Mono<Void> remove(Told told) {
    return redis.commands().hdel(key, told.chat()).then();
  }
}
