package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Entry;
import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of an entry that goes several ways agents see the one that worries most. */
class DeliveryStoreIT {

  private static final ConversationId TALK =
      new ConversationId("07-aaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbb");
  private static final Instant NOW = Instant.parse("2026-05-03T10:00:00Z");
  private static final Delivery WAITING = Delivery.waitingSince(NOW);

  private final SignalFeed signals = new SignalFeed(TestRedis.redis(), "here");
  private final DeliveryStore deliveries =
      new DeliveryStore(TestRedis.redis(), Duration.ofHours(1), signals);
  private final List<Signal> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    TestRedis.flush();
    signals.onSignal(told::add);
  }

  @AfterEach
  void close() {
    signals.close();
  }

  private static Effect.Deliver way(int contact) {
    var entry =
        new Entry(
            12,
            11,
            NOW,
            "e",
            new Entry.Author.Bot(),
            false,
            new Entry.Content.Text("a", List.of()));
    return new Effect.Deliver(
        TALK + ":12" + (contact == 0 ? "" : ":" + contact),
        new Contact(Contact.TELEGRAM, "4" + contact),
        TALK,
        entry);
  }

  private void write(int contact, Delivery delivery) {
    deliveries.write(way(contact), WAITING, delivery).block(Duration.ofSeconds(10));
  }

  @Test
  void tellsTheWorstOfAnEntrysWays() {
    write(0, WAITING.failed("413"));
    write(1, WAITING.complete());

    assertThat(deliveries.read(way(1)).block(Duration.ofSeconds(10)))
        .extracting(Delivery::state)
        .isEqualTo(Delivery.State.SENT);
    assertThat(told)
        .containsExactly(
            new Signal.Delivered(TALK.value(), 12, "failed", "413"),
            new Signal.Delivered(TALK.value(), 12, "failed", "413"));
    assertThat(deliveries.all(TALK).block(Duration.ofSeconds(10)).get(12).why()).isEqualTo("413");
  }

  @Test
  void tellsTheOnlyWayAsItIs() {
    write(0, WAITING.complete());

    assertThat(told).containsExactly(new Signal.Delivered(TALK.value(), 12, "sent", ""));
  }
}
