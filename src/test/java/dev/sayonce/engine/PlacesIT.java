package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Desk;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Keyspace;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread stands in exactly the lists that its mode says, and every key lives as long as said. */
class PlacesIT {

  private final SettableClock clock = new SettableClock();
  private final TestCustomer customer = TestCustomer.onTheWeb(clock);
  private final ThreadId thread = customer.thread();
  private TestEngine gateway;
  private Keyspace redis;

  @BeforeEach
  void start() {
    TestRedis.flush();
    gateway = TestEngine.Setup.at(clock).start();
    redis = new Keyspace();
  }

  @AfterEach
  void stop() {
    gateway.close();
    redis.close();
  }

  @Test
  void followsTheModeThroughItsWholeLife() {
    gateway.take(thread, customer.says(Talk.COST));
    assertStands("nowhere", "recent:bot");
    gateway.take(thread, customer.says(Talk.STRANGE));
    assertStands("queue:orders", "recent:queued:orders");
    gateway.take(thread, customer.says("are you there?"));
    assertStands("queue:orders", "recent:queued:orders");
    gateway.take(thread, customer.claimedBy(Talk.ANNA, current()));
    assertStands("agent:anna", "recent:open:orders");
    gateway.take(thread, customer.claimedBy(Talk.BORIS, current()));
    assertStands("agent:anna", "recent:open:orders");
    goSilent();
    assertStands("queue:orders", "recent:queued:orders");
    gateway.take(thread, customer.claimedBy(Talk.BORIS, current()));
    assertStands("agent:boris", "recent:open:orders");
    gateway.take(thread, customer.handedBackBy(Talk.BORIS, current()));
    assertStands("nowhere", "recent:bot");
    gateway.take(thread, customer.claimedBy(Talk.ANNA, current()));
    assertStands("agent:anna", "recent:open:orders");
    gateway.take(thread, customer.resolvedBy(Talk.ANNA, current()));
    assertStands("nowhere", "recent:closed:orders");
    gateway.take(thread, customer.says("it broke again"));
    assertStands("agent:anna", "recent:open:orders");
    gateway.take(thread, customer.repliedBy(Talk.ANNA, current(), "Let me see."));
    clock.forward(Duration.ofHours(2));
    gateway.engine.wake(thread).block(TestEngine.PATIENCE);
    clock.forward(Duration.ofHours(2));
    gateway.engine.wake(thread).block(TestEngine.PATIENCE);
    assertStands("nowhere", "recent:closed:orders");
  }

  @Test
  void standsWithWhatEndedWithoutAPerson() {
    gateway.take(thread, customer.says(Talk.COST));
    goSilent();
    goSilent();
    clock.forward(Duration.ofHours(2));
    gateway.engine.wake(thread).block(TestEngine.PATIENCE);
    assertStands("nowhere", "recent:closed");
  }

  @Test
  void movesUpWithEachEvent() {
    var shelf = Shelf.BOT.key(thread.partition());
    gateway.take(thread, customer.says(Talk.COST));
    assertThat(lastEventOn(shelf)).isEqualTo(clock.instant().toEpochMilli());
    clock.forward(Duration.ofMinutes(3));
    gateway.take(thread, customer.says(Talk.COST));
    assertThat(lastEventOn(shelf)).isEqualTo(clock.instant().toEpochMilli());
  }

  @Test
  void makesRoomOnTheShelfForThoseWhoAreStillKept() {
    var earlier = inThePartitionOf(thread);
    gateway.take(earlier.thread(), earlier.says(Talk.COST));
    clock.forward(TestEngine.RETENTION.plusSeconds(1));
    gateway.take(thread, customer.says(Talk.COST));
    assertThat(redis.commands().zrange(Shelf.BOT.key(thread.partition()), 0, -1))
        .containsExactly(thread.value());
  }

  @Test
  void takesUpAThreadOfTheTimeBeforeTheShelves() {
    gateway.take(thread, customer.says(Talk.STRANGE));
    redis.commands().del(Shelf.of(Shelf.Kind.QUEUED, "orders").key(thread.partition()));
    gateway.take(thread, customer.claimedBy(Talk.ANNA, current()));
    assertStands("agent:anna", "recent:open:orders");
  }

  private long lastEventOn(String shelf) {
    return redis.commands().zscore(shelf, thread.value()).longValue();
  }

  @Test
  void standsWithTheTeamOfTheFlow() {
    gateway.take(thread, customer.says(Talk.RETURN + " AB123456"));
    gateway.take(thread, customer.says("Damaged"));
    assertStands("queue:office", "recent:queued:office");
  }

  @Test
  void standsNowhereOnceErased() {
    gateway.take(thread, customer.says(Talk.STRANGE));
    gateway.store.erase(thread, gateway.store.load(thread).block()).block();
    assertStands("nowhere", "nowhere");
    assertThat(redis.commands().zscore(RedisKeys.due(thread.partition()), thread.value())).isNull();
  }

