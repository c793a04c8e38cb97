package dev.sayonce.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.flow.FlowSet;
import java.util.HashSet;
import java.util.List;
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

  /**
   * A flow set and what knows its questions.
   *
   * @param lesson the teacher's at the time
   */
  record Taught(FlowSet flows, Understander understander, long lesson) {}

  FlowSets(FlowSetStore store, Understander.Teacher teacher, FlowSet first) {
    this.store = store;
    this.teacher = teacher;
    this.active = taught(first);
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
    return store.everyTeam(taught.flows()).doOnNext(teams -> serve(taught, teams)).then();
  }

  private synchronized void serve(Taught taught, Set<String> teams) {
    everyTeam = teams;
    var before = active;
    active = taught;
    // Conversations that go on with it need not wait for it to be learned again.
    known.put(before.flows().hash(), Mono.just(before));
  }

  /**
   * Teaches the sets in use anew if the teacher has learned more since. Each goes on serving as it
   * was until its successor is ready.
   */
  public Mono<Void> refresh() {
    return Flux.concat(Mono.fromSupplier(() -> active), inMemory())
        .filter(taught -> taught.lesson() != teacher.lesson())
        .distinct(taught -> taught.flows().hash())
        .concatMap(taught -> teach(taught.flows()))
        .doOnNext(this::replace)
        .then();
  }

  private Flux<Taught> inMemory() {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(known.asMap().values())))
        .concatMap(taught -> taught.onErrorComplete());
  }

  private synchronized void replace(Taught fresh) {
    var hash = fresh.flows().hash();
    if (isActive(hash)) {
      active = fresh;
    }
    known.asMap().computeIfPresent(hash, (_, _) -> Mono.just(fresh));
  }

  /** True if new conversations are understood by all that the teacher knows. */
  public boolean isFresh() {
    return active.lesson() == teacher.lesson();
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
  public Mono<FlowSet> set(String hash) {
    return of(hash).map(Taught::flows);
  }

  /** The same with what knows its questions. */
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
    return teaching.about(() -> taught(flows));
  }

  /** The lesson is asked for first: what comes while it is taught is not in it. */
  private Taught taught(FlowSet flows) {
    long lesson = teacher.lesson();
    return new Taught(flows, teacher.teach(flows), lesson);
  }

  void close() {
    teaching.close();
  }
}
