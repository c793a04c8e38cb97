package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.sayonce.redis.TestRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a customer of the sample company gets for a question: an answer, a few buttons, or a person;
 * and what agents see of how it was understood. The bot answers only what it is very sure of here,
 * so that small changes of the understanding change nothing.
 */
class AnswersJourneyTest {

  /** A try of a proposal teaches a few times. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static Browsers browsers;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() {
    TestRedis.flush();
    browsers = Browsers.launch();
    gateway =
        GatewayProcess.onTestRedis(
            "--sayonce.engine.flows="
                + SampleCompany.with(
                    Map.of(),
                    company ->
                        company.replaceAll(
                            "(?m)^understanding: .*$",
                            "understanding: {answer-from: 0.95, ask-from: 0.3}")),
            "--sayonce.learning.follow=200ms",
            "--sayonce.web.burst=100");
  }

  @AfterAll
  static void stop() {
    if (gateway != null) {
      gateway.close();
    }
    if (browsers != null) {
      browsers.close();
    }
  }

  @AfterEach
  void close() {
    windows.close();
  }

  private Page chat(String locale) {
    return chat(locale, Screen.PHONE);
  }

  private Page chat(String locale, Screen screen) {
    var page = windows.open(screen, locale);
    page.navigate(gateway.base() + "/chat/?language=" + locale.substring(0, 2));
    assertThat(page.locator("[data-greeting]")).isVisible();
    return page;
  }

  private static void say(Page chat, String words) {
    chat.locator("[data-composer]").fill(words);
    chat.locator("[data-send]").click();
  }

  private static Locator bot(Page chat) {
    return chat.locator("[data-entry][data-from=bot]");
  }

  private static Locator options(Page chat) {
    return bot(chat).last().locator("[data-option]");
  }

  @ParameterizedTest
  @CsvSource({
    "pl-PL, ile kosztuje dostawa, '14,99 zł'",
    "ru-RU, сколько стоит доставка, '14,99 zł'",
    "en-GB, how much is delivery, 14.99 zł",
  })
  void aQuestionThatIsKnownIsAnswered(String locale, String words, String answer) {
    var chat = chat(locale);
    say(chat, words);
    assertThat(bot(chat).last()).containsText(answer);
    shoot(chat, "answers-known-" + locale);
  }

  @ParameterizedTest
  @CsvSource({"pl-PL, paczka", "ru-RU, посылка", "en-GB, parcel"})
  void aVagueQuestionIsAskedBackWithButtons(String locale, String words) {
    var chat = chat(locale);
    say(chat, words);
    assertThat(options(chat)).not().hasCount(0);
    assertThat(options(chat).last()).hasAttribute("data-option", "something-else");
    assertThat(chat.locator("[data-option*=':']")).not().hasCount(1);
    Axe.check(chat, "which, " + locale);
    shoot(chat, "answers-which-" + locale);
    int before = bot(chat).count();
    options(chat).first().click();
    assertThat(bot(chat).nth(before)).isVisible();
  }

  @ParameterizedTest
  @CsvSource({
    "pl-PL, czy koty widzą w ciemności, Teraz nikogo z nas nie ma",
    "ru-RU, почему небо голубое, Сейчас никого из нас нет",
    "en-GB, how do volcanoes form, Nobody is in at the moment",
  })
  void anUnknownQuestionGoesToAPersonWhoSeesWhatWasMade(
      String locale, String words, String handover) {
    var chat = chat(locale, Screen.DESKTOP);
    say(chat, words);
    assertThat(bot(chat).last()).containsText(handover);

    var page = windows.open(Screen.DESKTOP, locale);
    var console = ConsoleFace.signedIn(page, gateway.base(), "admin", gateway.password());
    console.open(bot(chat).last().getAttribute("data-conversation"));
    seesFolded(console, "matched");
    shoot(page, "console-unknown-" + locale);
  }

  private static void seesFolded(ConsoleFace console, String code) {
    var steps =
        console.page().locator("[data-steps]:has([data-notice=%s])".formatted(code)).first();
    var matched = steps.locator("[data-notice=%s]".formatted(code)).first();
    assertThat(steps).isVisible();
    assertThat(matched).isHidden();
    steps.locator("summary").first().click();
    assertThat(matched).isVisible();
    assertThat(matched).containsText("%");
    Axe.check(console.page(), "how a line was understood");
  }

  @ParameterizedTest
  @CsvSource({
    "pl-PL, ile kosztuje dostawa, nie o to pytałem",
    "ru-RU, сколько стоит доставка, я не об этом спрашивал",
    "en-GB, how much is delivery, that's not what I asked",
  })
  void anAnswerThatMissedGivesWayToWhatComesNext(String locale, String words, String no) {
    var chat = chat(locale);
    say(chat, words);
    assertThat(bot(chat)).hasCount(1);
    say(chat, no);
    assertThat(bot(chat)).hasCount(2);
    assertThat(chat.locator("[data-option='flow:person']")).isVisible();
    shoot(chat, "answers-missed-" + locale);
    chat.locator("[data-option='flow:person']").click();
    assertThat(bot(chat)).hasCount(3);
  }

  @Test
  void wordsThatWereOncePressedAreUnderstoodAtOnce() {
    var chat = chat("pl-PL");
    say(chat, "paczka");
    assertThat(options(chat).last()).hasAttribute("data-option", "something-else");
    options(chat).first().click();
    assertThat(bot(chat).nth(1)).isVisible();

    var page = windows.open(Screen.DESKTOP, "pl-PL");
    var console = ConsoleFace.signedIn(page, gateway.base(), "admin", gateway.password());
    var proposal = page.locator("[data-proposal]").filter(ConsoleFace.withText("paczka")).first();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              console.go("");
              console.go("learning");
              assertThat(page.locator("[data-learning] section").first()).isVisible();
              return proposal.count() > 0;
            });
    proposal.locator("[data-decide]").click();
    var review = page.locator("[data-review]");
    shoot(page, "learning-trying-out");
    assertThat(review.locator("[data-accept]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
    shoot(page, "learning-tried-out");
    review.locator("[data-accept]").click();
    assertThat(review).isHidden();

    await().atMost(PATIENCE).until(() -> isAnsweredAtOnce("paczka"));
  }

  private static boolean isAnsweredAtOnce(String words) {
    try (var chat = ChatClient.open(gateway.port(), "pl")) {
      chat.say(words);
      await()
          .atMost(PATIENCE)
          .until(
              () -> chat.entries().stream().anyMatch(e -> e.path("from").asString().equals("bot")));
      return chat.entries()
          .getLast()
          .path("options")
          .valueStream()
          .noneMatch(o -> o.path("id").asString().equals("something-else"));
    }
  }

  /** Light and dark, for people to look at. */
  private static void shoot(Page page, String name) {
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      var file = "%s-%s.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT));
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", file)));
    }
  }
}
