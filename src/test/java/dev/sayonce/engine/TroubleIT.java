package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Handoff;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.redis.Keyspace;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is refused as a whole or ends with a person, and never stands in the way. */
class TroubleIT {

  private static final String POISON = "words that nobody can bear";

  private final SettableClock clock = new SettableClock();
  private final TestCustomer customer = TestCustomer.onTheWeb(clock);
  private final ThreadId thread = customer.thread();
  private final List<TestEngine> gateways = new ArrayList<>();
  private final CountDownLatch thinking = new CountDownLatch(1);
  private Keyspace redis;

  @BeforeEach
  void flush() {
    TestRedis.flush();
    redis = new Keyspace();
  }

  @AfterEach
  void stop() {
    thinking.countDown();
    gateways.forEach(TestEngine::close);
    redis.close();
  }

  @Test
  void commitsAnEventRawAtItsThirdFailure() {
    var gateway = start(setup().understander(this::understandOrFail));
    gateway.take(thread, customer.says(Talk.COST));
    var poison = customer.says(POISON);
    var next = customer.says(Talk.COST);

    assertThatThrownBy(() -> gateway.take(thread, poison)).hasMessage(POISON);
    assertThatThrownBy(() -> gateway.take(thread, poison)).hasMessage(POISON);
    assertThat(texts(gateway)).doesNotContain(POISON);
    var receipt = gateway.take(thread, poison);
    gateway.take(thread, next);

    assertThat(texts(gateway)).contains(POISON);
    assertThat(gateway.stored(thread).mode())
        .isInstanceOfSatisfying(
            Mode.Queued.class,
            q -> assertThat(q.handoff().reason()).isEqualTo(Handoff.Reason.BROKEN));
    assertThat(gateway.take(thread, poison)).isEqualTo(receipt);
    assertThat(gateway.transcript(thread)).extracting(Entry::event).contains(next.id());
  }

  @Test
  void countsFailuresAcrossGateways() {
    var poison = customer.says(POISON);
    for (int i = 0; i < 2; i++) {
      var gateway = start(setup().understander(this::understandOrFail));
      assertThatThrownBy(() -> gateway.take(thread, poison)).hasMessage(POISON);
    }
    var third = start(setup().understander(this::understandOrFail));

    assertThat(third.take(thread, poison).first()).isEqualTo(1);
    assertThat(texts(third)).contains(POISON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "{\"format\":99}", "{}", ""})
  void beginsAnewWhereTheStateCannotBeRead(String state) {
    var first = start(setup());
    first.take(thread, customer.says(Talk.COST));
    var old = first.stored(thread).id();
    var key = RedisKeys.transcript(old);
    var transcript = redis.commands().lrange(key, 0, -1);
    redis.commands().hset(RedisKeys.thread(thread), "state", state);
    var gateway = start(setup());

    var said = customer.says("is anybody there?");
    var receipt = gateway.take(thread, said);

    assertThat(receipt.conversation()).isNotEqualTo(old);
    assertThat(texts(gateway)).contains("is anybody there?");
    assertThat(gateway.stored(thread).mode()).isInstanceOf(Mode.Queued.class);
    assertThat(redis.commands().get(RedisKeys.unreadable(thread))).isEqualTo(state);
    assertThat(redis.commands().lrange(key, 0, -1)).isEqualTo(transcript).isNotEmpty();
    assertThat(gateway.store.cases(thread).collectList().block())
        .containsExactly(old, receipt.conversation());
    assertThat(gateway.take(thread, said)).isEqualTo(receipt);
  }

  @Test
  void answersARepeatedEventThoughTheStateCannotBeRead() {
    var first = start(setup());
    var event = customer.says(Talk.COST);
    var receipt = first.take(thread, event);
    redis.commands().hset(RedisKeys.thread(thread), "state", "garbage");

    assertThat(start(setup()).take(thread, event)).isEqualTo(receipt);
  }

  @Test
  void tellsListsOfThreadsThatAStateCannotBeRead() {
    var gateway = start(setup());
    gateway.take(thread, customer.says(Talk.STRANGE));
    redis.commands().hset(RedisKeys.thread(thread), "state", "garbage");

    assertThatThrownBy(() -> gateway.store.load(thread).block())
        .as("what lists leave out")
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(thread.value());
  }

