package dev.sayonce.channel.web;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.Committed;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.handoff.WaitingLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one socket has been sent of its thread, and what is still to be sent. Turns reach it from
 * several sides and in no certain order; it sends each public entry once and in order, and fetches
 * from the transcript what it sees missing. Not thread-safe: the socket does one thing at a time
 * with it.
 */
final class ThreadReader {

  private static final int PAGE = 200;
  private static final int NEWEST = 120;
  private static final int NEWEST_PUBLIC = 50;

  private final ThreadId thread;
  private final ConversationEngine engine;
  private final ConversationStore store;
  private final WaitingLine line;
  private final Consumer<ServerFrame> out;
  private final Runnable moved;

  private @Nullable ConversationId conversation;
  private int sent;
  private @Nullable Conversation current;
  private ServerFrame.@Nullable Standing standing;

  ThreadReader(
      ThreadId thread,
      ConversationEngine engine,
      ConversationStore store,
      WaitingLine line,
      Consumer<ServerFrame> out,
      Runnable moved) {
    this.thread = thread;
    this.engine = engine;
    this.store = store;
    this.line = line;
    this.out = out;
    this.moved = moved;
  }

  /**
   * Sends everything after the cursor, or the newest entries where there is none; then where the
   * customer stands.
   */
  Mono<Void> resume(Optional<ClientFrame.Cursor> after, String language) {
    standing = null;
    conversation = null;
    after
        .filter(c -> ConversationId.isConversationId(c.conversation()))
        .filter(c -> c.conversation().startsWith(thread + "."))
        .ifPresent(c -> startAt(new ConversationId(c.conversation()), Math.max(0, c.n())));
    return fetch().then(Mono.fromRunnable(() -> standNowhere(language)));
  }

  private void startAt(ConversationId id, int n) {
    conversation = id;
    sent = n;
  }

  private void standNowhere(String language) {
    if (standing == null) {
      out.accept(
          new ServerFrame.Standing(
              Optional.empty(), "none", Optional.empty(), Optional.empty(), language, List.of()));
    }
  }

  /** A turn of this thread was committed, here or elsewhere. */
  Mono<Void> committed(Committed turn) {
    if (turn.conversation().mode() instanceof Mode.Continued) {
      moved.run();
    }
    if (!follows(turn)) {
      return fetch();
    }
    turn.entries().stream()
        .filter(e -> !e.isPrivate())
        .forEach(e -> send(turn.conversation().id(), e));
    stand(turn.conversation());
    return upToDate(turn.conversation()) ? Mono.empty() : fetch();
  }

  /** True if nothing is missing between what was sent and the turn. */
  private boolean follows(Committed turn) {
    if (conversation == null
        && turn.entries().stream().findFirst().filter(e -> e.number() == 1).isPresent()) {
      startAt(turn.conversation().id(), 0);
    }
    return turn.conversation().id().equals(conversation)
        && turn.entries().stream()
            .filter(e -> !e.isPrivate())
            .findFirst()
            .map(e -> e.prev() <= sent)
            .orElse(true);
  }

  private void send(ConversationId id, Entry entry) {
    if (entry.number() > sent) {
      sent = entry.number();
      out.accept(Translator.line(id, entry));
    }
  }

  /** The waiting line has moved. */
  Mono<Void> moved() {
    if (current != null) {
      stand(current);
    }
    return Mono.empty();
  }

  private void stand(Conversation now) {
    if (current != null && current.id().equals(now.id()) && current.last() > now.last()) {
      return; // an older turn came later
    }
    current = now;
    var next = Translator.standing(now, line.position(thread));
    if (!next.equals(standing)) {
      standing = next;
      out.accept(next);
    }
  }

  /**
   * Reads from Redis what is missing, as after a publish that was lost, and tells the last number.
   */
  Mono<Void> ping() {
    return fetch().then(Mono.fromRunnable(() -> out.accept(lastNumber())));
  }

  private ServerFrame.Ping lastNumber() {
    return conversation == null
        ? new ServerFrame.Ping(Optional.empty(), Optional.empty())
        : new ServerFrame.Ping(Optional.of(conversation.value()), Optional.of(sent));
  }

  private Mono<Void> fetch() {
    return engine
        .fresh(thread)
        .doOnNext(stored -> stored.movedTo().ifPresent(_ -> moved.run()))
        .flatMap(stored -> Mono.justOrEmpty(stored.conversation()))
        .flatMap(now -> missing(now).then(Mono.fromRunnable(() -> stand(now))));
  }

  private Mono<Void> missing(Conversation now) {
    var have = conversation;
    if (have == null) {
      return newest(now.id());
    }
    return have.equals(now.id())
        ? upToDate(now) ? Mono.empty() : rest(have)
        : store
            .cases(thread)
            .skipUntil(have::equals)
            .switchIfEmpty(Mono.just(now.id()))
            .concatMap(this::rest)
            .then();
  }

  private boolean upToDate(Conversation now) {
    return sent >= now.lastPublic();
  }

  private Mono<Void> newest(ConversationId id) {
    return store
        .newestEntries(id, NEWEST)
        .filter(e -> !e.isPrivate())
        .takeLast(NEWEST_PUBLIC)
        .collectList()
        .doOnNext(entries -> sendAll(id, entries))
        .then();
  }

  private Mono<Void> rest(ConversationId id) {
    return Flux.defer(() -> page(id, id.equals(conversation) ? sent : 0)).then();
  }

  private Mono<Void> page(ConversationId id, int after) {
    return store
        .entriesAfter(id, after, PAGE)
        .collectList()
        .doOnNext(entries -> sendAll(id, entries))
        .flatMap(entries -> entries.size() < PAGE ? Mono.empty() : page(id, after + PAGE));
  }

  private void sendAll(ConversationId id, List<Entry> entries) {
    if (!id.equals(conversation)) {
      startAt(id, 0);
    }
    entries.stream().filter(e -> !e.isPrivate()).forEach(e -> send(id, e));
  }
}
