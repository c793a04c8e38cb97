package dev.sayonce.handoff;

import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.Committed;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.ConversationStore.Ranked;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.TurnFeed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who waits for which team, in order, over all partitions. What it remembers follows the line
 * within half a second of a change here or on another gateway, and within ten seconds of one that
 * nobody told us about.
 */
public final class WaitingLine implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WaitingLine.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int LOOKS_TILL_ANYWAY = 20;

  private final ConversationStore store;
  private final FlowSets flows;
  private final int partitions;
  private final AtomicBoolean changed = new AtomicBoolean(true);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Map<ThreadId, Integer> positions = Map.of();
  private Disposable loop = Disposables.disposed();

  public WaitingLine(ConversationStore store, FlowSets flows, TurnFeed feed, int partitions) {
    this.store = store;
    this.flows = flows;
    this.partitions = partitions;
    feed.onTurn(this::notice);
  }

  /**
   * The place in the line of the thread's team, 1 for the next to be served; empty if it does not
   * wait.
   */
  public Optional<Integer> position(ThreadId thread) {
    return Optional.ofNullable(positions.get(thread));
  }

  /** The place of everybody who waits. */
  public Map<ThreadId, Integer> positions() {
    return positions;
  }

  /** Called after positions have changed, on the line's own thread. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Everybody who waits for a team, first in line first, read from Redis now. */
  public Flux<ThreadId> waiting(String team) {
    return ranked(team).map(Ranked::thread);
  }

  private Flux<Ranked> ranked(String team) {
    return Flux.range(0, partitions)
        .flatMap(p -> store.waiting(p, team))
        .sort((a, b) -> Long.compare(a.rank(), b.rank()));
  }

  private void notice(Committed turn) {
    boolean waits = turn.conversation().mode() instanceof Mode.Queued;
    if (waits != positions.containsKey(turn.thread())) {
      changed.set(true);
    }
  }

  private Mono<Void> look() {
    return Flux.fromIterable(flows.everyTeam())
        .concatMap(team -> ranked(team).collectList())
        .collectList()
        .doOnNext(this::remember)
        .then();
  }

  private void remember(List<List<Ranked>> lines) {
    var next = new HashMap<ThreadId, Integer>();
    for (var line : lines) {
      for (int i = 0; i < line.size(); i++) {
        next.put(line.get(i).thread(), i + 1);
      }
    }
    if (!next.equals(positions)) {
      positions = Map.copyOf(next);
      listeners.forEach(Runnable::run);
    }
  }

  @Override
  public void start() {
    loop =
        Flux.interval(LOOK)
            .onBackpressureDrop()
            .filter(n -> n % LOOKS_TILL_ANYWAY == 0 | changed.getAndSet(false))
            .concatMap(_ -> look().onErrorResume(this::reported), 1)
            .subscribe();
  }

  private Mono<Void> reported(Throwable failure) {
    changed.set(true);
    log.warn("The waiting line can't be read, the next look tries again: {}", failure.toString());
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
