package dev.sayonce.channel.telegram;

import dev.sayonce.channel.telegram.PlaceStore.Told;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.handoff.WaitingLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells those who wait where they stand, in one message that is rewritten as the line moves and
 * goes when the waiting is over. It uses only time in which nothing else is to be sent, and skips
 * what has changed again meanwhile. One gateway does it.
 */
final class PlaceBoard implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PlaceBoard.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final WaitingLine line;
  private final ConversationEngine engine;
  private final TelegramLease lease;
  private final PlaceStore places;
  private final PlaceNote note;

  /** The place that was told last, of whoever needs no other for now, as far as we know. */
  private final Map<ThreadId, Integer> settled = new ConcurrentHashMap<>();

  private Disposable loop = Disposables.disposed();

  PlaceBoard(
      WaitingLine line,
      ConversationEngine engine,
      TelegramLease lease,
      PlaceStore places,
      PlaceNote note) {
    this.line = line;
    this.engine = engine;
    this.lease = lease;
    this.places = places;
    this.note = note;
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
        .flatMap(_ -> takeAway().then(places.all().collectList()))
        .flatMap(this::tell);
  }

  private Mono<Void> tell(List<Told> told) {
    settled.keySet().retainAll(line.positions().keySet());
    return Flux.fromIterable(line.positions().entrySet())
        .filter(e -> !e.getValue().equals(settled.get(e.getKey())))
        .concatMap(e -> tell(e.getKey(), told))
        .then();
  }

  /** By now the place may be another again, or the customer be served. */
  private Mono<Void> tell(ThreadId thread, List<Told> told) {
    return waiting(thread)
        .flatMap(
            talk ->
                Mono.justOrEmpty(line.position(thread))
                    .flatMap(
                        place ->
                            Flux.fromIterable(talk.contacts())
                                .filter(c -> c.channel().equals(Contact.TELEGRAM))
                                .map(c -> now(c.address(), thread, told))
                                .concatMap(now -> note.tell(now, talk.language(), place))
                                .all(Boolean::booleanValue)
                                .filter(Boolean::booleanValue)
                                .doOnNext(_ -> settled.put(thread, place))))
        .then();
  }

  private Mono<Conversation> waiting(ThreadId thread) {
    return engine
        .current(thread)
        .flatMap(Mono::justOrEmpty)
        .filter(talk -> talk.mode() instanceof Mode.Queued);
  }

  private static Told now(String chat, ThreadId thread, List<Told> told) {
    return told.stream()
        .filter(t -> t.chat().equals(chat))
        .findFirst()
        .map(t -> t.on(thread))
        .orElseGet(() -> Told.nothing(chat, thread));
  }

  /** Of whoever waits no more nothing is left that says so. */
  private Mono<Void> takeAway() {
    return places
        .all()
        .filter(t -> line.position(t.thread()).isEmpty())
        .filterWhen(t -> waiting(t.thread()).hasElement().map(waits -> !waits))
        .concatMap(note::takeAway)
        .then();
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
