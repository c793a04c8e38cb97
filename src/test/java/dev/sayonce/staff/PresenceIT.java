package dev.sayonce.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.redis.EmbeddedRedis;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.RedisProperties;
import dev.sayonce.redis.TestRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PresenceIT {

  private static final Set<String> TEAMS = Set.of("orders", "returns");

  private final AgentStore store = new AgentStore(TestRedis.redis());
  private final Presence here = new Presence(TestRedis.redis(), () -> TEAMS);
  private final Presence there = new Presence(TestRedis.redis(), () -> TEAMS);

  @BeforeEach
  void start() {
    TestRedis.flush();
    store.create(AccountsForTests.agent("a-1", "anna", "orders")).block();
    store.create(AccountsForTests.admin("a-2", "jan")).block();
    here.start();
    there.start();
  }

  @AfterEach
  void stop() {
    here.stop();
    there.stop();
  }

  @Test
  void everyGatewayLearnsWhoIsAtTheConsole() {
    here.arrived("a-1");
    there.arrived("a-2");

    var all = Map.of("a-1", Set.of("orders"), "a-2", TEAMS);
    await().until(() -> here.desk().teamsByAgent().equals(all));
    await().until(() -> there.desk().teamsByAgent().equals(all));
  }

  @Test
  void whoLeftIsGoneHereAtOnceAndElsewhereSoon() {
    here.arrived("a-1");
    await().until(() -> here.isOnline("a-1") && there.isOnline("a-1"));

    here.left("a-1");

    assertThat(here.isOnline("a-1")).isFalse();
    await().atMost(Duration.ofSeconds(4)).until(() -> !there.isOnline("a-1"));
  }

  @Test
  void anAgentIsPresentUntilTheLastOfTheirSocketsCloses() {
    here.arrived("a-1");
    here.arrived("a-1");
    await().until(() -> here.isOnline("a-1"));

    here.left("a-1");
    assertThat(here.isOnline("a-1")).isTrue();
    here.left("a-1");
    assertThat(here.isOnline("a-1")).isFalse();
  }

  @Test
  void leavingOneGatewayIsNotLeavingAnother() {
    here.arrived("a-1");
    there.arrived("a-1");
    await().until(() -> TestRedis.redis().commands().zcard(RedisKeys.PRESENT).block(), n -> n == 2);
    await().until(() -> here.isOnline("a-1") && there.isOnline("a-1"));

    there.left("a-1");

    await().until(() -> TestRedis.redis().commands().zcard(RedisKeys.PRESENT).block(), n -> n == 1);
    assertThat(here.isOnline("a-1")).isTrue();
    await().until(() -> there.isOnline("a-1"));
  }

  @Test
  void aDisabledAgentIsNotPresent() {
    here.arrived("a-1");
    await().until(() -> here.isOnline("a-1"));

    store.change("a-1", Account::disabledNow).block();

    await().atMost(Duration.ofSeconds(5)).until(() -> !here.isOnline("a-1"));
  }

  @Test
  void agentsOfAGatewayThatWasKilledGoWhenTheirTimeIsUp() {
    TestRedis.redis().commands().zadd(RedisKeys.PRESENT, 1, "a-1@killed").block();
    here.arrived("a-2");

    await().until(() -> here.isOnline("a-2"));

    assertThat(here.isOnline("a-1")).isFalse();
    assertThat(TestRedis.redis().commands().zscore(RedisKeys.PRESENT, "a-1@killed").blockOptional())
        .isEmpty();
  }

  @Test
  void outlastsAnOutage(@TempDir Path folder) {
    var server = EmbeddedRedis.start(new RedisProperties.Embedded(folder, "everysec"));
    try (var redis = Redis.connect(server.uri(), Duration.ofSeconds(1))) {
      new AgentStore(redis).create(AccountsForTests.agent("a-1", "anna", "orders")).block();
      var presence = new Presence(redis, () -> TEAMS);
      presence.start();
      presence.arrived("a-1");
      await().until(() -> presence.isOnline("a-1"));

      server.close();
      presence.arrived("a-2");
      await().pollDelay(Duration.ofSeconds(3)).until(() -> presence.isOnline("a-1"));

      presence.stop();
    }
  }
}
