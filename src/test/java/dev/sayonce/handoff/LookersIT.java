package dev.sayonce.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.redis.TestRedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two gateways know who looks at the other, as long as it lives. */
class LookersIT {

  private static final int PARTITIONS = 16;
  private static final Agent ANNA = new Agent("anna", "Anna");
  private static final Agent BORIS = new Agent("boris", "Boris");
  private static final ConversationId CASE =
      new ConversationId("07-abcdefghijklmnopqrstuvwxyz.aaaaaaaa");

  private final MovableClock clock = new MovableClock();
  private final SignalFeed feedA = feed();
  private final SignalFeed feedB = feed();
  private final Lookers atA = new Lookers(feedA, clock);
  private final Lookers atB = new Lookers(feedB, clock);

  private static SignalFeed feed() {
    var feed = new SignalFeed(TestRedis.redis(), UUID.randomUUID().toString());
    feed.listen(PARTITIONS).block(Duration.ofSeconds(5));
    return feed;
  }

  @AfterEach
  void stop() {
    atA.stop();
    atB.stop();
    feedA.close();
    feedB.close();
  }

  @Test
  void hearsFromTheOthersWhenItBeginsToLook() {
    atB.look(CASE, BORIS, "console of Boris");
    atA.look(CASE, ANNA, "console of Anna");

    tillNames(atA, "Anna", "Boris");
    tillNames(atB, "Anna", "Boris");
  }

  @Test
  void namesAnAgentWithTwoConsolesOnce() {
    atA.look(CASE, ANNA, "one");
    atA.look(CASE, ANNA, "another");
    tillNames(atB, "Anna");
    atA.away(CASE, "one");
    tillNames(atB, "Anna");
    atA.away(CASE, "another");
    tillNames(atB);
    assertThat(atA.isLookedAt(CASE)).isFalse();
    assertThat(atB.isLookedAt(CASE)).isFalse();
  }

  @Test
  void forgetsAGatewayThatTellsNothingAnyMore() {
    atB.look(CASE, BORIS, "console of Boris");
    tillNames(atA, "Boris");
    atA.start();
    clock.now = clock.now.plusSeconds(39);
    assertThat(atA.isLookedAt(CASE)).isTrue();

    clock.now = clock.now.plusSeconds(2);

    tillNames(atA);
    assertThat(atA.isLookedAt(CASE)).isFalse();
  }

  private static void tillNames(Lookers lookers, String... names) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                lookers.at(CASE).stream()
                    .map(Lookers.Looker::name)
                    .toList()
                    .equals(List.of(names)));
  }

  /** Stands still till it is moved. */
  private static final class MovableClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-23T11:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
