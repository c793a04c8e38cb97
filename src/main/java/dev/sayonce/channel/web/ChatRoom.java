package dev.sayonce.channel.web;

import dev.sayonce.attachment.FileLimits;
import dev.sayonce.channel.OtherChannel;
import dev.sayonce.channel.SocketOut;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.Committed;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.Signal;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.engine.TurnFeed;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.handoff.Lookers;
import dev.sayonce.handoff.WaitingLine;
import io.micrometer.core.instrument.MeterRegistry;
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
  private final Visitors visitors;
  private final SignalFeed signals;
  private final Lookers lookers;
  private final WebProperties properties;
  private final Optional<FileLimits> files;
  private final Optional<OtherChannel> elsewhere;
  private final Clock clock;
  private final AtomicInteger sockets = new AtomicInteger();
  private final ConcurrentHashMap<ThreadId, Set<ChatConnection>> present =
      new ConcurrentHashMap<>();
  private final Allowances allowances;
  private final MeterRegistry meters;

  ChatRoom(
      ConversationEngine engine,
      ConversationStore store,
      FlowSets flows,
      WaitingLine line,
      WebSessionStore sessions,
      Visitors visitors,
      SignalFeed signals,
      Lookers lookers,
      WebProperties properties,
      Optional<FileLimits> files,
      Optional<OtherChannel> elsewhere,
      MeterRegistry meters,
      Clock clock) {
    this.meters = meters;
    this.engine = engine;
    this.store = store;
    this.flows = flows;
    this.line = line;
    this.sessions = sessions;
    this.visitors = visitors;
    this.signals = signals;
    this.lookers = lookers;
    this.properties = properties;
    this.files = files;
    this.elsewhere = elsewhere;
    this.clock = clock;
    this.allowances = new Allowances(properties.burst(), properties.refill());
  }

  /** Hears of turns, of moves of the waiting line and of typing agents from now on. */
  void open(TurnFeed feed) {
    feed.onTurn(this::tell);
    signals.onSignal(this::hear);
    line.onChange(
        () -> present.values().forEach(sockets -> sockets.forEach(ChatConnection::moved)));
  }

  private void hear(Signal signal) {
    if (signal instanceof Signal.AgentTypes(var conversation, var agent, var toCustomer)
        && toCustomer) {
      sockets(conversation).forEach(socket -> socket.typing(agent.name()));
    } else if (signal instanceof Signal.BotWorks(var conversation)) {
      sockets(conversation).forEach(ChatConnection::botTypes);
    }
  }

  private Set<ChatConnection> sockets(String conversation) {
    return present.getOrDefault(new ConversationId(conversation).thread(), Set.of());
  }

  /** The customer is writing: told to the consoles if any has the conversation open. */
  Mono<Void> types(ThreadId thread) {
    return engine
        .current(thread)
        .flatMap(Mono::justOrEmpty)
        .filter(c -> lookers.isLookedAt(c.id()))
        .doOnNext(c -> signals.tell(new Signal.CustomerTypes(c.id().value())))
        .onErrorComplete()
        .then();
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

  /**
   * @param moved called when the thread's customer turns out to be in another one
   */
  ThreadReader reader(ThreadId thread, SocketOut<ServerFrame> out, Runnable moved) {
    return new ThreadReader(thread, engine, store, line, out::send, moved);
  }

  Mono<Boolean> isRevoked(Visitor who) {
    return sessions.isRevoked(who);
  }

  /** Who is on a session. */
  Visitors visitors() {
    return visitors;
  }

  /** Where else a customer may go on, if anywhere. */
  Optional<OtherChannel> elsewhere() {
    return elsewhere.filter(channel -> !channel.name().isEmpty());
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

  /** A page was told no; the reasons are words of the protocol. */
  void refused(String reason) {
    meters.counter("sayonce.web.refused", "reason", reason).increment();
  }

  int sockets() {
    return sockets.get();
  }
}
