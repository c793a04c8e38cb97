package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.sayonce.attachment.SampleFiles;
import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.channel.telegram.TelegramStub.Misdeed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is not words in Telegram, and how words fared there, before an agent's eyes and ears. */
class TelegramMediaJourneyTest {

  private static final long CHAT = 9301;

  private static Browsers browsers;
  private static TelegramStub telegram;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    telegram = new TelegramStub();
    gateway =
        GatewayProcess.onEmbeddedRedis(telegram.settings("--sayonce.telegram.per-chat=100ms"));
  }

  @AfterAll
  static void stop() {
    if (gateway != null) {
      gateway.close();
    }
    if (telegram != null) {
      telegram.close();
    }
    if (browsers != null) {
      browsers.close();
    }
  }

  @AfterEach
  void close() {
    windows.close();
  }

  private static void till(BooleanSupplier condition) {
    await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
  }

  private static void sends(String fields) {
    telegram.update("{\"message\":%s}".formatted(telegram.message(CHAT, "en", fields)));
  }

  private ConsoleFace agent(String language, ColorScheme colors) {
    var page = windows.open(Screen.DESKTOP, language);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
    return ConsoleFace.signedIn(page, gateway.base(), "admin", gateway.password());
  }

  @Test
  void agentsHearSeeAndReadWhatCameAndHowTheirWordsFared() {
    for (int asked = 0; asked < 2; asked++) { // what nobody can read is asked again once
      telegram.say(CHAT, "zzz qqq xxx www");
    }
    long said = telegram.say(CHAT, "is there life on the moon of jupiter");
    sendEverything();
    telegram.edit(said, "is there life on the moon, order AB123456");
    till(() -> telegram.unconfirmed() == 0);

    var agent = agent("en-US", ColorScheme.LIGHT);
    agent.rows("waiting").first().click();
    seeEverything(agent);
    play(agent.page());
    writeWithTrouble(agent);
    look(agent, "62-telegram-media-en");
    for (var other : new String[] {"pl-PL", "ru-RU"}) {
      var dark = agent(other, ColorScheme.DARK);
      dark.rows("mine").first().click();
      assertThat(dark.page().locator("[data-delivery=failed]")).isVisible();
      look(dark, "62-telegram-media-" + other.substring(0, 2));
    }
  }

  private static void sendEverything() {
    var sound = SampleFiles.mp3(60);
    telegram.keep("song", sound);
    sends(
        """
        "audio":{"file_id":"song","file_unique_id":"u","duration":60,"file_name":"nagranie – запись.mp3",
         "mime_type":"audio/mpeg","file_size":%d}"""
            .formatted(sound.length));
    sends(
        """
        "sticker":{"file_id":"s","file_unique_id":"u","type":"regular","width":1,"height":1,
         "is_animated":false,"is_video":false,"emoji":"🙈"}""");
    sends("\"location\":{\"latitude\":50.0617,\"longitude\":19.9373}");
    sends("\"contact\":{\"phone_number\":\"+48600100200\",\"first_name\":\"Ola\",\"user_id\":5}");
    sends(
        "\"video\":{\"file_id\":\"v\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1,\"duration\":9,\"mime_type\":\"video/mp4\",\"file_size\":25000000}");
  }

  private static void seeEverything(ConsoleFace agent) {
    for (var kind : new String[] {"sticker", "location", "contact", "file-too-large"}) {
      assertThat(agent.page().locator("thread-log [data-kind=" + kind + "]")).hasCount(1);
    }
    assertThat(agent.entries("customer", "50.061700, 19.937300")).hasCount(1);
    assertThat(agent.entries("customer", "+48600100200")).hasCount(1);
    assertThat(agent.page().locator("thread-log [data-edited]")).containsText("moon of jupiter");
    assertThat(agent.page().locator("thread-log [data-corrected]")).containsText("AB123456");
  }

  /** The browser asks for parts, and plays on in the middle. */
  private static void play(Page page) {
    var statuses = new CopyOnWriteArrayList<Integer>();
    var requests = new CopyOnWriteArrayList<String>();
    page.onResponse(
        response -> {
          requests.add(response.url());
          if (response.url().contains("/files/")) {
            statuses.add(response.status());
          }
        });
    page.locator("thread-log [data-play]").click();
    var audio = page.locator("thread-log file-view audio");
    page.waitForCondition(() -> (Boolean) audio.evaluate("a => a.readyState > 0"));
    var second =
        audio.evaluate(
            """
            (a) => new Promise((done, fail) => {
              a.pause();
              a.addEventListener('seeked', () => done(Math.round(a.currentTime)));
              a.addEventListener('error', () => fail(new Error(a.error?.message)));
              a.currentTime = 45;
            })
            """);
    Assertions.assertThat(second).isEqualTo(45);
    Assertions.assertThat(statuses).isNotEmpty().allMatch(status -> status == 206);
    Assertions.assertThat(requests).noneMatch(url -> url.contains(TelegramStub.TOKEN));
  }

  private static void writeWithTrouble(ConsoleFace agent) {
    agent.act("claim").click();
    telegram.onCall(
        call ->
            switch (call.text()) {
              case String t when t.contains("Perhaps") && sent("Perhaps") == 0 ->
                  Optional.of(Misdeed.reset(true));
              case String t when t.contains("In vain") ->
                  Optional.of(Misdeed.refused(403, "Forbidden: bot was blocked by the user"));
              default -> Optional.empty();
            });
    agent.write("reply", "Arrived");
    assertThat(agent.entries("agent", "Arrived").locator("[data-delivery=sent]")).isAttached();
    agent.write("reply", "Perhaps");
    till(() -> sent("Perhaps") > 1);
    agent.write("reply", "In vain");
    assertThat(agent.entries("agent", "In vain").locator("[data-delivery=failed]"))
        .containsText("blocked the bot");
    assertThat(agent.entries("agent", "Perhaps").locator("[data-delivery=uncertain]")).isVisible();
    assertThat(agent.notices("unreachable")).isVisible();
  }

  private static long sent(String words) {
    return telegram.texts(CHAT).stream().filter(t -> t.contains(words)).count();
  }

  /** Keeps a picture of a state, and lets axe look at it. */
  private static void look(ConsoleFace agent, String name) {
    agent
        .page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    Axe.check(agent.page(), name);
  }
}
