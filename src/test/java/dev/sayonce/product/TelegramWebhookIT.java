package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.redis.TestRedis;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a public address Telegram brings the updates, and nobody else can. */
class TelegramWebhookIT {

  private static final String PUBLIC = "https://help.example.com";
  private static final int MANAGEMENT = Scrape.freePort();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static TelegramStub telegram;
  private static GatewayProcess gateway;

  @BeforeAll
  static void start() {
    TestRedis.flush();
    telegram = new TelegramStub();
    gateway =
        GatewayProcess.onTestRedis(
            telegram.settings(
                "--management.server.port=" + MANAGEMENT,
                "--sayonce.telegram.mode=webhook",
                "--sayonce.telegram.public-url=" + PUBLIC + "/"));
    till(() -> telegram.webhook().path("url").asString().startsWith(PUBLIC + "/telegram/"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    telegram.close();
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  private static int bring(String json, String secret) throws Exception {
    var url = gateway.base() + telegram.webhook().path("url").asString().substring(PUBLIC.length());
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .header("X-Telegram-Bot-Api-Secret-Token", secret)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String update(long id, long chat, String text) {
    return "{\"update_id\":%d,\"message\":%s}"
        .formatted(id, telegram.message(chat, "en", "\"text\":\"%s\"".formatted(text)));
  }

  @Test
  void takesAnUpdateOnceHoweverOftenItIsBrought() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(bring(update(501, 11, "how much is delivery"), telegram.secret())).isEqualTo(200);
    }
    assertThat(bring(update(502, 11, "where are you"), telegram.secret())).isEqualTo(200);

    till(() -> telegram.texts(11).size() >= 2);
    assertThat(telegram.texts(11).stream().filter(t -> t.contains("14.99"))).hasSize(1);
    assertThat(telegram.calls("getupdates")).isEmpty();
  }

  @Test
  void greetsOnceHoweverOftenItIsAsked() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(bring(update(551, 14, "/start"), telegram.secret())).isEqualTo(200);
    }
    assertThat(bring(update(552, 14, "/status"), telegram.secret())).isEqualTo(200);

    assertThat(telegram.texts(14)).hasSize(2);
    assertThat(telegram.texts(14).getLast()).contains("no open case");
  }

  @Test
  void turnsAwayWhoeverDoesNotKnowTheSecret() throws Exception {
    assertThat(bring(update(601, 12, "how much is delivery"), "wrong")).isEqualTo(404);
    assertThat(bring(update(602, 12, "how much is delivery"), "")).isEqualTo(404);
    assertThat(bring("this is no update", telegram.secret())).isEqualTo(200);
    assertThat(bring(update(603, 13, "how much is delivery"), telegram.secret())).isEqualTo(200);

    till(() -> !telegram.texts(13).isEmpty());
    assertThat(telegram.texts(12)).isEmpty();
  }

  @Test
  void tellsNobodyWhereTelegramComesIn() throws Exception {
    bring(update(701, 15, "how much is delivery"), telegram.secret());
    till(() -> !telegram.texts(15).isEmpty());
    var url = telegram.webhook().path("url").asString();
    var path = url.substring(url.lastIndexOf('/') + 1);

    var seen = Scrape.of(MANAGEMENT);

    assertThat(seen.sum("http_server_requests_seconds_count", "uri", "/telegram/{door}"))
        .isPositive();
    assertThat(seen.samples().toString()).doesNotContain(path);
    assertThat(gateway.output()).doesNotContain(path);
  }
}
