package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Of two gateways one fetches the updates; when it dies the other goes on. */
class TelegramTakeoverIT {

  private static final String FETCHES = "Fetching Telegram's updates here.";

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  @Test
  void goesOnAtTheOtherGatewayWhenTheFetchingOneIsKilled() {
    TestRedis.flush();
    try (var telegram = new TelegramStub();
        var a = GatewayProcess.onTestRedis(telegram.settings());
        var b = GatewayProcess.onTestRedis(telegram.settings())) {
      telegram.say(1, "how much is delivery");
      till(() -> telegram.texts(1).size() == 1);
      assertThat(a.output()).contains(FETCHES);
      assertThat(b.output()).as("one fetches").doesNotContain(FETCHES);

      a.kill();
      long killed = System.nanoTime();
      telegram.say(2, "how much is delivery");
      till(() -> b.output().contains(FETCHES));
      System.out.printf("Taken over after %.1f s%n", (System.nanoTime() - killed) / 1e9);
      till(() -> telegram.unconfirmed() == 0 && !telegram.texts(2).isEmpty());

      System.out.printf("Answered after %.1f s%n", (System.nanoTime() - killed) / 1e9);
      assertThat(telegram.texts(1)).as("what was taken is not taken again").hasSize(1);
      assertThat(telegram.texts(2)).hasSize(1);
    }
  }
}
