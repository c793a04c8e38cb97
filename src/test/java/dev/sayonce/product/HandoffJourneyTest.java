package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer's talk from the company's page to an agent and back, in a real browser. */
class HandoffJourneyTest {

  private static final String CLICK_AT =
      "(button, at) => { setTimeout(() => button.click(), at - Date.now()); }";

  /** A page that tried often waits half a minute before it tries again. */
  private static final IsHiddenOptions AFTER_ALL_TRIES = new IsHiddenOptions().setTimeout(60_000);

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

  private Page page(String locale) {
    return windows.open(Screen.DESKTOP, locale);
  }

  /** Keeps a picture of a state, and lets axe look at it. */
  private static void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    Axe.check(page, name);
  }

  /** The company's page with the chat open. */
  private static ChatFace openChat(Page page) {
    return ChatFace.at(page, gateway.base()).open();
  }

  private ConsoleFace console(String login, String password) {
    return ConsoleFace.signedIn(page("pl-PL"), gateway.base(), login, password);
  }

  @Test
  void passesATalkFromTheBotToAPersonAndThroughACrash() {
    var agent = console("admin", gateway.password());
    look(agent.page(), "01-console-empty");
    var chat = openChat(page("pl-PL"));
    assertThat(chat.greeting()).containsText("Cześć, tu Polanka");
    look(chat.page(), "02-chat-greeting");

    askForAReturn(chat);
    readTheWholeTalk(agent);
    talk(agent, chat);
    crash(agent, chat);
    endAndBeginAgain(agent, chat);
  }

  private static void askForAReturn(ChatFace chat) {
    chat.say("ile kosztuje dostawa");
    assertThat(chat.last("bot")).containsText("14,99");
    chat.say("chcę zwrócić towar");
    assertThat(chat.last("bot")).containsText("Jaki jest numer zamówienia");
    chat.say("AB123456");
    chat.press("damaged");
    assertThat(chat.last("customer")).containsText("Uszkodzone lub wadliwe");
    assertThat(chat.last("bot")).containsText("Napisz w jednym zdaniu");
    look(chat.page(), "03-chat-button-pressed");
    chat.say("Pękł pasek plecaka");
    assertThat(chat.last("bot")).containsText("e-mail");
    chat.say("anna@example.com");
    assertThat(chat.last("bot")).containsText("anna@example.com");
    chat.awaitStatus("queued");
    assertThat(chat.standing()).containsText("1");
    look(chat.page(), "04-chat-queued");
  }

  private static void readTheWholeTalk(ConsoleFace agent) {
    agent.waiting("Zwroty").click();
    assertThat(agent.entries("customer", "ile kosztuje dostawa")).isVisible();
    assertThat(agent.entries("bot", "14,99")).hasCount(1);
    assertThat(agent.entries("customer", "Uszkodzone lub wadliwe")).hasCount(1);
    assertThat(agent.page().locator("thread-log [data-option=damaged][data-chosen]")).hasCount(1);
    var card = agent.card();
    assertThat(card.locator("[data-card-reason]")).hasAttribute("data-card-reason", "flow");
    assertThat(card.locator("[data-slot=orderNumber]")).containsText("AB123456");
    assertThat(card.locator("[data-slot=returnReason]")).containsText("Uszkodzone");
    assertThat(card.locator("[data-slot=reach]")).containsText("anna@example.com");
    assertThat(card.locator("[data-card-tried]")).containsText("Koszt dostawy");
    assertThat(card).containsText(Pattern.compile("polski", Pattern.CASE_INSENSITIVE));
    look(agent.page(), "05-console-opened");
  }

  private static void talk(ConsoleFace agent, ChatFace chat) {
    agent.act("claim").click();
    chat.awaitStatus("open");
    agent.write("note", "TAJNE: klientka z VIP");
    assertThat(agent.notes()).containsText("TAJNE");
    agent.write("reply", "Dzień dobry, wysyłam etykietę.");
    assertThat(chat.last("agent")).containsText("wysyłam etykietę");
    assertThat(chat.log()).not().containsText("TAJNE");
    look(agent.page(), "06-console-claimed");
    look(chat.page(), "07-chat-with-agent");
  }

  private static void crash(ConsoleFace agent, ChatFace chat) {
    gateway.kill();
    var banner = chat.banner();
    assertThat(banner).isVisible();
    assertThat(banner).containsText("Łączymy ponownie");
    assertThat(agent.banner()).isVisible();
    chat.say("Napisane podczas awarii");
    agent.write("reply", "Odpisane podczas awarii");
    look(chat.page(), "08-chat-reconnecting");
    look(agent.page(), "09-console-reconnecting");
    gateway.start();

    assertThat(banner).isHidden(AFTER_ALL_TRIES);
    assertThat(agent.banner()).isHidden(AFTER_ALL_TRIES);
    assertThat(chat.last("agent")).containsText("Odpisane podczas awarii");
    assertThat(agent.entries("customer", "Napisane podczas awarii")).hasCount(1);
    assertThat(chat.entries("customer", "Napisane podczas awarii")).hasCount(1);
    assertThat(chat.outgoing()).hasCount(0);
    assertThat(agent.entries("agent", "Odpisane podczas awarii")).hasCount(1);
    look(chat.page(), "10-chat-again");
  }

  private static void endAndBeginAgain(ConsoleFace agent, ChatFace chat) {
    agent.act("resolve").click();
    chat.awaitStatus("resolved");
    look(chat.page(), "11-chat-resolved");
    chat.say("Jeszcze jedno pytanie o etykietę");
    assertThat(chat.standing()).hasAttribute("data-status", Pattern.compile("open|queued"));
    assertThat(chat.entries("system").last()).containsText("Wracamy do tej samej sprawy");
    agent.rows("mine", "Zwroty").click();
    assertThat(agent.entries("customer", "Jeszcze jedno pytanie")).hasCount(1);
    assertThat(agent.entries("customer", "Napisane podczas awarii")).hasCount(1);
    assertThat(chat.log()).not().containsText("TAJNE");
    look(agent.page(), "12-console-reopened");
  }

  @Test
  void tellsTheSlowerOfTwoAgentsWhoWasFaster() {
    var admin = console("admin", gateway.password());
    admin.go("agents");
    var form = admin.page().locator("[data-new-agent]");
    form.locator("[name=name]").fill("Ewa Nowak");
    form.locator("[name=login]").fill("ewa");
    form.locator("[data-add]").click();
    var password = admin.page().locator("[data-secret]").textContent();
    look(admin.page(), "13-agents");
    var ewa = console("ewa", password);
    admin.go("");

    var chat = openChat(page("en-GB"));
    chat.say("agent");
    chat.press("payment");
    chat.awaitStatus("queued");
    var mine = admin.waiting("Płatności");
    claimBoth(admin, ewa);

    var winners = new ArrayList<String>();
    for (var console : List.of(admin, ewa)) {
      if (console.message().count() == 0) {
        winners.add(console == ewa ? "Ewa Nowak" : "Admin");
      }
    }
    assertThat(winners).as("one of them lost").hasSize(1);
    var loser = winners.getFirst().equals("Admin") ? ewa : admin;
    assertThat(loser.message()).containsText(winners.getFirst());
    assertThat(chat.standing()).containsText(winners.getFirst());
    assertThat(mine).hasCount(0);
    look(loser.page(), "14-console-lost-claim");
  }

  /** Both pages send their claim before either hears of the other's. */
  private static void claimBoth(ConsoleFace admin, ConsoleFace ewa) {
    for (var console : List.of(admin, ewa)) {
      console.waiting("Płatności").click();
      assertThat(console.act("claim")).isVisible();
    }
    var soon = (double) Instant.now().plusMillis(500).toEpochMilli();
    admin.act("claim").evaluate(CLICK_AT, soon);
    ewa.act("claim").evaluate(CLICK_AT, soon);
    admin.message().or(admin.act("resolve")).first().waitFor();
    ewa.message().or(ewa.act("resolve")).first().waitFor();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pl-PL | Cześć, tu Polanka      | ile kosztuje dostawa   | Kurier kosztuje 14,99
          ru-RU | Здравствуйте, это      | сколько стоит доставка | Курьер стоит 14,99
          en-GB | Hi, this is Polanka    | how much is delivery   | A courier is 14.99
          """)
  void speaksTheBrowsersLanguage(String locale, String greeting, String question, String answer) {
    var chat = openChat(page(locale));
    assertThat(chat.greeting()).containsText(greeting);
    chat.say(question);
    assertThat(chat.last("bot")).containsText(answer);
    look(chat.page(), "15-language-" + locale);
  }
}
