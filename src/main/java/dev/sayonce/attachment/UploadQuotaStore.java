package dev.sayonce.attachment;

import dev.sayonce.attachment.FileRefused.Why;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** How much was sent on a thread within an hour, by each side, whichever gateway took it. */
final class UploadQuotaStore {

  private static final Script COUNT = Script.named("count_upload");
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Redis redis;
  private final FilesProperties.PerHour most;

  UploadQuotaStore(Redis redis, FilesProperties.PerHour most) {
    this.redis = redis;
    this.most = most;
  }

  /** Fails with a refusal if nothing more may be sent for now. */
  Mono<Void> check(ThreadId thread, Sender sender) {
    return count(thread, sender, 0);
  }

  /** Counts a file; fails with a refusal if it would be too much. */
  Mono<Void> count(ThreadId thread, Sender sender, long size) {
    var limits =
        List.of(
            Long.toString(size),
            Integer.toString(most.count()),
            Long.toString(most.size().toBytes()),
            Long.toString(WINDOW.toMillis()));
    return redis
        .run(COUNT, List.of(RedisKeys.uploads(thread, sender.word())), limits)
        .map(reply -> (Long) reply.getFirst())
        .filter(wait -> wait > 0)
        .flatMap(wait -> Mono.error(new FileRefused(Why.TOO_FAST, Duration.ofMillis(wait))));
  }
}
