package dev.sayonce.engine;

import dev.sayonce.conversation.Circumstances;
import dev.sayonce.conversation.ConversationMachine;
import dev.sayonce.conversation.Desk;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Commits turns whose publish does not reach one gateway: they are published under its own name,
 * which it does not listen to.
 */
public final class LostPublish {

  private static final Duration RETENTION = Duration.ofDays(1);
  private static final int PATIENCE_SECONDS = 10;

  private final Redis redis;
  private final CompletableFuture<String> gateway = new CompletableFuture<>();

  private LostPublish(Redis redis) {
    this.redis = redis;
  }

  /** Learns the name of the first gateway that publishes from now on. */
  public static LostPublish listeningTo(Redis redis, int partitions) {
    var lost = new LostPublish(redis);
    redis
        .listen(
            IntStream.range(0, partitions).mapToObj(RedisKeys::turns).toList(),
            (_, message) -> lost.gateway.complete(message.substring(0, message.indexOf('\n'))))
        .block(Duration.ofSeconds(PATIENCE_SECONDS));
    return lost;
  }

  /** Commits the event's turn. */
  public void commit(ThreadId thread, FlowSet flows, Event event) {
    var name = gateway.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    var store = new ConversationStore(redis, RETENTION, Duration.ofDays(730), name);
    var from = store.load(thread).block(RETENTION);
    var circumstances = new Circumstances(flows, Understanding.NOTHING, Desk.EMPTY);
    var turn = ConversationMachine.on(thread, from.conversation(), event, circumstances);
    var outcome = store.commit(thread, from, event, turn).block(RETENTION);
    if (!(outcome instanceof ConversationStore.Outcome.Done)) {
      throw new AssertionError("Not committed: " + outcome);
    }
  }
}
