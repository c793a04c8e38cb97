package dev.sayonce.handoff;

import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.engine.Signal;
import dev.sayonce.engine.SignalFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/**
 * Who has which conversation open at the consoles of all gateways, and who is typing there. Each
 * gateway tells of its own when something changes and every fifteen seconds; what a gateway told
 * counts for forty, so that one that dies is forgotten.
 */
public final class Lookers implements SmartLifecycle {

  private static final Duration SWEEP = Duration.ofSeconds(2);
  private static final int SWEEPS_TILL_TOLD = 7;
  private static final Duration COUNTS_FOR = Duration.ofSeconds(40);
  private static final Duration TYPING_FOR = Duration.ofSeconds(6);

  private final SignalFeed feed;
  private final Clock clock;
  private final Map<ConversationId, Map<Object, Agent>> here = new ConcurrentHashMap<>();
  private final Map<ConversationId, Map<String, Told>> elsewhere = new ConcurrentHashMap<>();
  private final Map<ConversationId, Map<String, Instant>> typing = new ConcurrentHashMap<>();
  private final List<Consumer<ConversationId>> listeners = new CopyOnWriteArrayList<>();
  private Disposable loop = Disposables.disposed();

  /** Somebody who has a conversation open. */
  public record Looker(String id, String name, boolean typing) {}

  /** What another gateway told, and till when it counts. */
  private record Told(List<Agent> agents, Instant until) {}

  public Lookers(SignalFeed feed, Clock clock) {
    this.feed = feed;
    this.clock = clock;
    feed.onSignal(this::hear);
  }

  /** Called with a conversation whose lookers have changed; must not wait. */
  public void onChange(Consumer<ConversationId> listener) {
    listeners.add(listener);
  }

  /** A console of this gateway has opened the conversation. */
  public void look(ConversationId conversation, Agent agent, Object console) {
    here.compute(
        conversation,
        (_, before) -> {
          var consoles = before == null ? new ConcurrentHashMap<Object, Agent>() : before;
          consoles.put(console, agent);
          return consoles;
        });
    tell(conversation, true);
    changed(conversation);
  }

  /** It has left it, or is gone. */
  public void away(ConversationId conversation, Object console) {
    here.computeIfPresent(
        conversation,
        (_, consoles) -> {
          consoles.remove(console);
          return consoles.isEmpty() ? null : consoles;
        });
    tell(conversation, false);
    changed(conversation);
  }

  /** Whether anybody would see what happens in the conversation at this moment. */
  public boolean isLookedAt(ConversationId conversation) {
    return here.containsKey(conversation) || elsewhere.containsKey(conversation);
  }

  /** All who have it open, each once, by name. */
  public List<Looker> at(ConversationId conversation) {
    var types = typing.getOrDefault(conversation, Map.of());
    return Stream.concat(
            here.getOrDefault(conversation, Map.of()).values().stream(),
            elsewhere.getOrDefault(conversation, Map.of()).values().stream()
                .flatMap(told -> told.agents().stream()))
        .distinct()
        .map(a -> new Looker(a.id(), a.name(), types.containsKey(a.id())))
        .sorted(Comparator.comparing(Looker::name).thenComparing(Looker::id))
        .toList();
  }

  private void hear(Signal signal) {
    switch (signal) {
      case Signal.Looked looked when !looked.gateway().equals(feed.gateway()) -> learn(looked);
      case Signal.AgentTypes t -> types(new ConversationId(t.conversation()), t.agent().id());
      case Signal.Looked _,
          Signal.CustomerTypes _,
          Signal.BotWorks _,
          Signal.Delivered _,
          Signal.Erased _ -> {}
    }
  }

  private void learn(Signal.Looked looked) {
    var conversation = new ConversationId(looked.conversation());
    var told = new Told(List.copyOf(looked.agents()), clock.instant().plus(COUNTS_FOR));
    elsewhere.compute(
        conversation,
        (_, before) -> {
          var gateways = before == null ? new ConcurrentHashMap<String, Told>() : before;
          if (told.agents().isEmpty()) {
            gateways.remove(looked.gateway());
          } else {
            gateways.put(looked.gateway(), told);
          }
          return gateways.isEmpty() ? null : gateways;
        });
    if (looked.asks() && here.containsKey(conversation)) {
      tell(conversation, false);
    }
    changed(conversation);
  }

  private void types(ConversationId conversation, String agent) {
    typing
        .computeIfAbsent(conversation, _ -> new ConcurrentHashMap<>())
        .put(agent, clock.instant().plus(TYPING_FOR));
    changed(conversation);
  }

  private void tell(ConversationId conversation, boolean asks) {
    var agents = here.getOrDefault(conversation, Map.of()).values().stream().distinct().toList();
    feed.tell(new Signal.Looked(conversation.value(), feed.gateway(), agents, asks));
  }

  private void changed(ConversationId conversation) {
    listeners.forEach(listener -> listener.accept(conversation));
  }

  private void sweep(long round) {
    if (round % SWEEPS_TILL_TOLD == 0) {
      here.keySet().forEach(conversation -> tell(conversation, false));
    }
    var now = clock.instant();
    var stale = new HashSet<ConversationId>();
    stale.addAll(expired(elsewhere, told -> told.until().isBefore(now)));
    stale.addAll(expired(typing, until -> until.isBefore(now)));
    stale.forEach(this::changed);
  }

  /** Removes what has expired; tells where there was something. */
  private static <V> Set<ConversationId> expired(
      Map<ConversationId, Map<String, V>> all, java.util.function.Predicate<V> isOver) {
    var found = new HashSet<ConversationId>();
    for (var conversation : all.keySet()) {
      all.computeIfPresent(
          conversation,
          (_, entries) -> {
            Collection<V> values = entries.values();
            if (values.removeIf(isOver)) {
              found.add(conversation);
            }
            return entries.isEmpty() ? null : entries;
          });
    }
    return found;
  }

  @Override
  public void start() {
    loop = Flux.interval(SWEEP).onBackpressureDrop().doOnNext(this::sweep).subscribe();
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
