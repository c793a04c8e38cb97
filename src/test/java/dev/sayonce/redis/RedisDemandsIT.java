package dev.sayonce.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sayonce.StartupRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A Redis that would lose or mix up conversations is refused before anything is accepted. */
class RedisDemandsIT {

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void begin() {
    TestRedis.flush();
    logged.start();
    logger().addAppender(logged);
  }

  @AfterEach
  void restore() {
    logger().detachAppender(logged);
    configure("maxmemory-policy", "noeviction");
    configure("appendonly", "yes");
    TestRedis.flush();
  }

  @Test
  void takesARedisThatKeepsEverything() {
    assertThatCode(() -> check(16)).doesNotThrowAnyException();
    assertThatCode(() -> check(16)).doesNotThrowAnyException();
    assertThat(logged.list).isEmpty();
  }

  @Test
  void refusesOneThatEvicts() {
    configure("maxmemory-policy", "allkeys-lru");

    assertThatThrownBy(() -> check(16))
        .isInstanceOfSatisfying(
            StartupRefused.class,
            e -> {
              assertThat(e.what()).contains("allkeys-lru");
              assertThat(e.remedy()).contains("noeviction");
            });
    assertThat(TestRedis.redis().commands().get(RedisKeys.PARTITIONS).block())
        .as("nothing is written to a Redis that is refused")
        .isNull();
  }

  @Test
  void refusesOneWithAnotherNumberOfPartitions() {
    check(16);

    assertThatThrownBy(() -> check(32))
        .isInstanceOfSatisfying(
            StartupRefused.class,
            e -> {
              assertThat(e.what()).contains("16", "32");
              assertThat(e.remedy()).contains("16");
            });
    assertThatCode(() -> check(16)).doesNotThrowAnyException();
  }

  @Test
  void onlyWarnsWithoutAnAppendOnlyFile() {
    configure("appendonly", "no");

    assertThatCode(() -> check(16)).doesNotThrowAnyException();

    assertThat(logged.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.WARN);
              assertThat(event.getFormattedMessage()).contains("append-only", "appendonly yes");
            });
  }

  @Test
  void refusesOneThatIsTooOld() throws Exception {
    try (var old = new OldRedis("6.2.14");
        var redis = Redis.connect(old.uri(), Duration.ofSeconds(5))) {
      assertThatThrownBy(() -> new RedisDemands(redis, properties(16)).check().block())
          .isInstanceOf(StartupRefused.class)
          .hasMessageContaining("6.2.14");
    }
  }

  private static void check(int partitions) {
    new RedisDemands(TestRedis.redis(), properties(partitions)).check().block();
  }

  private static RedisProperties properties(int partitions) {
    return new RedisProperties(
        "",
        "",
        "",
        "",
        Optional.empty(),
        Duration.ofSeconds(2),
        partitions,
        Duration.ofDays(400),
        new RedisProperties.Embedded(Path.of("unused"), "always"));
  }

  private static void configure(String name, String value) {
    TestRedis.redis().commands().configSet(name, value).block();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(RedisDemands.class);
  }
}
