package dev.sayonce.engine;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The right to do what is due in one partition. Whoever holds it shows its token at each step, so
 * that a holder that was stopped past the lease's time and woke up again finds itself locked out.
 */
final class PartitionLease {

  private static final Script TAKE_DUE = Script.named("take_due");
  private static final Script BEGIN = Script.named("begin_effect");
  private static final Script FINISH = Script.named("finish_effect");
  private static final Script RELEASE = Script.named("release_lease");

  private final Redis redis;
  private final int partition;
  private final Duration lease;
  private final String token = UUID.randomUUID().toString();
  private volatile Instant heldUntil = Instant.EPOCH;

  PartitionLease(Redis redis, int partition, Duration lease) {
    this.redis = redis;
    this.partition = partition;
    this.lease = lease;
  }

  /** What of a thread is done in order: the two lists don't wait for each other. */
  enum Lane {
    SAID,
    CALLED;

    private String list(ThreadId thread) {
      return this == SAID ? RedisKeys.outbox(thread) : RedisKeys.calls(thread);
    }

    private String attempts(ThreadId thread) {
      return this == SAID ? RedisKeys.attempts(thread) : RedisKeys.calling(thread);
    }

    private Lane other() {
      return this == SAID ? CALLED : SAID;
    }
  }

  /** What there is to do in a lane. */
  sealed interface Step {

    /** An effect handed out for the given attempt (from 1), as it is written in its list. */
    record Begun(Lane lane, String effect, int attempt) implements Step {}

    /**
     * Nothing now, or the lease is lost.
     *
     * @param otherDue true if there is something to do in the other lane
     */
    record Nothing(boolean otherDue) implements Step {}
  }

  /**
   * Takes or renews the lease; the threads with something due, empty if another gateway holds it.
   */
  Mono<List<ThreadId>> takeDue(Instant now, int limit, Duration handedOutFor) {
    return redis
        .run(
            TAKE_DUE,
            List.of(RedisKeys.lease(partition), RedisKeys.due(partition)),
            List.of(
                token, millis(lease), millis(now), Integer.toString(limit), millis(handedOutFor)))
        .doOnNext(reply -> heldUntil = reply.getFirst().equals("mine") ? now.plus(lease) : now)
        .map(reply -> reply.stream().skip(1).map(id -> new ThreadId((String) id)).toList());
  }

  /** True if it was ours when we last looked and nobody can have taken it since. */
  boolean isHeld(Instant now) {
    return now.isBefore(heldUntil);
  }

  /**
   * Begins an attempt at the first effect of a lane. The thread's timers must have been fired
   * before. A call is nobody else's until it should long have ended, for other rounds go on
   * meanwhile.
   */
  Mono<Step> begin(ThreadId thread, Lane lane, Instant now, Duration handedOutFor) {
    var until = lane == Lane.CALLED ? millis(now.plus(handedOutFor)) : "";
    return redis
        .run(
            BEGIN,
            List.of(
                RedisKeys.lease(partition),
                RedisKeys.thread(thread),
                lane.list(thread),
                lane.attempts(thread),
                RedisKeys.due(partition),
                lane.other().list(thread),
                lane.other().attempts(thread)),
            List.of(token, thread.value(), millis(now), millis(handedOutFor), until))
        .map(reply -> step(lane, reply));
  }

  private static Step step(Lane lane, List<Object> reply) {
    return switch ((String) reply.getFirst()) {
      case "effect" ->
          new Step.Begun(lane, (String) reply.get(1), Integer.parseInt((String) reply.get(2)));
      case "nothing" -> new Step.Nothing(reply.get(1).equals("1"));
      default -> new Step.Nothing(false);
    };
  }

  /**
   * Ends an attempt: for good, or to be tried again at that time. False if the lease was lost
   * meanwhile.
   */
  Mono<Boolean> finish(ThreadId thread, Step.Begun begun, Optional<Instant> again) {
    return redis
        .run(
            FINISH,
            List.of(
                RedisKeys.lease(partition),
                begun.lane().list(thread),
                begun.lane().attempts(thread)),
            List.of(token, begun.effect(), again.map(PartitionLease::millis).orElse("")))
        .map(reply -> reply.getFirst().equals("done"));
  }

  Mono<Void> release() {
    return redis.run(RELEASE, List.of(RedisKeys.lease(partition)), List.of(token)).then();
  }

  private static String millis(Instant at) {
    return Long.toString(at.toEpochMilli());
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
