package dev.sayonce.engine;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanStream;
import reactor.core.publisher.Flux;

/** All threads there are, for who goes through everything: in no order, and none is waited for. */
public final class ThreadStore {

  private static final int AT_A_TIME = 500;

  private final Redis redis;

  public ThreadStore(Redis redis) {
    this.redis = redis;
  }

  /** Each at least once; one that begins meanwhile may be left out. */
  public Flux<ThreadId> all() {
    var looked = ScanArgs.Builder.matches(RedisKeys.EVERY_THREAD).limit(AT_A_TIME);
    return Flux.fromIterable(redis.masters().values())
        .concatMap(server -> ScanStream.scan(server, looked))
        .map(key -> new ThreadId(key.substring(key.lastIndexOf(':') + 1)))
        .distinct();
  }
}
