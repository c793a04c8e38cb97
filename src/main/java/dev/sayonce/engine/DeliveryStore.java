package dev.sayonce.engine;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Effect;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The delivery records of conversations; whoever looks on hears of what agents are shown. */
public final class DeliveryStore {

  private static final Script WRITE = Script.named("write_delivery");

  private static final int MOST_WAITING = 500;

  private final Redis redis;
  private final Duration retention;
  private final SignalFeed signals;

  public DeliveryStore(Redis redis, Duration retention, SignalFeed signals) {
    this.redis = redis;
    this.retention = retention;
    this.signals = signals;
  }

  /** Empty if nothing is written of it. */
  public Mono<Delivery> read(Effect.Deliver effect) {
    return redis
        .commands()
        .hget(RedisKeys.deliveries(effect.conversation()), effect.key())
        .map(StateJson::readDelivery);
  }

  /**
   * By the entry's number, of all that were ever on their way; of an entry on several ways the one
   * that worries most.
   */
  public Mono<Map<Integer, Delivery>> all(ConversationId conversation) {
    return waiting(conversation)
        .concatWith(written(conversation))
        .reduce(new HashMap<String, Delivery>(), DeliveryStore::with)
        .map(DeliveryStore::byNumber);
  }

  private record Kept(String key, Delivery delivery) {}

  private static HashMap<String, Delivery> with(HashMap<String, Delivery> all, Kept kept) {
    all.put(kept.key(), kept.delivery());
    return all;
  }

  private static Map<Integer, Delivery> byNumber(Map<String, Delivery> all) {
    return all.entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> Integer.parseInt(e.getKey().split(":", 2)[0]),
                Map.Entry::getValue,
                Delivery::worse));
  }

  private Flux<Kept> written(ConversationId conversation) {
    return redis
        .commands()
        .hgetall(RedisKeys.deliveries(conversation))
        .map(kv -> new Kept(kv.getKey(), StateJson.readDelivery(kv.getValue())));
  }

  /** What stands in the outbox has not been sent, whether or not anything is written of it. */
  private Flux<Kept> waiting(ConversationId conversation) {
    return redis
        .commands()
        .lrange(RedisKeys.outbox(conversation.thread()), 0, MOST_WAITING)
        .map(StateJson::readEffect)
        .ofType(Effect.Deliver.class)
        .filter(effect -> effect.conversation().equals(conversation))
        .map(effect -> new Kept(effect.key(), Delivery.waitingSince(effect.entry().at())));
  }

  /** Writes it down; it is told if agents may see a difference. */
  public Mono<Delivery> write(Effect.Deliver effect, Delivery before, Delivery delivery) {
    var args =
        List.of(effect.key(), StateJson.write(delivery), Long.toString(retention.toMillis()));
    return redis
        .run(WRITE, List.of(RedisKeys.deliveries(effect.conversation())), args)
        .doOnNext(
            all -> {
              if (before.state() != delivery.state() || !before.why().equals(delivery.why())) {
                tell(effect, worst(all, delivery));
              }
            })
        .thenReturn(delivery);
  }

  private static Delivery worst(List<Object> all, Delivery written) {
    return all.stream()
        .map(json -> StateJson.readDelivery((String) json))
        .reduce(written, Delivery::worse);
  }

  /** Of an entry on several ways agents see the one that worries most. */
  private void tell(Effect.Deliver effect, Delivery now) {
    var conversation = effect.conversation().value();
    signals.tell(
        new Signal.Delivered(conversation, effect.entry().number(), now.state().word(), now.why()));
  }
}
