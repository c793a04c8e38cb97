package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Content.Notice;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.EffectHandler.Outcome;
import dev.sayonce.redis.Keyspace;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is due is done in its time and order, at least once, whichever gateway lives. */
class DispatcherIT {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SettableClock clock = new SettableClock();
  private final TestCustomer customer = TestCustomer.pushed(clock);
  private final ThreadId thread = customer.thread();
  private final Deliveries deliveries = new Deliveries();
  private final List<TestEngine> gateways = new ArrayList<>();
  private Keyspace redis;

  @BeforeEach
  void flush() {
    TestRedis.flush();
    redis = new Keyspace();
  }

  @AfterEach
  void stop() {
    gateways.forEach(TestEngine::close);
    redis.close();
  }

  @Test
  void remindsThenAbandonsAtItsTime() {
    var gateway = start(deliveries);
    gateway.take(thread, customer.says(Talk.COST));

    roundAfter(Duration.ofMinutes(10).minusMillis(1), gateway);
    assertThat(notices(gateway)).doesNotContain("reminded");
    roundAfter(Duration.ofMillis(1), gateway);
    assertThat(notices(gateway)).containsOnlyOnce("reminded").doesNotContain("abandoned");
    roundAfter(Duration.ofMinutes(50).minusMillis(1), gateway);
    assertThat(notices(gateway)).doesNotContain("abandoned");
    roundAfter(Duration.ofMillis(1), gateway);

    assertThat(notices(gateway)).containsOnlyOnce("reminded").containsOnlyOnce("abandoned");
    assertThat(gateway.stored(thread).mode()).isInstanceOf(Mode.Abandoned.class);
    roundAfter(Duration.ZERO, gateway);
    assertThat(redis.commands().zscore(RedisKeys.due(thread.partition()), thread.value())).isNull();
  }

  @Test
  void remembersTimersThroughARestart() {
    var first = start(deliveries);
    first.take(thread, customer.says(Talk.COST));
    first.dispatcher.stop();
    first.crash();
    gateways.clear();

    var second = start(deliveries);
    roundAfter(Duration.ofMinutes(10), second);

    assertThat(notices(second)).containsOnlyOnce("reminded");
  }

  @Test
  void firesATimerOnceThoughTwoGatewaysSeeIt() {
    var a = start(deliveries);
    var b = start(deliveries);
    a.take(thread, customer.says(Talk.COST));
    b.engine.current(thread).block();
    clock.forward(Duration.ofMinutes(10));

    Mono.when(a.engine.wake(thread), b.engine.wake(thread)).block(TestEngine.PATIENCE);
    Mono.when(a.dispatcher.round(), b.dispatcher.round()).block(TestEngine.PATIENCE);

    assertThat(notices(a)).containsOnlyOnce("reminded").doesNotContain("abandoned");
  }

  @Test
  void deliversInOrderToEachThread() {
    var gateway = start(deliveries);
    var customers = IntStream.range(0, 5).mapToObj(_ -> TestCustomer.pushed(clock)).toList();
    for (int i = 0; i < 10; i++) {
      customers.forEach(c -> gateway.take(c.thread(), c.says(Talk.COST)));
    }

    gateway.round();

    for (var c : customers) {
      assertThat(deliveries.to(c)).hasSize(10).isEqualTo(outgoing(gateway, c));
      assertThat(redis.commands().exists(RedisKeys.outbox(c.thread()))).isZero();
    }
  }

  @Test
  void deliversALongLineInOneGo() {
    var gateway = start(deliveries);
    for (int i = 0; i < 120; i++) {
      gateway.take(thread, customer.says(Talk.COST));
    }

    gateway.round();

    assertThat(deliveries.to(customer)).isEqualTo(outgoing(gateway, customer)).hasSize(120);
  }

  @Test
  void triesAgainInItsTimeAndHoldsUpNobodyElse() {
    var gateway = start(deliveries);
    var other = TestCustomer.pushed(clock);
    gateway.take(thread, customer.says(Talk.COST));
    gateway.take(thread, customer.says(Talk.COST));
    gateway.take(other.thread(), other.says(Talk.COST));
    deliveries.answer(
        (d, attempt) ->
            Mono.just(
                d.to().equals(customer.contact()) && attempt == 1 && d.entry().number() < 4
                    ? new Outcome.TryAgain(SECOND.multipliedBy(10))
                    : Deliveries.DONE));

    gateway.round();
    assertThat(deliveries.to(customer)).containsExactly("3#1");
    assertThat(deliveries.to(other)).containsExactly("3#1");
    roundAfter(Duration.ofMillis(9_999), gateway);
    assertThat(deliveries.to(customer)).containsExactly("3#1");
    roundAfter(Duration.ofMillis(1), gateway);

    assertThat(deliveries.to(customer)).containsExactly("3#1", "3#2", "7#1");
  }

  @Test
  void waitsForTheNextAttemptThoughMoreIsSaid() {
    var gateway = start(deliveries);
    gateway.take(thread, customer.says(Talk.COST));
    deliveries.answer((_, _) -> Mono.just(new Outcome.TryAgain(SECOND.multipliedBy(10))));
    gateway.round();

    gateway.take(thread, customer.says(Talk.COST));
    roundAfter(SECOND, gateway);

    assertThat(deliveries.to(customer)).containsExactly("3#1");
  }

