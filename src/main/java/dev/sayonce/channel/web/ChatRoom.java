package dev.sayonce.channel.web;

import dev.sayonce.attachment.FileLimits;
import dev.sayonce.channel.SocketOut;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.Committed;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.TurnFeed;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.handoff.WaitingLine;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** All chat sockets of this gateway, by thread, and what they share. */
final class ChatRoom {

  private final ConversationEngine engine;
  private final ConversationStore store;
  private final FlowSets flows;
  private final WaitingLine line;
  private final WebSessionStore sessions;
  private final WebProperties properties;
  private final Optional<FileLimits> files;
  private final int partitions;
  private final Clock clock;
  private final AtomicInteger sockets = new AtomicInteger();
  private final ConcurrentHashMap<ThreadId, Set<ChatConnection>> present =
      new ConcurrentHashMap<>();
  private final Allowances allowances;

  ChatRoom(
      ConversationEngine engine,
      ConversationStore store,
      FlowSets flows,
      WaitingLine line,
      WebSessionStore sessions,
      WebProperties properties,
      Optional<FileLimits> files,
      int partitions,
      Clock clock) {
    this.engine = engine;
    this.store = store;
    this.flows = flows;
    this.line = line;
    this.sessions = sessions;
    this.properties = properties;
    this.files = files;
    this.partitions = partitions;
    this.clock = clock;
    this.allowances = new Allowances(properties.burst(), properties.refill());
  }

  /** Hears of turns and of moves of the waiting line from now on. */
  void open(TurnFeed feed) {
    feed.onTurn(this::tell);
    line.onChange(
        () -> present.values().forEach(sockets -> sockets.forEach(ChatConnection::moved)));
  }

  private void tell(Committed turn) {
    present.getOrDefault(turn.thread(), Set.of()).forEach(socket -> socket.committed(turn));
  }

  /** False if the thread has as many sockets as it may. */
  boolean enter(ThreadId thread, ChatConnection connection) {
    var sockets = present.computeIfAbsent(thread, _ -> ConcurrentHashMap.newKeySet());
    if (sockets.size() >= properties.mostSockets()) {
      return false;
    }
    present.compute(
        thread,
        (_, now) -> {
          var all = now == null ? ConcurrentHashMap.<ChatConnection>newKeySet() : now;
          all.add(connection);
          return all;
        });
    return true;
  }

  void leave(ThreadId thread, ChatConnection connection) {
    present.computeIfPresent(
        thread,
        (_, sockets) -> {
          sockets.remove(connection);
          return sockets.isEmpty() ? null : sockets;
        });
  }

  ThreadReader reader(ThreadId thread, SocketOut<ServerFrame> out) {
    return new ThreadReader(thread, engine, store, line, out::send);
  }

  Mono<Boolean> isRevoked(ThreadId thread) {
    return sessions.isRevoked(thread);
  }

  /** What a session may still say. */
  Allowances allowances() {
    return allowances;
  }

  ConversationEngine engine() {
    return engine;
  }

  /** True if the event would begin a thread whose customer has not accepted what they must. */
  Mono<Boolean> lacksConsent(ThreadId thread, Event event) {
    return event instanceof Event.CustomerConsented || event instanceof Event.CustomerEnded
        ? Mono.just(false)
        : lacksConsent(thread);
  }

  /** True if the customer must accept something before anything may begin the thread. */
  Mono<Boolean> lacksConsent(ThreadId thread) {
    return flows().company().chat().consent().isEmpty()
        ? Mono.just(false)
        : engine.hasBegun(thread).map(begun -> !begun);
  }

  /** The set that new conversations begin with. */
  FlowSet flows() {
    return flows.active();
  }

  /** What files are taken; empty if none are. */
  Optional<FileLimits> files() {
    return files;
  }

  int partitions() {
    return partitions;
  }

  Clock clock() {
    return clock;
  }

  /** A socket comes; false if this gateway has as many as it takes. */
  boolean arrive() {
    if (sockets.incrementAndGet() <= properties.mostSocketsInAll()) {
      return true;
    }
    sockets.decrementAndGet();
    return false;
  }

  void depart() {
    sockets.decrementAndGet();
  }

  int sockets() {
    return sockets.get();
  }
}
