package dev.sayonce.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.flow.FlowSet;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * The flow sets in use: the active one, with which new conversations begin, and earlier ones by
 * their hash for conversations that began with them. Sets are taught beside the messages, one at a
 * time and once each, however many conversations ask for one.
 */
public final class FlowSets {

  private static final int MOST_IN_MEMORY = 8;
  private static final int MOST_WAITING = 64;

  private final FlowSetStore store;
  private final Understander.Teacher teacher;
  private final Thinking teaching = new Thinking(1, MOST_WAITING);
  private final Cache<String, Mono<Taught>> known =
      Caffeine.newBuilder().maximumSize(MOST_IN_MEMORY).build();
  private volatile Taught active;
  private volatile Set<String> everyTeam;

  /** A flow set and what knows its questions. */
  record Taught(FlowSet flows, Understander understander) {}

  FlowSets(FlowSetStore store, Understander.Teacher teacher, FlowSet first) {
    this.store = store;
    this.teacher = teacher;
    this.active = new Taught(first, teacher.teach(first));
    this.everyTeam = first.company().teams().keySet();
  }

  /** Keeps the set in Redis and begins new conversations with it, on this gateway at once. */
  Mono<Void> activate(FlowSet flows) {
    return store
        .keep(flows)
        .then(flows.hash().equals(active.flows().hash()) ? Mono.just(active) : teach(flows))
        .doOnNext(taught -> active = taught)
        .then(store.everyTeam(flows))
        .doOnNext(teams -> everyTeam = teams)
        .then(store.pointTo(flows.hash()));
  }

  public FlowSet active() {
    return active.flows();
  }

  /**
   * The ids of all teams that cases may wait for: those of the active set and those that are gone.
   */
  public Set<String> everyTeam() {
    return everyTeam;
  }

  Taught activeTaught() {
    return active;
  }

  /** The set of that hash, or the active one where nobody has it any more. */
  Mono<Taught> of(String hash) {
    var now = active;
    return now.flows().hash().equals(hash)
        ? Mono.just(now)
        : known.get(hash, this::learn).defaultIfEmpty(now);
  }

  private Mono<Taught> learn(String hash) {
    return store.load(hash).flatMap(this::teach).doOnError(_ -> known.invalidate(hash)).cache();
  }

  private Mono<Taught> teach(FlowSet flows) {
    return teaching.about(() -> new Taught(flows, teacher.teach(flows)));
  }

  void close() {
    teaching.close();
  }
}
