package dev.sayonce.engine;

import dev.sayonce.conversation.Complaint;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.RedisKeys;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The indexes in which a thread stands because of its mode, with its score in each: always a {@link
 * Shelf}, a team's waiting list or an agent's conversations, where somebody's word is asked for,
 * and, with a complaint that is open, those of its team.
 */
public final class Places {

  /** Ahead of everybody who waits normally: about thirty years. */
  private static final long FRONT = 1_000_000_000_000L;

  /** No one waits normally since before 2017, and no one in front gets here before 2049. */
  public static final long FIRST_NORMAL_RANK = 1_500_000_000_000L;

  private Places() {}

  /** Key and score, the shelf first. */
  static Map<String, Long> of(ThreadId thread, Conversation conversation, Instant lastEvent) {
    var places = new LinkedHashMap<String, Long>();
    int partition = thread.partition();
    places.put(Shelf.of(conversation).key(partition), lastEvent.toEpochMilli());
    switch (conversation.mode()) {
      case Mode.Queued q -> places.put(RedisKeys.queue(partition, q.handoff().team()), rank(q));
      case Mode.WithAgent a ->
          places.put(RedisKeys.agent(partition, a.agent().id()), a.claimedAt().toEpochMilli());
      case Mode.WithBot _, Mode.Closed _ -> {}
    }
    conversation.approvals().stream()
        .findFirst()
        .ifPresent(a -> places.put(RedisKeys.approvals(partition), a.at().toEpochMilli()));
    conversation.complaints().stream()
        .filter(Complaint::isOpen)
        .forEach(
            c ->
                places.merge(
                    RedisKeys.complaints(partition, c.filed().team()),
                    c.urgency().toEpochMilli(),
                    Math::min));
    return places;
  }

  private static long rank(Mode.Queued queued) {
    long since = queued.handoff().askedAt().toEpochMilli();
    return queued.front() ? since - FRONT : since;
  }

  /** Since when somebody of that rank waits. */
  public static Instant since(long rank) {
    return Instant.ofEpochMilli(rank < FIRST_NORMAL_RANK ? rank + FRONT : rank);
  }
}
