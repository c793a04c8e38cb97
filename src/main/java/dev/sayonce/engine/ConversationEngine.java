package dev.sayonce.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.conversation.Circumstances;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
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
  private static final int MOST_CORRECTIONS = 5;

  private final ConversationStore store;
  private final FlowSets flowSets;
  private final DeskView desk;
  private final Thinking thinking;
  private final TurnFeed feed;
  private final Poison poison;
  private final Clock clock;
  private final int partitions;
  private final Moves moves;
  private final EngineWatch watch;
  private final Lanes lanes = new Lanes();
  private final Cache<ThreadId, Stored> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  ConversationEngine(
      ConversationStore store,
      FlowSets flowSets,
      DeskView desk,
      Thinking thinking,
      TurnFeed feed,
      int partitions,
      EngineWatch watch,
      Clock clock) {
    this.store = store;
    this.watch = watch;
    this.flowSets = flowSets;
    this.desk = desk;
    this.thinking = thinking;
    this.feed = feed;
    this.partitions = partitions;
    this.moves = new Moves(store);
    this.clock = clock;
    this.poison = new Poison(store);
    feed.onTurn(this::remember);
  }

  /** Takes what a customer did, whichever thread they are in. */
  public Mono<Receipt> handle(Event.ByCustomer event) {
    return handle(home(event.contact()), event);
  }

  /** The thread that a contact begins; it may have moved on from there. */
  public ThreadId home(Contact contact) {
    return ThreadId.of(contact, partitions);
  }

  /**
   * Takes an event. What a customer does, and what is done about their contacts, follows them to
   * the thread that they have moved to.
   *
   * @return the receipt, after the commit. Fails with {@link Busy}, or with an exception of Redis,
   *     when the event should be sent again; with {@link IllegalArgumentException} if the thread
   *     has no conversation and the event can't begin one
   */
  public Mono<Receipt> handle(ThreadId thread, Event event) {
    return watch.turn(
        thread,
        event,
        Moves.follows(event)
            ? follow(thread, event, 0)
            : lanes.run(thread, () -> take(thread, event)));
  }

  private Mono<Receipt> follow(ThreadId home, Event event, int tries) {
    var place = moves.believed(home);
    return Mono.justOrEmpty(place.taken(event))
        .switchIfEmpty(
            Mono.defer(() -> lanes.run(place.thread(), () -> take(place.thread(), event))))
        .onErrorResume(
            Elsewhere.class,
            e ->
                tries < MOST_CORRECTIONS
                    ? moves.correct(home, event, e).then(follow(home, event, tries + 1))
                    : Mono.error(e));
  }

  /** The thread that the customer of this one is in by now. */
  public Mono<ThreadId> place(ThreadId home) {
    return moves.find(home).map(Moves.Place::thread);
  }

  /**
   * Leads the customer of a thread into that conversation, for good; their talk on it is continued
   * there. Doing it again changes nothing.
   *
   * @param id the event's, should there be a talk
   */
  public Mono<Void> move(ThreadId from, ConversationId to, String id) {
    return moves
        .find(to.thread())
        .filter(place -> !place.thread().equals(from)) // or the two would lead to each other
        .flatMap(
            _ -> lanes.run(from, () -> store.load(from).flatMap(now -> move(from, now, to, id))))
        .then(moves.find(from))
        .then();
  }

  private Mono<Boolean> move(ThreadId from, Stored now, ConversationId to, String id) {
    if (now.movedTo().isPresent()) {
      return Mono.just(true);
    }
    var event = new Event.ThreadMoved(id, clock.instant(), to);
    return now.conversation().isPresent()
        ? take(from, event).thenReturn(true)
        : store
            .move(from, to.thread())
            .filter(Boolean::booleanValue)
            .switchIfEmpty(Mono.defer(() -> take(from, event).thenReturn(true)));
  }

  /** The thread's customer is led nowhere else any more. */
  public Mono<Void> unmove(ThreadId home) {
    return moves.drop(home);
  }

  /** The thread was erased. */
  public void forget(ThreadId thread) {
    remembered.invalidate(thread);
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
        .flatMap(event -> watch.turn(thread, event, take(thread, event)).thenReturn(true))
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
    return event instanceof Event.ByCustomer done
        ? Mono.justOrEmpty(meaning(taught, done))
            .switchIfEmpty(Mono.justOrEmpty(done.heard()).flatMap(text -> understand(taught, text)))
            .defaultIfEmpty(Understanding.NOTHING)
        : Mono.just(Understanding.NOTHING);
  }

  private static Optional<Understanding> meaning(Taught taught, Event.ByCustomer event) {
    return event instanceof Event.CustomerSaid said
        ? Suggestions.meaning(taught.flows(), said)
        : Optional.empty();
  }

  private Mono<Understanding> understand(Taught taught, String text) {
    return watch.understanding(thinking.about(() -> taught.understander().understand(text)));
  }

  private Mono<Receipt> commit(
      ThreadId thread, Event event, Stored from, Circumstances circumstances, int conflicts) {
    if (isElsewhere(thread, from, event)) {
      return Mono.error(new Elsewhere(how(from)));
    }
    var turn = ConversationMachine.on(thread, from.conversation(), event, circumstances);
    return watch
        .commit(turn.next().id(), store.commit(thread, from, event, turn))
        .flatMap(
            outcome ->
                switch (outcome) {
                  case ConversationStore.Outcome.Done(var now, var receipt) -> {
                    watch.committed(from.conversation(), turn);
                    yield tell(thread, now, turn, receipt);
                  }
                  case ConversationStore.Outcome.SeenBefore(var receipt) ->
                      tellAgain(thread, receipt);
                  case ConversationStore.Outcome.Conflict(var now) ->
                      again(thread, event, now, circumstances, conflicts + 1);
                  case ConversationStore.Outcome.Moved() ->
                      Mono.error(new Elsewhere(Elsewhere.How.MOVED));
                });
  }

  private boolean isElsewhere(ThreadId thread, Stored at, Event event) {
    return Moves.follows(event) && at.movedTo().isPresent()
        || event instanceof Event.ByCustomer c && !belongs(thread, at, c.contact());
  }

  private static Elsewhere.How how(Stored at) {
    return at.movedTo().isPresent() ? Elsewhere.How.MOVED : Elsewhere.How.STRANGER;
  }

  private boolean belongs(ThreadId thread, Stored at, Contact contact) {
    return at.conversation()
        .map(c -> c.knows(contact))
        .orElseGet(() -> home(contact).equals(thread));
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
                    ? new Stored(turn.version(), Optional.of(turn.conversation()), old.movedTo())
                    : old);
  }
}
