package dev.sayonce.engine;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.RedisKeys;
import java.util.Map;
import java.util.Optional;

/**
 * The index in which a thread stands because of its mode: a team's waiting list or an agent's
 * conversations; and its score there.
 */
final class Places {

  /** Ahead of everybody who waits normally: about thirty years. */
  private static final long FRONT = 1_000_000_000_000L;

  private Places() {}

  /** Key and score; empty while the bot leads or the case is closed. */
  static Map<String, Long> of(ThreadId thread, Optional<Conversation> conversation) {
    return switch (conversation.map(Conversation::mode).orElse(null)) {
      case Mode.Queued q ->
          Map.of(RedisKeys.queue(thread.partition(), q.handoff().team()), rank(q));
      case Mode.WithAgent a ->
          Map.of(RedisKeys.agent(thread.partition(), a.agent().id()), a.claimedAt().toEpochMilli());
      case Mode.WithBot _, Mode.Closed _ -> Map.of();
      case null -> Map.of();
    };
  }

  private static long rank(Mode.Queued queued) {
    long since = queued.handoff().askedAt().toEpochMilli();
    return queued.front() ? since - FRONT : since;
  }
}
