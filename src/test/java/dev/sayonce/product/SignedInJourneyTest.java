package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.sayonce.customer.VouchingPage;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer signs in on the company's page, goes on elsewhere, and signs out. */
class SignedInJourneyTest {

  private static final String KEPT =
      "Object.keys(localStorage).filter(k => k !== 'sayonce.talked')";

  private static Browsers browsers;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);
  private final String customer = "k-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    gateway =
        GatewayProcess.onEmbeddedRedis(
            "--sayonce.web.burst=100", "--sayonce.identity.secret=" + VouchingPage.SECRET);
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

  private String token(String who) {
    return VouchingPage.vouchFor(who, "Anna Nowak", Map.of(), Instant.now());
  }

  /** A page that says who is signed in, as a promise. */
  private ChatFace signedIn(Screen screen, String who) {
    var page = windows.open(screen, "en-GB");
    var chat = ChatFace.at(page, gateway.base());
    page.evaluate("SayOnce.identify(async () => '%s')".formatted(token(who)));
    return chat.open();
  }

  private static Object kept(Page page) {
    return page.evaluate(KEPT);
  }

  @Test
  void goesOnOnThePhoneAndIsNamedToAgents() {
    var desktop = signedIn(Screen.DESKTOP, customer);
    desktop.ask("how much is delivery");
    assertThat(desktop.last("bot")).containsText("14.99");

    var phone = signedIn(Screen.PHONE, customer);
    assertThat(phone.entries("customer", "how much is delivery")).isVisible();
    phone.say("agent");
    phone.press("order");
    phone.awaitStatus("queued");
    desktop.awaitStatus("queued");

    var agent =
        ConsoleFace.signedIn(
            windows.open(Screen.DESKTOP, "en-GB"), gateway.base(), "admin", gateway.password());
    assertThat(agent.rows("waiting").last()).containsText("Anna Nowak");
    agent.rows("waiting").last().click();
    assertThat(agent.page().locator("[data-proved=page]")).containsText(customer);
    assertThat(agent.notices("identified")).containsText("Anna Nowak");
    Axe.check(agent.page(), "proved");
  }

  @Test
  void leavesNothingBehindAfterSigningOut() {
    var chat = signedIn(Screen.DESKTOP, customer);
    chat.ask("how much is delivery");
    var page = chat.page();
    page.evaluate("SayOnce.signOut()");
    assertThat(chat.entries("customer")).hasCount(0);
    assertThat(chat.greeting()).isVisible();
    Assertions.assertThat(kept(page)).asString().doesNotContain("token");

    chat.ask("when are you open");
    assertThat(chat.entries("customer", "how much is delivery")).hasCount(0);
  }

  @Test
  void bringsTheTalkAlongWhenSomebodySignsInLater() {
    var page = windows.open(Screen.DESKTOP, "en-GB");
    var chat = ChatFace.at(page, gateway.base()).open();
    chat.ask("how much is delivery");
    page.evaluate("SayOnce.identify('%s')".formatted(token(customer)));

    var phone = signedIn(Screen.PHONE, customer);
    assertThat(phone.entries("customer", "how much is delivery")).isVisible();
  }

  @Test
  void showsTheNextCustomerOnTheSameComputerNothingOfTheLast() {
    var chat = signedIn(Screen.DESKTOP, customer);
    chat.ask("how much is delivery");
    chat.page().evaluate("SayOnce.identify('%s')".formatted(token("k-" + UUID.randomUUID())));
    assertThat(chat.entries("customer")).hasCount(0);
    assertThat(chat.greeting()).isVisible();
  }
}
