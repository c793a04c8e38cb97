package dev.sayonce.attachment;

import dev.sayonce.attachment.FileStore.Kept;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.ConversationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Removes files that no conversation has: those of threads that are gone, and those that were kept
 * and never said, as when a gateway was killed between the two. One gateway does it, a thread at a
 * time.
 */
final class FileSweep implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FileSweep.class);

  /** A file this young may be about to be said. */
  static final Duration TOO_YOUNG = Duration.ofHours(1);

  /** A file that outlived so many sweeps has been found in its transcript before. */
  static final Duration PROVEN = Duration.ofDays(8);

  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMinutes(30);
  private static final int PAGE = 500;

  private final FileStore files;
  private final ConversationStore conversations;
  private final SweepLease lease;
  private final Scratch scratch;
  private final Duration every;
  private final Scheduler io;
  private final Clock clock;
  private Disposable loop = Disposables.disposed();

  FileSweep(
      FileStore files,
      ConversationStore conversations,
      SweepLease lease,
      Scratch scratch,
      Duration every,
      Scheduler io,
      Clock clock) {
    this.files = files;
    this.conversations = conversations;
    this.lease = lease;
    this.scratch = scratch;
    this.every = every;
    this.io = io;
    this.clock = clock;
  }

  @Override
  public void start() {
    loop =
        Flux.interval(FIRST, LOOK)
            .onBackpressureDrop()
            .concatMap(_ -> tidied().then(round()).onErrorResume(FileSweep::reported), 1)
            .subscribe();
  }

  private static Mono<Void> reported(Throwable failure) {
    log.warn("Files were not swept; the next look tries again: {}", failure.toString());
    return Mono.empty();
  }

  /** Each gateway tidies its own scratch folder. */
  private Mono<Void> tidied() {
    return Mono.fromCallable(() -> scratch.tidy(clock.instant(), TOO_YOUNG)).subscribeOn(io).then();
  }

  private Mono<Void> round() {
    return lease
        .take(every)
        .filter(Boolean::booleanValue)
        .flatMap(_ -> sweep().onErrorResume(e -> lease.giveBack().then(Mono.error(e))));
  }

  /**
   * One sweep. Files that belong to another Redis are left alone: a Redis that was restored empty
   * would otherwise take every file for an orphan.
   */
  Mono<Void> sweep() {
    return Mono.zip(lease.home(), files.home())
        .flatMap(
            both ->
                both.getT2().isEmpty()
                    ? files.home(both.getT1()).thenReturn(true)
                    : Mono.just(isOurs(both.getT1(), both.getT2())))
        .filter(Boolean::booleanValue)
        .flatMap(_ -> sweepAll());
  }

  private static boolean isOurs(String ours, Optional<String> theirs) {
    boolean same = theirs.filter(ours::equals).isPresent();
    if (!same) {
      log.error(
          "The kept files belong to another Redis and are not swept. If its conversations are gone"
              + " for good, remove the file or object named home beside them.");
    }
    return same;
  }

  private Mono<Void> sweepAll() {
    return files
        .all()
        .bufferUntilChanged(Kept::thread)
        .concatMap(kept -> sweep(kept.getFirst().thread(), kept), 1)
        .reduce(0, Integer::sum)
        .doOnNext(n -> log.info("Swept {} files that no conversation had", n))
        .then();
  }

  private Mono<Integer> sweep(ThreadId thread, List<Kept> kept) {
    var now = clock.instant();
    var old = kept.stream().filter(k -> k.since().isBefore(now.minus(TOO_YOUNG))).toList();
    return conversations
        .exists(thread)
        .flatMap(there -> there ? orphans(thread, old, now) : Mono.just(old))
        .flatMapIterable(orphans -> orphans)
        .concatMap(orphan -> files.remove(thread, orphan.name()).thenReturn(1))
        .reduce(0, Integer::sum);
  }

  private Mono<List<Kept>> orphans(ThreadId thread, List<Kept> old, Instant now) {
    var doubtful = old.stream().filter(k -> k.since().isAfter(now.minus(PROVEN))).toList();
    return doubtful.isEmpty()
        ? Mono.just(List.of())
        : named(thread)
            .map(named -> doubtful.stream().filter(k -> !named.contains(k.name())).toList());
  }

  /** The names of all contents that the thread's transcripts tell of. */
  private Mono<Set<String>> named(ThreadId thread) {
    return conversations
        .cases(thread)
        .concatMap(conversation -> named(conversation, 0))
        .collect(HashSet::new, Set::add);
  }

  private Flux<String> named(ConversationId conversation, int after) {
    return conversations
        .entriesAfter(conversation, after, PAGE)
        .collectList()
        .flatMapMany(
            entries ->
                Flux.fromStream(
                        entries.stream()
                            .flatMap(e -> e.file().stream())
                            .flatMap(f -> Stream.of(StoredName.of(f), StoredName.ofSmall(f))))
                    .concatWith(
                        entries.size() < PAGE
                            ? Flux.empty()
                            : Flux.defer(() -> named(conversation, after + PAGE))));
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
