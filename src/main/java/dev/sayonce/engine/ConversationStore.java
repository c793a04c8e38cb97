package dev.sayonce.engine;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.conversation.Turn;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import dev.sayonce.tracing.Trail;
import io.lettuce.core.KeyValue;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Threads, conversations and transcripts in Redis. A turn is committed by one script in one round
 * trip.
 */
public final class ConversationStore {

  private static final Script COMMIT = Script.named("commit_turn");
  private static final Script ERASE = Script.named("erase_thread");
  private static final Script MOVE = Script.named("move_thread");
  private static final Script UNMOVE = Script.named("unmove_thread");

  private static final int MOST_TRIES = 50;

  private final Redis redis;
  private final Duration retention;
  private final Duration auditFor;
  private final String gateway;
  private final List<Function<ThreadId, Mono<Void>>> erasing = new CopyOnWriteArrayList<>();

  /**
   * @param retention how long a thread is kept after its last event
   * @param auditFor how long it is kept what was done with actions
   * @param gateway the name under which this gateway publishes its turns
   */
  public ConversationStore(Redis redis, Duration retention, Duration auditFor, String gateway) {
    this.redis = redis;
    this.retention = retention;
    this.auditFor = auditFor;
    this.gateway = gateway;
  }

  /** What the attempt to commit came to. */
  sealed interface Outcome {
    record Done(Stored now, Receipt receipt) implements Outcome {}

    /** The event had been taken before. */
    record SeenBefore(Receipt first) implements Outcome {}

    /** The state is another than the turn was made from. */
    record Conflict(Stored now) implements Outcome {}

    /** The customer goes on in another thread, and the event is for the one they are in. */
    record Moved() implements Outcome {}
  }

  /**
   * The thread's current conversation; {@link Stored#NOTHING} if there is none; fails with {@link
   * UnreadableState}.
   */
  public Mono<Stored> load(ThreadId thread) {
    return redis
        .commands()
        .hmget(RedisKeys.thread(thread), "version", "state", "movedTo")
        .map(field -> field.getValueOrElse(""))
        .collectList()
        .map(fields -> stored(thread, fields.get(0), fields.get(1), fields.get(2)));
  }

  private static Stored stored(ThreadId thread, String version, String state, String movedTo) {
    var moved = Optional.of(movedTo).filter(to -> !to.isEmpty()).map(ThreadId::new);
    if (version.isEmpty()) {
      return new Stored(Version.NONE, Optional.empty(), moved);
    }
    try {
      var conversation = StateJson.readConversation(state);
      return new Stored(Version.parse(version), Optional.of(conversation), moved);
    } catch (RuntimeException e) {
      throw new UnreadableState(thread, Version.parse(version), state, e);
    }
  }

  /** True if the thread has not been erased and has not expired; its state may be unreadable. */
  public Mono<Boolean> exists(ThreadId thread) {
    return redis.commands().exists(RedisKeys.thread(thread)).map(n -> n > 0);
  }

  /** Makes a turn true, if the event is new and {@code from} is still the state. */
  Mono<Outcome> commit(ThreadId thread, Stored from, Event event, Turn turn) {
    return Mono.deferContextual(context -> commit(thread, from, event, turn, Trail.line(context)));
  }

  private Mono<Outcome> commit(
      ThreadId thread, Stored from, Event event, Turn turn, Optional<String> trace) {
    var to = new Stored(from.version().next(), Optional.of(turn.next()), movedTo(from, event));
    var receipt = Receipt.of(turn);
    var places = Places.of(thread, turn.next(), event.at());
    var left = standing(thread, from).stream().filter(k -> !places.containsKey(k)).toList();

    var keys = new ArrayList<>(commitKeys(thread, turn.next().id()));
    keys.addAll(left);
    keys.addAll(places.keySet());

    var said = effects(turn, e -> !isCall(e));
    var called = effects(turn, ConversationStore::isCall);
    var audit = AuditLine.of(turn);
    var byPeople = audit.stream().filter(AuditLine::isOfPeople).toList();
    var byBot = audit.stream().filter(line -> !line.isOfPeople()).toList();
    var args = new ArrayList<String>();
    args.addAll(
        List.of(
            event.id(),
            from.version().toString(),
            to.version().toString(),
            StateJson.write(turn.next()),
            turn.next().id().value(),
            thread.value(),
            turn.next().nextTimer().map(t -> millis(t.getValue())).orElse(""),
            millis(event.at()),
            Long.toString(retention.toMillis()),
            receipt.encode(),
            gateway,
            StateJson.write(JournalLine.of(from.conversation(), event, turn)),
            Integer.toString(turn.next().last() - turn.entries().size() + 1),
            Integer.toString(turn.entries().size()),
            Integer.toString(said.size()),
            Integer.toString(left.size()),
            Moves.follows(event) ? "1" : "",
            event instanceof Event.ThreadMoved m ? m.to().thread().value() : "",
            Integer.toString(called.size()),
            Integer.toString(byBot.size()),
            Integer.toString(byPeople.size()),
            millis(event.at().minus(auditFor))));
    turn.entries().forEach(e -> args.add(StateJson.write(e)));
    said.forEach(e -> args.add(StateJson.write(e, trace)));
    called.forEach(e -> args.add(StateJson.write(e, trace)));
    byBot.forEach(line -> args.add(StateJson.write(line)));
    byPeople.forEach(line -> args.add(StateJson.write(line)));
    places.values().forEach(score -> args.add(score.toString()));

    return redis.run(COMMIT, keys, args).map(reply -> outcome(thread, reply, to, receipt));
  }

