package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.EffectHandler.Outcome;
import dev.sayonce.redis.Keyspace;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * A holder that was stopped in the middle of its work, past its lease, changes nothing when it
 * wakes up.
 */
class ZombieHolderIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SettableClock clock = new SettableClock();
  private final TestCustomer customer = TestCustomer.pushed(clock);
  private final ThreadId thread = customer.thread();
  private final Deliveries deliveries = new Deliveries();
  private Keyspace redis;
  private TestEngine parent;
  private Process child;

  @BeforeEach
  void stopTheChildInTheMiddleOfItsFirstEffect() throws Exception {
    TestRedis.flush();
    redis = new Keyspace();
    parent = TestEngine.Setup.at(clock).handler(deliveries).patient().start();
    for (int i = 0; i < 3; i++) {
      parent.take(thread, customer.says(Talk.COST));
    }
    child = startChild();
    await().atMost(PATIENCE).until(() -> told().contains("child began 3"));
    signal("STOP");
    await().atMost(PATIENCE).until(() -> redis.commands().exists(lease()) == 0);
    clock.forward(Duration.ofMinutes(5));
  }

  @AfterEach
  void end() throws Exception {
    child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    parent.close();
    redis.close();
  }

  @Test
  void losesNothingToAHolderThatWakesUpAgain() throws Exception {
    deliveries.answer((d, _) -> Mono.just(d.entry().number() < 9 ? Deliveries.DONE : later()));
    parent.dispatcher.start();
    await().atMost(PATIENCE).until(() -> deliveries.to(customer).size() == 3);

    signal("CONT");
    await().atMost(PATIENCE).until(() -> told().contains("child ended 3"));
    assertOutboxStays(1);
    deliveries.answer((_, _) -> Mono.just(Deliveries.DONE));
    clock.forward(MINUTE);
    await().atMost(PATIENCE).until(() -> outbox() == 0);

    assertThat(deliveries.to(customer)).containsExactly("3#2", "7#1", "10#1", "10#2");
    assertThat(told()).containsExactly("child began 3", "child ended 3");
  }

  @Test
  void doesNotLetItFinishWhatAnotherHasBegunAgain() throws Exception {
    deliveries.answer((_, _) -> Mono.just(later()));
    parent.dispatcher.start();
    await().atMost(PATIENCE).until(() -> deliveries.to(customer).size() == 1);

    signal("CONT");
    await().atMost(PATIENCE).until(() -> told().contains("child ended 3"));
    assertOutboxStays(3);
    deliveries.answer((_, _) -> Mono.just(Deliveries.DONE));
    clock.forward(MINUTE);
    await().atMost(PATIENCE).until(() -> outbox() == 0);

    assertThat(deliveries.to(customer)).containsExactly("3#2", "3#3", "7#1", "10#1");
    assertThat(told()).containsExactly("child began 3", "child ended 3");
  }

  private static Outcome later() {
    return new Outcome.TryAgain(MINUTE);
  }

  private void assertOutboxStays(long length) {
    await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofMillis(1500))
        .until(() -> outbox() == length);
  }

  private long outbox() {
    return redis.commands().llen(RedisKeys.outbox(thread));
  }

  private List<String> told() {
    return redis.commands().lrange(ZombieHolder.LOG, 0, -1);
  }

  private String lease() {
    return RedisKeys.lease(thread.partition());
  }

  private static Process startChild() throws IOException {
    var uri = TestRedis.uri();
    var password = uri.getCredentialsProvider().resolveCredentials().block().getPassword();
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            ZombieHolder.class.getName(),
            Integer.toString(uri.getPort()),
            new String(password))
        .redirectErrorStream(true)
        .redirectOutput(new File("target/zombie-holder.log"))
        .start();
  }

  private void signal(String name) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(child.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
