package dev.sayonce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.redis.Keyspace;
import dev.sayonce.redis.TestRedis;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doctor sees what would go wrong, says what to do, and touches nothing. */
class DoctorCommandIT {

  private final StringWriter out = new StringWriter();
  private TelegramStub telegram;

  @BeforeEach
  void begin() {
    TestRedis.flush();
    telegram = new TelegramStub();
  }

  @AfterEach
  void end() {
    telegram.close();
    TestRedis.redis().commands().configSet("maxmemory-policy", "noeviction").block();
  }

  private static String redis() {
    return "--sayonce.redis.url=" + TestRedis.url();
  }

  private int doctor(String... settings) {
    var writer = new PrintWriter(out, true);
    var terminal =
        new Terminal(new BufferedReader(new StringReader("")), writer, writer, false, false);
    var args = new ArrayList<>(List.of("doctor"));
    args.addAll(List.of(settings));
    return Cli.run(terminal, args.toArray(String[]::new));
  }

  @Test
  void isContentWithWhatWorksAndLeavesNoTrace() {
    int code = doctor(telegram.settings(redis()));

    assertThat(out.toString())
        .contains("Redis: reachable", "Clock: the same", "@" + TelegramStub.NAME)
        .contains("long polling")
        .doesNotContain("wrong", TelegramStub.TOKEN);
    assertThat(code).isEqualTo(Cli.GOOD);
    try (var keys = new Keyspace()) {
      assertThat(keys.contents()).isEmpty();
    }
  }

  @Test
  void tellsOfAWrongToken() {
    telegram.onCall(_ -> java.util.Optional.of(TelegramStub.Misdeed.refused(401, "Unauthorized")));

    int code = doctor(telegram.settings(redis()));

    assertThat(out.toString())
        .contains("Telegram does not know the token", "BotFather")
        .doesNotContain(TelegramStub.TOKEN);
    assertThat(code).isEqualTo(Cli.PROBLEMS);
  }

  @Test
  void tellsOfAWebhookWithoutAnAddress() {
    int code = doctor(telegram.settings(redis(), "--sayonce.telegram.mode=webhook"));

    assertThat(out.toString()).contains("wrong").contains("sayonce.telegram.public-url");
    assertThat(code).isEqualTo(Cli.PROBLEMS);
  }

  @Test
  void tellsOfARedisThatEvicts() {
    TestRedis.redis().commands().configSet("maxmemory-policy", "allkeys-lru").block();

    int code = doctor(redis());

    assertThat(out.toString()).contains("allkeys-lru", "CONFIG SET maxmemory-policy noeviction");
    assertThat(code).isEqualTo(Cli.PROBLEMS);
  }

  @Test
  void tellsOfARedisThatIsNotThere() {
    int code = doctor("--sayonce.redis.url=redis://127.0.0.1:1");

    assertThat(out.toString()).contains("No Redis answers at 127.0.0.1:1");
    assertThat(code).isEqualTo(Cli.PROBLEMS);
  }

  @Test
  void needsNothingOfAnInstallationThatHasNothing() {
    int code = doctor();

    assertThat(out.toString()).contains("our own", "Telegram: off");
    assertThat(code).isEqualTo(Cli.GOOD);
  }
}