  private static List<Effect> effects(Turn turn, Predicate<Effect> which) {
    return turn.effects().stream().filter(which).toList();
  }

  private static boolean isCall(Effect effect) {
    return effect instanceof Effect.CallAction;
  }

  private static Optional<ThreadId> movedTo(Stored from, Event event) {
    return event instanceof Event.ThreadMoved moved
        ? Optional.of(moved.to().thread())
        : from.movedTo();
  }

  /** The indexes in which a thread of that state stands. */
  private static Set<String> standing(ThreadId thread, Stored stored) {
    return stored
        .conversation()
        .map(c -> Places.of(thread, c, c.began()).keySet())
        .orElseGet(Set::of);
  }

  private static List<String> commitKeys(ThreadId thread, ConversationId conversation) {
    return List.of(
        RedisKeys.thread(thread),
        RedisKeys.cases(thread),
        RedisKeys.transcript(conversation),
        RedisKeys.seen(thread),
        RedisKeys.due(thread.partition()),
        RedisKeys.journal(thread.partition()),
        RedisKeys.outbox(thread),
        RedisKeys.attempts(thread),
        RedisKeys.turns(thread.partition()),
        RedisKeys.calls(thread),
        RedisKeys.calling(thread),
        RedisKeys.audit(thread.partition(), false),
        RedisKeys.audit(thread.partition(), true));
  }

  private static Outcome outcome(ThreadId thread, List<Object> reply, Stored to, Receipt receipt) {
    return switch ((String) reply.get(0)) {
      case "committed" -> new Outcome.Done(to, receipt);
      case "seen" -> new Outcome.SeenBefore(Receipt.decode((String) reply.get(1)));
      case "moved" -> new Outcome.Moved();
      case "conflict" ->
          new Outcome.Conflict(
              stored(thread, (String) reply.get(1), (String) reply.get(2), (String) reply.get(3)));
      case String other -> throw new IllegalStateException("commit_turn says " + other);
    };
  }

  private static String millis(java.time.Instant at) {
    return Long.toString(at.toEpochMilli());
  }

  /** The entries after the number {@code after}, at most {@code limit}, oldest first. */
  public Flux<Entry> entriesAfter(ConversationId conversation, int after, int limit) {
    return redis
        .commands()
        .lrange(RedisKeys.transcript(conversation), after, after + limit - 1L)
        .map(StateJson::readEntry);
  }

  /** The newest entries, at most {@code limit}, oldest first. */
  public Flux<Entry> newestEntries(ConversationId conversation, int limit) {
    return redis
        .commands()
        .lrange(RedisKeys.transcript(conversation), -limit, -1)
        .map(StateJson::readEntry);
  }

  /** All conversations of the thread, oldest first. */
  public Flux<ConversationId> cases(ThreadId thread) {
    return redis.commands().lrange(RedisKeys.cases(thread), 0, -1).map(ConversationId::new);
  }

  /** The thread that the customer of this one goes on in; whoever asks keeps it from expiring. */
  Mono<ThreadId> pointer(ThreadId thread) {
    return redis
        .commands()
        .hget(RedisKeys.thread(thread), "movedTo")
        .map(ThreadId::new)
        .delayUntil(_ -> redis.commands().pexpire(RedisKeys.thread(thread), retention.toMillis()));
  }

  /** The events that were taken on the thread lately. */
  Mono<Map<String, Receipt>> taken(ThreadId thread) {
    return redis
        .commands()
        .hgetall(RedisKeys.seen(thread))
        .collectMap(KeyValue::getKey, seen -> receipt(seen.getValue()));
  }

  private static Receipt receipt(String seen) {
    return Receipt.decode(seen.substring(seen.indexOf('|') + 1));
  }

