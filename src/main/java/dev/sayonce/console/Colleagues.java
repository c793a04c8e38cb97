package dev.sayonce.console;

import dev.sayonce.console.ConsoleFrame.Outgoing;
import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Mode;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.Signal;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.handoff.Lookers;
import dev.sayonce.handoff.Lookers.Looker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/**
 * What one console knows of the others in the conversations it has open: who looks and who types.
 * And what the others are told of it.
 */
final class Colleagues {

  private static final Duration TYPING_AT_MOST_EVERY = Duration.ofMillis(1500);

  /** What all consoles of the gateway share. */
  record Room(ConversationEngine engine, SignalFeed signals, Lookers lookers) {}

  private final Room room;
  private final Agent agent;
  private final Consumer<Outgoing> out;
  private final Map<ConversationId, List<Looker>> shown = new ConcurrentHashMap<>();
  private final Map<ConversationId, Instant> typed = new ConcurrentHashMap<>();

  Colleagues(Room room, Agent agent, Consumer<Outgoing> out) {
    this.room = room;
    this.agent = agent;
    this.out = out;
  }

  /** The console has opened the conversation, perhaps once more after its line broke. */
  void open(ConversationId conversation) {
    shown.putIfAbsent(conversation, List.of());
    room.lookers().look(conversation, agent, this);
    looked(conversation);
  }

  void leave(ConversationId conversation) {
    typed.remove(conversation);
    if (shown.remove(conversation) != null) {
      room.lookers().away(conversation, this);
    }
  }

  /** The console is gone. */
  void leaveAll() {
    List.copyOf(shown.keySet()).forEach(this::leave);
  }

  /** The agent types. Only who has the conversation is seen typing by the customer. */
  Mono<Void> types(ConversationId conversation, boolean note, Instant now) {
    if (!shown.containsKey(conversation) || isTooSoon(conversation, now)) {
      return Mono.empty();
    }
    return room.engine()
        .current(conversation.thread())
        .map(
            current ->
                !note
                    && current
                        .filter(c -> c.id().equals(conversation))
                        .filter(c -> c.mode() instanceof Mode.WithAgent a && isMe(a.agent()))
                        .isPresent())
        .onErrorReturn(false)
        .doOnNext(
            mine -> room.signals().tell(new Signal.AgentTypes(conversation.value(), agent, mine)))
        .then();
  }

  private boolean isTooSoon(ConversationId conversation, Instant now) {
    var last = typed.get(conversation);
    if (last != null && now.isBefore(last.plus(TYPING_AT_MOST_EVERY))) {
      return true;
    }
    typed.put(conversation, now);
    return false;
  }

  private boolean isMe(Agent other) {
    return agent.id().equals(other.id());
  }

  /** Somebody types somewhere. */
  void hear(Signal signal) {
    switch (signal) {
      case Signal.CustomerTypes(var id) -> show(id, "customer", Optional.empty());
      case Signal.AgentTypes(var id, var who, _) when !isMe(who) ->
          show(id, "agent", Optional.of(who.name()));
      case Signal.Delivered(var id, int entry, var state, var why)
          when shown.containsKey(new ConversationId(id)) ->
          out.accept(new Outgoing.Delivered(id, entry, state, why));
      case Signal.AgentTypes _,
          Signal.BotWorks _,
          Signal.Looked _,
          Signal.Delivered _,
          Signal.Erased _ -> {}
    }
  }

  private void show(String conversation, String from, Optional<String> name) {
    if (shown.containsKey(new ConversationId(conversation))) {
      out.accept(new Outgoing.Types(conversation, from, name));
    }
  }

  /** Those who look at the conversation may have changed. */
  synchronized void looked(ConversationId conversation) {
    var others =
        room.lookers().at(conversation).stream().filter(l -> !l.id().equals(agent.id())).toList();
    var before = shown.get(conversation);
    if (before != null && !others.equals(before) && shown.replace(conversation, others) != null) {
      out.accept(new Outgoing.Looking(conversation.value(), others));
    }
  }
}
