package dev.sayonce.engine;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All threads by their last event, over all partitions. A page takes one wave of commands at once,
 * however many shelves it is merged from.
 */
public final class ShelfStore {

  private final Redis redis;
  private final int partitions;

  ShelfStore(Redis redis, int partitions) {
    this.redis = redis;
    this.partitions = partitions;
  }

  /** The newest threads of the shelves below {@code before}, newest first. */
  public Mono<List<Recent>> newest(Collection<Shelf> shelves, Optional<Recent> before, int limit) {
    return Flux.range(0, partitions)
        .flatMapIterable(p -> shelves.stream().map(s -> s.key(p)).toList())
        .flatMap(key -> newest(key, before, limit), Integer.MAX_VALUE)
        .sort(Recent.NEWEST_FIRST)
        .take(limit)
        .collectList();
  }

  private Flux<Recent> newest(String key, Optional<Recent> before, int limit) {
    return before
        .map(b -> Flux.merge(sameTime(key, b), below(key, Range.Boundary.excluding(b.at()), limit)))
        .orElseGet(() -> below(key, Range.Boundary.unbounded(), limit));
  }

  /** Of several threads with the cursor's time some may have been told and others not. */
  private Flux<Recent> sameTime(String key, Recent before) {
    return redis
        .commands()
        .zrangebyscore(key, Range.create(before.at(), before.at()))
        .map(thread -> new Recent(before.at(), new ThreadId(thread)))
        .filter(r -> r.isBelow(before));
  }

  private Flux<Recent> below(String key, Range.Boundary<Long> top, int limit) {
    return redis
        .commands()
        .zrevrangebyscoreWithScores(
            key, Range.from(Range.Boundary.unbounded(), top), Limit.from(limit))
        .map(v -> new Recent((long) v.getScore(), new ThreadId(v.getValue())));
  }
}
