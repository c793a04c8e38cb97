package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The company's processes in the console: looked at by everybody, changed while customers talk. */
class FlowsPageJourneyTest {

  private static final String WISH = "skrzynka na narty bum";
  private static final String BOX =
      """
      title: {pl: Skrzynia, ru: Ящик, en: Box}
      phrases:
        pl: [skrzynka na narty bum, bum skrzynka do nart, bum pudło na narty]
        ru: [ящик для лыж бум, бум ящик лыжный, бум короб для лыж]
        en: [ski box boom, boom a box for skis, boom case for skis]
      slots:
        boxOwner:
          title: {pl: Właściciel, ru: Владелец, en: Owner}
      steps:
        - ask: boxOwner
          say: {pl: Czyja to skrzynia?, ru: Чей это ящик?, en: Whose box is it?}
        - say: {pl: WORD, ru: WORD, en: WORD}
      """;

  private static Browsers browsers;
  private static GatewayProcess gateway;
  private static Path folder;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    folder = SampleCompany.with(Map.of("box.yaml", said("First")), company -> company);
    gateway = GatewayProcess.onEmbeddedRedis("--sayonce.engine.flows=" + folder);
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

  private static String said(String word) {
    return BOX.replace("WORD", word);
  }

  private static void write(String box) {
    try {
      Files.writeString(folder.resolve("box.yaml"), box);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Page flows(Screen screen, String locale) {
    var page = windows.open(screen, locale);
    ConsoleFace.signedIn(page, gateway.base(), "admin", gateway.password()).go("flows/box");
    return page;
  }

  private static Locator drawing(Page page) {
    return page.locator("[data-drawing]");
  }

  private static void awaitDrawn(Page page) {
    assertThat(drawing(page)).isVisible();
    await()
        .until(() -> (Boolean) drawing(page).evaluate("i => i.complete && i.naturalWidth > 100"));
  }

  private static ChatClient askedForTheOwner() {
    var customer = ChatClient.open(gateway.port(), "pl");
    customer.say(WISH);
    await().until(() -> customer.texts("bot").contains("Czyja to skrzynia?"));
    return customer;
  }

  private static void answers(ChatClient customer, String expected) {
    customer.say("Anny");
    await().until(() -> customer.texts("bot").contains(expected));
  }

  @Test
  void takesNewFilesWhileACustomerGoesOnWithTheOldOnes() {
    write(said("First"));
    var page = flows(Screen.DESKTOP, "pl-PL");
    awaitDrawn(page);
    page.locator("[data-reload]").click();
    assertThat(page.locator("[data-taken]")).isVisible();

    try (var before = askedForTheOwner();
        var meanwhile = askedForTheOwner()) {
      write(said("Broken") + "  - goto: nowhere\n");
      page.locator("[data-reload]").click();
      assertThat(page.locator("[data-problem]")).isVisible();
      assertThat(page.locator(".lines code")).hasText("box.yaml:13:5");
      answers(meanwhile, "First");

      var old = drawing(page).getAttribute("src");
      write(said("Second"));
      page.locator("[data-reload]").click();
      assertThat(page.locator("[data-taken]")).isVisible();
      assertThat(page.locator("[data-problem]")).hasCount(0);
      assertThat(drawing(page)).not().hasAttribute("src", old);
      awaitDrawn(page);

      answers(before, "First");
      try (var after = askedForTheOwner()) {
        answers(after, "Second");
      }
    }
  }

  @Test
  void showsThePicturesOnAPhoneInEveryLanguage() {
    for (var locale : new String[] {"pl-PL", "ru-RU", "en-GB"}) {
      var page = flows(Screen.PHONE, locale);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      page.locator("[data-flow=return]").click();
      assertThat(page.locator("[data-flow=return]")).hasAttribute("aria-current", "page");
      awaitDrawn(page);
      assertThat(drawing(page))
          .hasAttribute(
              "src", Pattern.compile("return/drawing\\?language=" + locale.substring(0, 2)));
      org.assertj.core.api.Assertions.assertThat(
              page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .as("the page is no wider than the screen")
          .isEqualTo(true);
    }
  }

  @Test
  void anAgentLooksButDoesNotChange() {
    var admin = windows.open(Screen.DESKTOP, "en-GB");
    ConsoleFace.signedIn(admin, gateway.base(), "admin", gateway.password()).go("agents");
    var form = admin.locator("[data-new-agent]");
    form.locator("[name=name]").fill("Jan Lis");
    form.locator("[name=login]").fill("jan");
    form.locator("[data-add]").click();
    var password = admin.locator("[data-secret]").textContent();

    var page = windows.open(Screen.DESKTOP, "en-GB");
    ConsoleFace.signedIn(page, gateway.base(), "jan", password).go("flows/box");
    awaitDrawn(page);
    assertThat(page.locator("[data-reload]")).hasCount(0);
    org.assertj.core.api.Assertions.assertThat(
            page.evaluate(
                """
                () => fetch('/console/api/flows/reload', {method: 'POST', headers: {'X-XSRF-TOKEN':
                  decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1])}}).then(r => r.status)
                """))
        .isEqualTo(403);
  }
}
