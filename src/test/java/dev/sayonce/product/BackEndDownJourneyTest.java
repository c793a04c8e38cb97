package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shop's back end goes down and comes back: customers hear the truth, agents see it. */
class BackEndDownJourneyTest {

  private static final double LONGER_THAN_IT_RESTS = 60_000;

  private static Browsers browsers;
  private static GatewayProcess gateway;
  private static int demo;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() throws IOException {
    browsers = Browsers.launch();
    try (var socket = new ServerSocket(0)) {
      demo = socket.getLocalPort();
    }
    gateway =
        GatewayProcess.onEmbeddedRedis(
            "--sayonce.web.burst=100",
            "--sayonce.demo.port=" + demo,
            "--sayonce.engine.flows=" + SampleCompany.alwaysOpen());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    browsers.close();
  }

  @AfterEach
  void close() {
    windows.close();
  }

  private static void turn(String mood) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/switch/%s".formatted(demo, mood)))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    Assertions.assertThat(ChatClient.HTTP.send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  private ChatFace asks() {
    var chat = ChatFace.at(windows.open(Screen.PHONE, "en-GB"), gateway.base()).open();
    chat.say("where is my order AB123456");
    return chat;
  }

  @Test
  void saysSoAndGivesAPersonAndGoesOnWhenItIsBack() throws Exception {
    var admin =
        ConsoleFace.signedIn(
            windows.open(Screen.DESKTOP, "en-GB"), gateway.base(), "admin", gateway.password());
    turn("down");
    for (int i = 0; i < 3; i++) {
      var chat = asks();
      assertThat(chat.entries("bot", "not answering just now")).isVisible();
      chat.awaitStatus("queued");
      assertThat(chat.entries("customer")).hasCount(1);
    }
    admin.rows("waiting").last().click();
    assertThat(admin.notices("call-failed")).containsText("does not answer");

    admin.go("back-ends");
    var line = admin.page().locator("[data-back-end=polanka] [data-line]");
    assertThat(line).hasAttribute("data-line", "resting");
    Axe.check(admin.page(), "a back end that rests");

    turn("well");
    assertThat(line)
        .hasAttribute(
            "data-line",
            java.util.regex.Pattern.compile("tried|asked"),
            new LocatorAssertions.HasAttributeOptions().setTimeout(LONGER_THAN_IT_RESTS));
    for (int i = 0; i < 3; i++) {
      assertThat(asks().entries("bot", "is on its way")).isVisible();
    }
    assertThat(line).hasAttribute("data-line", "asked");
  }
}
