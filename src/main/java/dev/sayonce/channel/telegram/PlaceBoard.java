package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.handoff.WaitingLine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells those who wait where they stand, in one message that is rewritten as the line moves. It
 * uses only time in which nothing else is to be sent, and skips what has changed again meanwhile.
 * One gateway does it.
 */
final class PlaceBoard implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PlaceBoard.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final WaitingLine line;
  private final ConversationEngine engine;
  private final TelegramLease lease;
  private final PlaceStore places;
  private final SendingQueue queue;
  private final Telegram telegram;
  private final Commands words;

  /** What is shown in each chat, as far as this gateway knows. */
  private final Map<ThreadId, Integer> shown = new ConcurrentHashMap<>();

  private Disposable loop = Disposables.disposed();

  PlaceBoard(
      WaitingLine line,
      ConversationEngine engine,
      TelegramLease lease,
      PlaceStore places,
      SendingQueue queue,
      Telegram telegram,
      Commands words) {
    this.line = line;
    this.engine = engine;
    this.lease = lease;
    this.places = places;
    this.queue = queue;
    this.telegram = telegram;
    this.words = words;
  }

  @Override
  public void start() {
    loop =
        Flux.interval(LOOK)
            .onBackpressureDrop()
            .concatMap(_ -> look().onErrorResume(this::reported), 1)
            .subscribe();
  }

  private Mono<Void> look() {
    return lease
        .hold()
        .filter(Boolean::booleanValue)
        .flatMapMany(_ -> Flux.fromIterable(line.positions().entrySet()))
        .filter(e -> !e.getValue().equals(shown.get(e.getKey())))
        .concatMap(e -> show(e.getKey()))
        .then(Mono.fromRunnable(() -> shown.keySet().retainAll(line.positions().keySet())));
  }

  /** By now the place may be another again, or the customer be served. */
  private Mono<Void> show(ThreadId thread) {
    return engine
        .current(thread)
        .flatMap(Mono::justOrEmpty)
        .flatMap(
            talk ->
                Mono.justOrEmpty(line.position(thread))
                    .flatMap(
                        place ->
                            Flux.fromIterable(talk.contacts())
                                .filter(c -> c.channel().equals(Contact.TELEGRAM))
                                .concatMap(c -> show(talk, c.address(), place))
                                .all(done -> done)
                                .filter(done -> done)
                                .doOnNext(_ -> shown.put(thread, place))))
        .then();
  }

  /** True if the chat shows it. */
  private Mono<Boolean> show(Conversation talk, String chat, int place) {
    return places
        .read(chat, talk.id())
        .flatMap(
            now ->
                now.place() == place
                    ? Mono.just(true)
                    : queue
                        .takeIfIdle(chat)
                        .filter(Duration::isZero)
                        .flatMap(_ -> write(talk, chat, place, now))
                        .defaultIfEmpty(false));
  }

  private Mono<Boolean> write(Conversation talk, String chat, int place, PlaceStore.Shown now) {
    var text = words.place(Optional.of(place), talk.language());
    var reply =
        now.message() == 0
            ? telegram.call(Messages.words(chat, new Part.Words(text, java.util.List.of())))
            : telegram.call(
                EditMessageText.builder()
                    .chatId(chat)
                    .messageId((int) now.message())
                    .text(text)
                    .build());
    return reply.flatMap(r -> settle(talk, chat, place, now, r));
  }

  private Mono<Boolean> settle(
      Conversation talk, String chat, int place, PlaceStore.Shown now, Reply reply) {
    return switch (reply) {
      case Reply.Ok(var result) -> {
        long message = now.message() == 0 ? result.path("message_id").asLong() : now.message();
        yield places.write(chat, talk.id(), new PlaceStore.Shown(message, place)).thenReturn(true);
      }
      case Reply.Refused r when r.isTooMuch() ->
          queue.pause(chat, r.later().orElse(LOOK)).thenReturn(false);
      // a message that can't be rewritten, or a customer who can't be reached, is left alone
      case Reply.Refused _ ->
          places
              .write(chat, talk.id(), new PlaceStore.Shown(now.message(), place))
              .thenReturn(true);
      case Reply.NotSent _ -> Mono.just(false);
      // sent twice it would be two messages; once missing it is only old
      case Reply.Unknown _ ->
          places
              .write(chat, talk.id(), new PlaceStore.Shown(now.message(), place))
              .thenReturn(true);
    };
  }

  private Mono<Void> reported(Throwable failure) {
    log.warn("Places in line could not be told; the next look tries again: {}", failure.toString());
    return Mono.empty();
  }

  @Override
  public void stop() {
    loop.dispose();
  }

  @Override
  public boolean isRunning() {
    return !loop.isDisposed();
  }
}