  /** Leads the customer of a thread without a talk elsewhere; false if it has one meanwhile. */
  Mono<Boolean> move(ThreadId thread, ThreadId to) {
    var args = List.of(to.value(), Long.toString(retention.toMillis()));
    return redis
        .run(MOVE, List.of(RedisKeys.thread(thread)), args)
        .map(reply -> !reply.getFirst().equals("talk"));
  }

  /** Leads the customer of a thread there no more. */
  Mono<Void> unmove(ThreadId thread, ThreadId to) {
    return redis.run(UNMOVE, List.of(RedisKeys.thread(thread)), List.of(to.value())).then();
  }

  /** Counts a failed turn of an event; returns how often it has failed within a day. */
  Mono<Long> countFailure(ThreadId thread, String event) {
    var key = RedisKeys.failures(thread, event);
    return redis
        .commands()
        .incr(key)
        .flatMap(n -> redis.commands().expire(key, Duration.ofDays(1)).thenReturn(n));
  }

  /** Keeps a state that nobody can read for whoever will look into it. */
  Mono<Void> setAside(ThreadId thread, String state) {
    return redis
        .commands()
        .set(RedisKeys.unreadable(thread), state, SetArgs.Builder.px(retention.toMillis()))
        .then();
  }

  /** Whatever is kept of a thread elsewhere is to be removed after the thread itself. */
  public void onErased(Function<ThreadId, Mono<Void>> listener) {
    erasing.add(listener);
  }

  private Mono<Void> eraseElsewhere(ThreadId thread) {
    return Flux.fromIterable(erasing).concatMapDelayError(l -> l.apply(thread)).then();
  }

  /**
   * Erases the thread as it was loaded; false if it has changed since. Fails if something kept
   * elsewhere could not be removed; the thread itself is gone then.
   */
  public Mono<Boolean> erase(ThreadId thread, Stored loaded) {
    var keys =
        new ArrayList<>(
            List.of(
                RedisKeys.thread(thread),
                RedisKeys.cases(thread),
                RedisKeys.seen(thread),
                RedisKeys.outbox(thread),
                RedisKeys.attempts(thread),
                RedisKeys.unreadable(thread),
                RedisKeys.calls(thread),
                RedisKeys.calling(thread),
                RedisKeys.due(thread.partition())));
    keys.addAll(standing(thread, loaded));
    var transcripts = RedisKeys.transcriptPrefix(thread.partition());
    var deliveries = RedisKeys.deliveriesPrefix(thread.partition());
    var args = List.of(thread.value(), loaded.version().toString(), transcripts, deliveries);
    return redis
        .run(ERASE, keys, args)
        .map(reply -> reply.getFirst().equals("erased"))
        .flatMap(erased -> erased ? eraseElsewhere(thread).thenReturn(true) : Mono.just(false));
  }

  /** Erases the thread as it is at the end, however often it changes meanwhile. */
  public Mono<Void> erase(ThreadId thread) {
    return load(thread)
        .onErrorResume(
            UnreadableState.class, e -> Mono.just(new Stored(e.version(), Optional.empty())))
        .flatMap(now -> erase(thread, now))
        .filter(Boolean::booleanValue)
        .repeatWhenEmpty(MOST_TRIES, tries -> tries)
        .then();
  }

  /** The customer's contacts; none if there is no talk, or none that can be read. */
  public Flux<Contact> contactsOf(ThreadId thread) {
    return load(thread)
        .onErrorReturn(UnreadableState.class, Stored.NOTHING)
        .flatMapMany(now -> Mono.justOrEmpty(now.conversation()))
        .flatMapIterable(Conversation::contacts);
  }

  /** The threads in a team's waiting list with their ranks, first in line first. */
  public Flux<Ranked> waiting(int partition, String team) {
    return redis
        .commands()
        .zrangeWithScores(RedisKeys.queue(partition, team), 0, -1)
        .map(v -> new Ranked(new ThreadId(v.getValue()), (long) v.getScore()));
  }

  /** The threads that an agent has. */
  public Flux<ThreadId> heldBy(int partition, String agent) {
    return redis.commands().zrange(RedisKeys.agent(partition, agent), 0, -1).map(ThreadId::new);
  }

  /** The threads of the partition in which somebody's word is asked for, first asked first. */
  public Flux<ThreadId> awaitingApproval(int partition) {
    return redis.commands().zrange(RedisKeys.approvals(partition), 0, -1).map(ThreadId::new);
  }

  /** A thread and its rank in a waiting list; a smaller rank is served earlier. */
  public record Ranked(ThreadId thread, long rank) {}
}
