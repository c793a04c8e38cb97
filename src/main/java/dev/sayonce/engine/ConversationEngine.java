package dev.sayonce.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.conversation.Circumstances;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationMachine;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Suggestions;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.conversation.Turn;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.engine.FlowSets.Taught;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;

/**
 * Takes events and makes their turns true: understand once, then turn and commit until no other
 * gateway was faster. When the receipt comes the event is in Redis; when an error comes it may or
 * may not be, and sending the same event again is safe.
 */
public final class ConversationEngine {

  private static final int MOST_CONFLICTS = 50;

  /** After so many conflicts another gateway is quicker all the time: it gets time to finish. */
  private static final int PATIENT_AFTER = 5;

  private static final int MOST_REMEMBERED = 20_000;
  private static final int MOST_TOLD_AGAIN = 100;

  private final ConversationStore store;
  private final FlowSets flowSets;
  private final DeskView desk;
  private final Thinking thinking;
  private final TurnFeed feed;
  private final Poison poison;
  private final Clock clock;
  private final Lanes lanes = new Lanes();
  private final Cache<ThreadId, Stored> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  ConversationEngine(
      ConversationStore store,
      FlowSets flowSets,
      DeskView desk,
      Thinking thinking,
      TurnFeed feed,
      Clock clock) {
    this.store = store;
    this.flowSets = flowSets;
    this.desk = desk;
    this.thinking = thinking;
    this.feed = feed;
    this.clock = clock;
    this.poison = new Poison(store);
    feed.onTurn(this::remember);
  }

  /**
   * Takes an event.
   *
   * @return the receipt, after the commit. Fails with {@link Busy}, or with an exception of Redis,
   *     when the event should be sent again; with {@link IllegalArgumentException} if the thread
   *     has no conversation and the event can't begin one
   */
  public Mono<Receipt> handle(ThreadId thread, Event event) {
    return lanes.run(thread, () -> take(thread, event));
  }

  /** The thread's current conversation, from memory or Redis. */
  public Mono<Optional<Conversation>> current(ThreadId thread) {
    return state(thread).map(Stored::conversation);
  }

  /** True if anything was ever said on the thread; one that exists goes on existing. */
  public Mono<Boolean> hasBegun(ThreadId thread) {
    return remembered.getIfPresent(thread) != null ? Mono.just(true) : store.exists(thread);
  }

  /** The thread as it is in Redis. */
  public Mono<Stored> fresh(ThreadId thread) {
    return store.load(thread);
  }

  /** Fires the thread's timers that are due; completes empty when none is left. */
  Mono<Void> wake(ThreadId thread) {
    return lanes
        .run(thread, () -> store.load(thread).flatMap(stored -> fireNext(thread, stored)))
        .repeat(MOST_CONFLICTS)
        .takeWhile(Boolean::booleanValue)
        .then();
  }

  private Mono<Boolean> fireNext(ThreadId thread, Stored stored) {
    var now = clock.instant();
    return Mono.justOrEmpty(stored.conversation())
        .flatMap(
            c ->
                Mono.justOrEmpty(c.nextTimer())
                    .filter(t -> !t.getValue().isAfter(now))
                    .map(t -> Timers.fired(c, t, now)))
        .flatMap(event -> take(thread, event).thenReturn(true))
        .defaultIfEmpty(false);
  }

  private Mono<Receipt> take(ThreadId thread, Event event) {
    return state(thread)
        .flatMap(stored -> understandAndCommit(thread, event, stored))
        .doOnError(_ -> remembered.invalidate(thread))
        .onErrorResume(
            Poison::isPoison,
            e -> poison.swallowed(thread, event, e).flatMap(f -> commitFailed(thread, f)));
  }

  private Mono<Receipt> understandAndCommit(ThreadId thread, Event event, Stored stored) {
    return taught(stored)
        .flatMap(
            taught ->
                understand(taught, event)
                    .flatMap(
                        u ->
                            commit(
                                thread,
                                event,
                                stored,
                                new Circumstances(taught.flows(), u, desk.desk()),
                                0)));
  }

  /**
   * A conversation keeps the set it began with; one that has ended may begin again with the active
   * one.
   */
  private Mono<Taught> taught(Stored stored) {
    return stored
        .conversation()
        .filter(c -> !(c.mode() instanceof Mode.Closed))
        .map(c -> flowSets.of(c.flowSet()))
        .orElseGet(() -> Mono.just(flowSets.activeTaught()));
  }

