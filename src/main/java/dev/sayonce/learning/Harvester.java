package dev.sayonce.learning;

import dev.sayonce.conversation.AboutQuestion;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.engine.Committed;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.TurnFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;
import reactor.util.retry.Retry;

/**
 * Makes proposals of committed turns, beside the messages. Every gateway that hears of a turn
 * proposes, so that none is lost with the one that committed it; Redis counts it once.
 */
final class Harvester implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Harvester.class);
  private static final int MOST_WAITING = 1024;

  /** A turn has fewer entries before its question. */
  private static final int NEAR = 30;

  private static final Retry LATER = Retry.backoff(5, Duration.ofMillis(200));

  private final ConversationStore conversations;
  private final LearningStore store;
  private final FlowSets flows;
  private final Clock clock;
  private final Disposable.Swap working = Disposables.swap();
  private final Sinks.Many<Committed> waiting =
      Sinks.many().unicast().onBackpressureBuffer(Queues.<Committed>get(MOST_WAITING).get());

  Harvester(
      TurnFeed turns,
      ConversationStore conversations,
      LearningStore store,
      FlowSets flows,
      Clock clock) {
    this.conversations = conversations;
    this.store = store;
    this.flows = flows;
    this.clock = clock;
    turns.onTurn(this::hear);
  }

  /** More than can wait are let go: the same words will come again. */
  private void hear(Committed turn) {
    if (turn.entries().stream().anyMatch(Harvester::isTelling)) {
      synchronized (waiting) {
        waiting.tryEmitNext(turn);
      }
    }
  }

  private static boolean isTelling(Entry entry) {
    return Harvest.pressed(entry).isPresent() || AboutQuestion.in(entry).isPresent();
  }

  private Mono<Void> harvest(Committed turn) {
    return Flux.fromIterable(turn.entries())
        .concatMap(entry -> sighting(turn, entry))
        .concatMap(found -> store.propose(found, clock.instant()))
        .then()
        .retryWhen(LATER)
        .onErrorResume(e -> reported(turn, e));
  }

  private Mono<Sighting> sighting(Committed turn, Entry entry) {
    var harvest = new Harvest(turn.conversation(), flows.active());
    return Harvest.pressed(entry)
        .map(pressed -> pressed(turn, harvest, pressed))
        .orElseGet(() -> Mono.justOrEmpty(harvest.told(entry)));
  }

  private Mono<Sighting> pressed(Committed turn, Harvest harvest, Content.Pressed pressed) {
    int after = Math.max(0, pressed.entry() - NEAR);
    return conversations
        .entriesAfter(turn.conversation().id(), after, pressed.entry() - after)
        .collectList()
        .map(before -> harvest.pressed(pressed, before))
        .flatMap(Mono::justOrEmpty);
  }

  private static Mono<Void> reported(Committed turn, Throwable failure) {
    log.warn("A turn of {} proposes nothing: {}", turn.conversation().id(), failure.toString());
    return Mono.empty();
  }

  @Override
  public void start() {
    working.update(waiting.asFlux().concatMap(this::harvest).subscribe());
  }

  @Override
  public void stop() {
    working.update(Disposables.disposed());
  }

  @Override
  public boolean isRunning() {
    return Optional.ofNullable(working.get()).filter(w -> !w.isDisposed()).isPresent();
  }
}
