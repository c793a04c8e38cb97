package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both faces on a phone, used with a finger. */
class PhoneJourneyTest {

  private static final Offset<Double> PIXEL = within(1.0);

  /** Phones zoom into a field with smaller type. */
  private static final double READABLE = 16;

  private static final double SMALLEST_TARGET = 36;

  private static Browsers browsers;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    gateway = GatewayProcess.onEmbeddedRedis("--sayonce.web.burst=100");
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

  @Test
  void fillsTheScreenAndGivesItBack() {
    var page = windows.open(Screen.PHONE, "pl-PL");
    var chat = ChatFace.at(page, gateway.base());
    chat.launcher().tap();
    assertThat(chat.greeting()).containsText("Cześć, tu Polanka");
    var box = chat.frame().boundingBox();
    var screen = page.viewportSize();
    assertThat(box.x).isCloseTo(0, PIXEL);
    assertThat(box.y).isCloseTo(0, PIXEL);
    assertThat(box.width).isCloseTo(screen.width, PIXEL);
    assertThat(box.height).isCloseTo(screen.height, PIXEL);
    isComfortable(chat);

    chat.closer().tap();
    assertThat(chat.frame()).isHidden();
    assertThat(chat.launcher()).isVisible();
    assertThat(chat.launcher()).isFocused();
    staysInItsWidth(page);
  }

  @Test
  void isUsedWithAFinger() {
    var chat = ChatFace.at(windows.open(Screen.PHONE, "pl-PL"), gateway.base());
    chat.launcher().tap();
    chat.composer().tap();
    assertThat(chat.composer()).isFocused();
    chat.composer().fill("chcę zwrócić towar");
    chat.sender().tap();
    assertThat(chat.last("bot")).containsText("Jaki jest numer zamówienia");
    chat.say("AB123456");
    largeEnough(chat.option("damaged"));
    chat.option("damaged").tap();
    assertThat(chat.last("customer")).containsText("Uszkodzone lub wadliwe");
    assertThat(chat.last("bot")).isInViewport();
    isComfortable(chat);
    Axe.check(chat.page(), "a question with buttons on a phone");
  }

  @Test
  void showsListThenConversationOnAPhone() {
    var chat = ChatFace.at(windows.open(Screen.PHONE, "pl-PL"), gateway.base());
    chat.launcher().tap();
    chat.say("agent");
    chat.press("payment");
    chat.awaitStatus("queued");

    var page = windows.open(Screen.PHONE, "pl-PL");
    var agent = ConsoleFace.signedIn(page, gateway.base(), "admin", gateway.password());
    staysInItsWidth(page);
    Axe.check(page, "the desk on a phone");
    agent.rows("waiting").first().tap();
    assertThat(agent.rows("waiting").first()).isHidden();
    agent.act("claim").tap();
    agent.write("reply", "Dzień dobry, w czym problem?");
    assertThat(chat.last("agent")).containsText("w czym problem");
    staysInItsWidth(page);
    Axe.check(page, "a conversation on a phone");
    agent.back().tap();
    assertThat(agent.rows("mine").first()).isVisible();
  }

  private static void isComfortable(ChatFace chat) {
    var size = chat.composer().evaluate("e => parseFloat(getComputedStyle(e).fontSize)");
    assertThat(((Number) size).doubleValue()).isGreaterThanOrEqualTo(READABLE);
    largeEnough(chat.sender());
    largeEnough(chat.closer());
    var overflow =
        chat.composer().evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    assertThat(overflow).as("pixels of the chat beside the screen").isEqualTo(0);
  }

  private static void largeEnough(Locator target) {
    var box = target.boundingBox();
    assertThat(box.height).as("height of %s", target).isGreaterThanOrEqualTo(SMALLEST_TARGET);
    assertThat(box.width).as("width of %s", target).isGreaterThanOrEqualTo(SMALLEST_TARGET);
  }

  private static void staysInItsWidth(Page page) {
    var overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overflow).as("pixels of the page beside the screen").isEqualTo(0);
  }
}
