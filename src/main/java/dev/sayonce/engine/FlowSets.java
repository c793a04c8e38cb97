package dev.sayonce.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.flow.FlowSet;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Flux;
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

  /**
   * Keeps the set in Redis and begins new conversations with it, on this gateway at once and on the
   * others as they {@link #follow}. Until everything is done the set before goes on serving.
   */
  Mono<Void> activate(FlowSet flows) {
    return store
        .keep(flows)
        .then(Mono.defer(() -> isActive(flows.hash()) ? Mono.just(active) : teach(flows)))
        .flatMap(taught -> store.pointTo(flows.hash()).then(serve(taught)));
  }

  /** Begins new conversations with what another gateway has activated since. */
  Mono<Void> follow() {
    return store
        .pointedTo()
        .filter(hash -> !isActive(hash))
        .flatMap(hash -> known.get(hash, this::learn))
        .flatMap(this::serve);
  }

  private Mono<Void> serve(Taught taught) {
    return store
        .everyTeam(taught.flows())
        .doOnNext(
            teams -> {
              everyTeam = teams;
              var before = active;
              active = taught;
              // Conversations that go on with it need not wait for it to be learned again.
              known.put(before.flows().hash(), Mono.just(before));
            })
        .then();
  }

  private boolean isActive(String hash) {
    return hash.equals(active.flows().hash());
  }

  /** Keeps what is in use from expiring. */
  Mono<Void> keepAlive() {
    var hashes = new HashSet<>(known.asMap().keySet());
    hashes.add(active.flows().hash());
    return Flux.fromIterable(hashes).concatMap(store::keepOn).then();
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
