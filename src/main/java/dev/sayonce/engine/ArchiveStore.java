package dev.sayonce.engine;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Whole threads, for looking through them: all cases with their transcripts. Read in two waves of
 * commands, and decoded away from the threads that talk to Redis.
 */
public final class ArchiveStore {

  private static final int MOST_CASES = 50;
  private static final int MOST_ENTRIES = 2000;

  private final Redis redis;
  private final ConversationStore store;

  ArchiveStore(Redis redis, ConversationStore store) {
    this.redis = redis;
    this.store = store;
  }

  /** One conversation with its newest two thousand entries, oldest first. */
  public record Case(ConversationId id, List<Entry> entries) {}

  /** A thread with its newest fifty cases, newest first. */
  public record Archive(Stored stored, List<Case> cases) {}

  /** Empty if the thread is gone. */
  public Mono<Archive> read(ThreadId thread) {
    var ids =
        redis
            .commands()
            .lrange(RedisKeys.cases(thread), -MOST_CASES, -1)
            .map(ConversationId::new)
            .collectList();
    return Mono.zip(store.load(thread), ids)
        .filter(both -> both.getT1().conversation().isPresent())
        .flatMap(
            both ->
                Flux.fromIterable(both.getT2().reversed())
                    .flatMapSequential(this::read, MOST_CASES)
                    .collectList()
                    .map(cases -> new Archive(both.getT1(), cases)));
  }

  private Mono<Case> read(ConversationId id) {
    return redis
        .commands()
        .lrange(RedisKeys.transcript(id), -MOST_ENTRIES, -1)
        .collectList()
        .publishOn(Schedulers.parallel())
        .map(lines -> new Case(id, lines.stream().map(StateJson::readEntry).toList()));
  }
}
