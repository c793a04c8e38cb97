package dev.sayonce.customer;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.Signal;
import dev.sayonce.engine.SignalFeed;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erases what is kept of a customer at their wish: all threads of all their contacts. */
public final class Erasure {

  private final ConversationEngine engine;
  private final ConversationStore store;
  private final SignalFeed signals;

  Erasure(ConversationEngine engine, ConversationStore store, SignalFeed signals) {
    this.engine = engine;
    this.store = store;
    this.signals = signals;
  }

  /**
   * Erases everything of the customer with that contact. To be repeated after an error: whatever
   * leads from the contact to the rest goes last.
   */
  public Mono<Void> erase(Contact contact) {
    var home = engine.home(contact);
    return engine
        .place(home)
        .flatMapMany(place -> threads(home, place))
        .concatMap(this::erase)
        .then();
  }

  private Flux<ThreadId> threads(ThreadId home, ThreadId place) {
    return store
        .contactsOf(place)
        .map(engine::home)
        .filter(thread -> !List.of(home, place).contains(thread))
        .concatWith(Flux.fromStream(Stream.of(place, home).distinct()));
  }

  private Mono<Void> erase(ThreadId thread) {
    return store
        .cases(thread)
        .collectList()
        .flatMap(
            cases ->
                store
                    .erase(thread)
                    .doFinally(_ -> engine.forget(thread))
                    .doOnSuccess(_ -> cases.forEach(this::tell)));
  }

  /** Whoever looks at it is told, so that nobody goes on reading what is gone. */
  private void tell(ConversationId erased) {
    signals.tell(new Signal.Erased(erased.value()));
  }
}