  @Test
  void servesWhoWasInAPersonsHandsBeforeAllOthers() {
    var earlier = inThePartitionOf(thread);
    gateway.take(earlier.thread(), earlier.says(Talk.STRANGE));
    clock.forward(Duration.ofMinutes(1));
    gateway.take(thread, customer.says(Talk.STRANGE));
    assertThat(waiting()).containsExactly(earlier.thread(), thread);

    gateway.take(thread, customer.claimedBy(Talk.ANNA, current()));
    goSilent();

    assertThat(waiting()).containsExactly(thread, earlier.thread());
  }

  @Test
  void tellsTheJournalOfEveryTurnButNobodysWords() {
    var words = "my secret order AB123456 me@example.com";
    gateway.take(thread, customer.says(Talk.RETURN));
    gateway.take(thread, customer.says(words));
    gateway.take(thread, customer.says(words + " once more"));
    gateway.take(thread, customer.claimedBy(Talk.ANNA, current()));
    gateway.take(thread, customer.repliedBy(Talk.ANNA, current(), "a secret answer"));
    gateway.take(thread, customer.repliedBy(Talk.BORIS, current(), "a late secret"));

    var lines = redis.commands().xrange(RedisKeys.journal(thread.partition()), Range.unbounded());

    assertThat(lines).hasSize(6);
    assertThat(lines.toString())
        .doesNotContain("secret", "AB123456", "example.com", customer.contact().address(), "Anna")
        .contains("CustomerSaid", "AgentClaimed", "\"late\":true");
  }

  @Test
  void givesEveryKeyItsTime() {
    var pushed = TestCustomer.pushed(clock);
    gateway.take(pushed.thread(), pushed.says(Talk.COST));
    gateway.take(thread, customer.says(Talk.STRANGE));
    gateway.store.countFailure(thread, "test:1").block();
    gateway.store.setAside(thread, "garbage").block();
    gateway.dispatcher.round().block();

    var lives = redis.lives();

    assertThat(lives).isNotEmpty().allSatisfy(PlacesIT::assertLife);
    assertThat(lives.keySet().stream().map(PlacesIT::kind).distinct())
        .containsExactlyInAnyOrder(
            "thread",
            "cases",
            "transcript",
            "seen",
            "due",
            "queue",
            "recent",
            "journal",
            "lease",
            "failures",
            "unreadable",
            "active",
            "teams",
            "set");
  }

  @Test
  void keepsTheOutboxUntilItIsDone() {
    var pushed = TestCustomer.pushed(clock);
    gateway.take(pushed.thread(), pushed.says(Talk.COST));
    assertThat(redis.commands().pttl(RedisKeys.outbox(pushed.thread()))).isEqualTo(-1);
    gateway.round();
    assertThat(redis.commands().exists(RedisKeys.outbox(pushed.thread()))).isZero();
    assertThat(redis.commands().exists(RedisKeys.attempts(pushed.thread()))).isZero();
  }

  /** As the table of {@link RedisKeys} says. */
  private static void assertLife(String key, long life) {
    long retention = TestEngine.RETENTION.toMillis();
    long most =
        switch (kind(key)) {
          case "thread", "cases", "transcript", "recent", "unreadable" -> retention;
          case "set" -> retention + Duration.ofDays(1).toMillis();
          case "seen" -> Duration.ofHours(48).toMillis();
          case "failures" -> Duration.ofDays(1).toMillis();
          case "lease" -> TestEngine.FAST.lease().toMillis();
          case "outbox", "attempts", "due", "queue", "agent", "journal", "active", "teams" -> -1;
          case String other -> throw new AssertionError("Nobody knows the key " + key);
        };
    long least = most == -1 ? -1 : Math.max(1, most - 60_000);
    assertThat(life).as(key).isBetween(least, most);
  }

  private static String kind(String key) {
    return key.split(":")[1];
  }

  private void assertStands(String where, String shelf) {
    var places = new java.util.ArrayList<>(redis.standings("queue", thread.value()));
    places.addAll(redis.standings("agent", thread.value()));
    assertThat(places).isEqualTo(where.equals("nowhere") ? List.of() : List.of(where));
    assertThat(redis.standings("recent", thread.value()))
        .isEqualTo(shelf.equals("nowhere") ? List.of() : List.of(shelf));
  }

  private ConversationId current() {
    return gateway.stored(thread).id();
  }

  /** The agent leaves, the customer waits in vain. */
  private void goSilent() {
    gateway.desk = Desk.EMPTY;
    clock.forward(Duration.ofMinutes(5));
    gateway.engine.wake(thread).block(TestEngine.PATIENCE);
    gateway.desk = TestEngine.STAFFED;
  }

  private List<ThreadId> waiting() {
    return gateway
        .store
        .waiting(thread.partition(), "orders")
        .map(ConversationStore.Ranked::thread)
        .collectList()
        .block();
  }

  private TestCustomer inThePartitionOf(ThreadId other) {
    return java.util.stream.Stream.generate(() -> TestCustomer.onTheWeb(clock))
        .filter(c -> c.thread().partition() == other.partition())
        .findFirst()
        .orElseThrow();
  }
}