  private Mono<Understanding> understand(Taught taught, Event event) {
    return event instanceof Event.CustomerSaid said
        ? Mono.justOrEmpty(Suggestions.meaning(taught.flows(), said))
            .switchIfEmpty(thinking.about(() -> taught.understander().understand(said.text())))
        : Mono.just(Understanding.NOTHING);
  }

  private Mono<Receipt> commit(
      ThreadId thread, Event event, Stored from, Circumstances circumstances, int conflicts) {
    var turn = ConversationMachine.on(thread, from.conversation(), event, circumstances);
    return store
        .commit(thread, from, event, turn)
        .flatMap(
            outcome ->
                switch (outcome) {
                  case ConversationStore.Outcome.Done(var now, var receipt) ->
                      tell(thread, now, turn, receipt);
                  case ConversationStore.Outcome.SeenBefore(var receipt) ->
                      tellAgain(thread, receipt);
                  case ConversationStore.Outcome.Conflict(var now) ->
                      again(thread, event, now, circumstances, conflicts + 1);
                });
  }

  private Mono<Receipt> tell(ThreadId thread, Stored now, Turn turn, Receipt receipt) {
    remembered.put(thread, now);
    feed.tell(new Committed(thread, now.version(), turn.next(), turn.entries()));
    return Mono.just(receipt);
  }

  /** Whoever looks on may have missed it: the answer of the commit was lost on its way. */
  private Mono<Receipt> tellAgain(ThreadId thread, Receipt receipt) {
    return Mono.zip(
            store.load(thread),
            store
                .entriesAfter(
                    receipt.conversation(), Math.max(0, receipt.first() - 1), MOST_TOLD_AGAIN)
                .collectList())
        .doOnNext(found -> tellAgain(thread, receipt, found.getT1(), found.getT2()))
        .onErrorComplete()
        .thenReturn(receipt);
  }

  private void tellAgain(ThreadId thread, Receipt receipt, Stored now, List<Entry> entries) {
    remembered.put(thread, now);
    now.conversation()
        .filter(c -> c.id().equals(receipt.conversation()))
        .ifPresent(c -> feed.tell(new Committed(thread, now.version(), c, entries)));
  }

  private Mono<Receipt> again(
      ThreadId thread, Event event, Stored now, Circumstances circumstances, int conflicts) {
    remembered.put(thread, now);
    if (conflicts > MOST_CONFLICTS) {
      return Mono.error(
          new IllegalStateException(
              "%s met %d conflicts on %s".formatted(event.id(), conflicts, thread)));
    }
    return conflicts <= PATIENT_AFTER
        ? retry(thread, event, now, circumstances, conflicts)
        : Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(2 * conflicts)))
            .then(store.load(thread))
            .flatMap(later -> retry(thread, event, later, circumstances, conflicts));
  }

  private Mono<Receipt> retry(
      ThreadId thread, Event event, Stored now, Circumstances circumstances, int conflicts) {
    return sameFlows(now, circumstances)
        ? commit(thread, event, now, circumstances, conflicts)
        : understandAndCommit(thread, event, now);
  }

  private boolean sameFlows(Stored now, Circumstances circumstances) {
    var hash = now.conversation().map(Conversation::flowSet).orElse(flowSets.active().hash());
    return hash.equals(circumstances.flows().hash());
  }

  private Mono<Receipt> commitFailed(ThreadId thread, Poison.Swallowed swallowed) {
    var circumstances = new Circumstances(flowSets.active(), Understanding.NOTHING, desk.desk());
    return commit(thread, swallowed.event(), swallowed.from(), circumstances, 0);
  }

  private Mono<Stored> state(ThreadId thread) {
    var stored = remembered.getIfPresent(thread);
    return stored != null ? Mono.just(stored) : store.load(thread);
  }

  /** Another gateway's turn replaces what is remembered of the thread, if it is later. */
  private void remember(Committed turn) {
    remembered
        .asMap()
        .computeIfPresent(
            turn.thread(),
            (_, old) ->
                turn.version().isAfter(old.version())
                    ? new Stored(turn.version(), Optional.of(turn.conversation()))
                    : old);
  }
}