  @Test
  void tellsAgentsWhatItGaveUp() {
    var gateway = start(deliveries);
    gateway.take(thread, customer.says(Talk.COST));
    gateway.take(thread, customer.says(Talk.COST));
    deliveries.answer((_, _) -> Mono.just(new Outcome.GaveUp("blocked by the customer")));

    gateway.round();

    assertThat(deliveries.to(customer)).containsExactly("3#1", "7#1");
    assertThat(gateway.transcript(thread))
        .filteredOn(Entry::isPrivate)
        .extracting(Entry::content)
        .filteredOn(Notice.class::isInstance)
        .extracting(n -> ((Notice) n).details())
        .filteredOn(d -> "blocked by the customer".equals(d.get("reason")))
        .extracting(d -> d.get("entry"))
        .containsExactly("3", "7");
    assertThat(redis.commands().exists(RedisKeys.outbox(thread))).isZero();
  }

  @Test
  void givesUpWhatNobodyCanDeliver() {
    var setup = TestEngine.Setup.at(clock);
    var gateway = setup.start();
    gateways.add(gateway);
    gateway.take(thread, customer.says(Talk.COST));

    gateway.round();

    assertThat(notices(gateway)).contains("failed");
    assertThat(redis.commands().exists(RedisKeys.outbox(thread))).isZero();
  }

  @Test
  void triesAgainWhatHangsOrThrows() {
    var gateway = start(TestEngine.Setup.at(clock).handedOutFor(Duration.ofMillis(400)));
    gateway.take(thread, customer.says(Talk.COST));
    deliveries.answer(
        (_, attempt) ->
            switch (attempt) {
              case 1 -> Mono.never();
              case 2 -> throw new IllegalStateException("a bug of the handler");
              default -> Mono.just(Deliveries.DONE);
            });

    gateway.round();
    gateway.round();
    assertThat(deliveries.to(customer)).containsExactly("3#1");
    roundAfter(SECOND, gateway);
    roundAfter(SECOND, gateway);
    assertThat(deliveries.to(customer)).containsExactly("3#1", "3#2");
    roundAfter(SECOND, gateway);

    assertThat(deliveries.to(customer)).containsExactly("3#1", "3#2", "3#3");
    assertThat(redis.commands().exists(RedisKeys.outbox(thread))).isZero();
  }

  @Test
  void keepsTheLeaseThroughSlowWork() {
    var slow = start(deliveries);
    var other = new Deliveries();
    var rival = start(other);
    slow.take(thread, customer.says(Talk.COST));
    var time = TestEngine.FAST.lease().multipliedBy(3);
    deliveries.answer((_, _) -> Mono.delay(time).thenReturn(Deliveries.DONE));

    slow.dispatcher.start();
    await().until(() -> deliveries.to(customer).size() == 1);
    rival.dispatcher.start();
    await().until(() -> redis.commands().exists(RedisKeys.outbox(thread)) == 0);

    assertThat(deliveries.to(customer)).containsExactly("3#1");
    assertThat(other.begun()).isEmpty();
  }

  @Test
  void leavesThePartitionAtOnceWhenStopped() {
    var first = start(deliveries);
    var second = start(new Deliveries());
    first.round();
    first.dispatcher.stop();
    var lease = RedisKeys.lease(thread.partition());
    assertThat(redis.commands().exists(lease)).isZero();
    second.round();
    first.dispatcher.stop();
    assertThat(redis.commands().exists(lease)).as("another's lease stays").isOne();
  }

  @Test
  void doesAgainWhatACrashLeftUnfinished() {
    var a = start(new Deliveries((_, _) -> Mono.never()));
    var b = start(deliveries);
    a.take(thread, customer.says(Talk.COST));
    a.take(thread, customer.says(Talk.COST));
    a.dispatcher.round().subscribe();
    var attempts = RedisKeys.attempts(thread);
    await().until(() -> "1".equals(redis.commands().hget(attempts, "count")));

    gateways.remove(a);
    a.crash();
    b.round();
    assertThat(deliveries.to(customer)).as("the lease still runs").isEmpty();
    clock.forward(TestEngine.FAST.handedOutFor());
    await()
        .until(
            () -> {
              b.round();
              return redis.commands().exists(RedisKeys.outbox(thread)) == 0;
            });

    assertThat(deliveries.to(customer)).containsExactly("3#2", "7#1");
  }

  @Test
  void deliversToAThreadWhoseStateCannotBeRead() {
    var gateway = start(deliveries);
    gateway.take(thread, customer.says(Talk.COST));
    redis.commands().hset(RedisKeys.thread(thread), "state", "garbage");

    clock.forward(Duration.ofMinutes(10));

    gateway.round();

    assertThat(deliveries.to(customer)).containsExactly("3#1");
    assertThat(redis.commands().zscore(RedisKeys.due(thread.partition()), thread.value()))
        .as("its timer is not tried again at every round")
        .isEqualTo(clock.instant().plus(TestEngine.FAST.handedOutFor()).toEpochMilli());
  }

  private TestEngine start(Deliveries to) {
    return start(TestEngine.Setup.at(clock).handler(to));
  }

  private TestEngine start(TestEngine.Setup setup) {
    var gateway = (setup.handlers().isEmpty() ? setup.handler(deliveries) : setup).start();
    gateways.add(gateway);
    return gateway;
  }

  private void roundAfter(Duration time, TestEngine gateway) {
    clock.forward(time);
    gateway.round();
  }

  private List<String> notices(TestEngine gateway) {
    return gateway.transcript(thread).stream()
        .map(Entry::content)
        .filter(Notice.class::isInstance)
        .map(c -> ((Notice) c).code())
        .toList();
  }

  /** What must go out to the customer, each at its first attempt. */
  private static List<String> outgoing(TestEngine gateway, TestCustomer customer) {
    return gateway.transcript(customer.thread()).stream()
        .filter(e -> !e.isPrivate() && !(e.author() instanceof Entry.Author.Customer))
        .map(e -> e.number() + "#1")
        .toList();
  }
}
