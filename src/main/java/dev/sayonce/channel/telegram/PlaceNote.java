package dev.sayonce.channel.telegram;

import dev.sayonce.channel.telegram.PlaceStore.Told;
import dev.sayonce.flow.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The message in a chat that tells its place in line: written, rewritten, taken away. */
final class PlaceNote {

  private static final Duration FLOODED = Duration.ofSeconds(5);

  private final PlaceStore places;
  private final SendingQueue queue;
  private final Telegram telegram;
  private final Commands words;

  PlaceNote(PlaceStore places, SendingQueue queue, Telegram telegram, Commands words) {
    this.places = places;
    this.queue = queue;
    this.telegram = telegram;
    this.words = words;
  }

  /** True if there is nothing more to be told of that place. */
  Mono<Boolean> tell(Told now, Language language, int place) {
    return now.place() == place || now.isGivenUp()
        ? Mono.just(true)
        : queue
            .takeIfIdle(now.chat())
            .filter(Duration::isZero)
            .flatMap(_ -> write(now, language, place))
            .defaultIfEmpty(false);
  }

  private Mono<Boolean> write(Told now, Language language, int place) {
    var text = words.place(Optional.of(place), language);
    return now.message() == 0
        ? telegram
            .call(Messages.words(now.chat(), new Part.Words(text, List.of())))
            .flatMap(reply -> written(now, place, reply))
        : telegram
            .call(Messages.rewritten(now.chat(), now.message(), text))
            .flatMap(reply -> rewritten(now, place, reply));
  }

  private Mono<Boolean> written(Told now, int place, Reply reply) {
    return switch (reply) {
      case Reply.Ok(var result) -> settle(now.with(result.path("message_id").asLong(), place));
      // sent twice it would be two messages
      case Reply.Unknown _ -> settle(now.with(0, place));
      case Reply.Refused _, Reply.NotSent _ -> notTold(now, reply);
    };
  }

  private Mono<Boolean> rewritten(Told now, int place, Reply reply) {
    return switch (reply) {
      case Reply.Ok _ -> settle(now.with(now.message(), place));
      case Reply.Refused r when r.why().contains("not modified") ->
          settle(now.with(now.message(), place));
      case Reply.Refused _, Reply.NotSent _, Reply.Unknown _ -> notTold(now, reply);
    };
  }

  private Mono<Boolean> settle(Told now) {
    return places.write(now).thenReturn(true);
  }

  private Mono<Boolean> notTold(Told now, Reply reply) {
    return reply instanceof Reply.Refused r
        ? r.isTooMuch() ? tooMuch(now, r).thenReturn(false) : settle(now.givenUp())
        : Mono.just(false);
  }

  Mono<Void> takeAway(Told told) {
    return told.message() == 0
        ? places.remove(told)
        : queue
            .takeIfIdle(told.chat())
            .filter(Duration::isZero)
            .flatMap(_ -> telegram.call(Messages.removed(told.chat(), told.message())))
            .flatMap(reply -> gone(told, reply));
  }

  private Mono<Void> gone(Told told, Reply reply) {
    return switch (reply) {
      case Reply.Refused r when r.isTooMuch() -> tooMuch(told, r);
      case Reply.Ok _, Reply.Refused _ -> places.remove(told);
      case Reply.NotSent _, Reply.Unknown _ -> Mono.empty();
    };
  }

  private Mono<Void> tooMuch(Told told, Reply.Refused refusal) {
    return queue.pause(told.chat(), refusal.later().orElse(FLOODED));
  }
}