  @Test
  void acceptsNothingWhileTooMuchWaitsToBeUnderstood() throws Exception {
    var begun = new CountDownLatch(1);
    var gateway = start(setup().thinking(1, 1).understander(words -> understandSlowly(begun)));
    var others = List.of(TestCustomer.onTheWeb(clock), TestCustomer.onTheWeb(clock));
    var first = gateway.engine.handle(others.get(0).thread(), others.get(0).says("1")).toFuture();
    assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
    var second = gateway.engine.handle(others.get(1).thread(), others.get(1).says("2")).toFuture();
    await().until(() -> gateway.thinking.waiting() == 1);
    var before = redis.contents();
    var event = customer.says("3");

    assertThatThrownBy(() -> gateway.take(thread, event)).isInstanceOf(Busy.class);
    assertThat(redis.contents()).isEqualTo(before);

    thinking.countDown();
    first.get(5, TimeUnit.SECONDS);
    second.get(5, TimeUnit.SECONDS);
    assertThat(gateway.take(thread, event).first()).isEqualTo(1);
  }

  @Test
  void takesAnEventOnceThatIsSentAgainAfterRedisKeptSilent() {
    var impatient = start(setup().timeout(Duration.ofMillis(200)));
    var patient = start(setup());
    patient.take(thread, customer.says(Talk.COST));
    impatient.engine.current(thread).block();
    var event = customer.says("can you hear me?");

    redis.commands().clientPause(700);
    assertThatThrownBy(() -> impatient.take(thread, event))
        .satisfies(e -> assertThat(Poison.isPoison(e)).isFalse());
    patient.take(thread, event);
    impatient.take(thread, event);

    assertThat(texts(patient)).containsOnlyOnce("can you hear me?");
  }

  @Test
  void changesNothingWhereRedisRefusesATurn() {
    var gateway = start(setup());
    gateway.take(thread, customer.says(Talk.COST));
    var seen = RedisKeys.seen(thread);
    redis.commands().rename(seen, "kept");
    redis.commands().set(seen, "not a hash");
    var before = redis.contents();
    var event = customer.says("refused at first");

    assertThatThrownBy(() -> gateway.take(thread, event))
        .isInstanceOf(RedisCommandExecutionException.class);
    var after = redis.contents();
    assertThat(after.keySet().removeIf(key -> key.contains(":failures:"))).isTrue();
    assertThat(after).isEqualTo(before);
    redis.commands().rename("kept", seen);

    gateway.take(thread, event);
    gateway.take(thread, event);
    assertThat(texts(gateway)).containsOnlyOnce("refused at first");
  }

  @Test
  void refusesATurnThatWouldLeaveAGap() {
    var gateway = start(setup());
    gateway.take(thread, customer.says(Talk.COST));
    var conversation = gateway.stored(thread).id();
    redis.commands().rpop(RedisKeys.transcript(conversation));
    var before = redis.contents();

    assertThatThrownBy(() -> gateway.take(thread, customer.says("after the gap")))
        .hasMessageContaining("GAP");
    assertThat(redis.commands().lrange(RedisKeys.transcript(conversation), 0, -1).toString())
        .isEqualTo(before.get(RedisKeys.transcript(conversation)));
  }

  private TestEngine.Setup setup() {
    return TestEngine.Setup.at(clock);
  }

  private TestEngine start(TestEngine.Setup setup) {
    var gateway = setup.start();
    gateways.add(gateway);
    return gateway;
  }

  private Understanding understandOrFail(String words) {
    if (words.equals(POISON)) {
      throw new IllegalStateException(POISON);
    }
    return Talk.understand(words);
  }

  private Understanding understandSlowly(CountDownLatch begun) {
    try {
      begun.countDown();
      thinking.await(20, TimeUnit.SECONDS);
      return Understanding.NOTHING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> texts(TestEngine gateway) {
    return gateway.transcript(thread).stream()
        .filter(e -> e.content() instanceof Content.Text)
        .map(e -> e.text().orElseThrow())
        .toList();
  }
}
