package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
  private static final double PATIENCE = 20_000;

  private static Browsers browsers;
  private static GatewayProcess gateway;

  private final List<String> errors = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
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
  void close() throws Exception {
    for (var one : open) {
      one.close();
    }
    assertThat(errors).as("what the pages threw").isEmpty();
  }

  private Page page(String locale) {
    var context =
        browsers
            .browser()
            .newContext(
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(1280, 800));
    open.add(context);
    var page = context.newPage();
    page.onPageError(errors::add);
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  /** Keeps a picture of a state, and lets axe look at it. */
  private static void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    Axe.check(page, name);
  }

  /** The company's page with the chat open. */
  private static FrameLocator openChat(Page page) {
    page.navigate(gateway.base() + "/");
    page.locator("[data-sayonce-widget] .launcher").click();
    return page.frameLocator("[data-sayonce-widget] iframe");
  }

  private static void say(FrameLocator chat, String words) {
    chat.locator("[data-composer]").fill(words);
    chat.locator("[data-send]").click();
  }

  private static Locator last(FrameLocator chat, String from) {
    return chat.locator("[data-entry][data-from=\"%s\"] .bubble".formatted(from)).last();
  }

  private static void press(FrameLocator chat, String option) {
    chat.locator("[data-option=\"%s\"]".formatted(option)).last().click();
  }

  private static Locator standing(FrameLocator chat) {
    return chat.locator("p[data-status]");
  }

  private static void awaitStatus(FrameLocator chat, String status) {
    assertThat(standing(chat)).hasAttribute("data-status", status);
  }

  private Page console(String login, String password) {
    var page = page("pl-PL");
    page.navigate(gateway.base() + "/console");
    page.locator("[data-login]").fill(login);
    page.locator("[data-password]").fill(password);
    page.locator("[data-sign-in]").click();
    assertThat(page.locator("[data-list=waiting]")).isVisible();
    return page;
  }

  private static Locator waiting(Page console, String team) {
    return console.locator("[data-list=waiting] a[data-conversation]").filter(withText(team));
  }

  private static Locator act(Page console, String what) {
    return console.locator("[data-act=\"%s\"]".formatted(what));
  }

  private static void write(Page console, String kind, String words) {
    console.locator("[data-kind=\"%s\"]".formatted(kind)).click();
    console.locator("[data-composer=\"%s\"]".formatted(kind)).fill(words);
    console.locator("reply-box [data-send]").click();
  }

  private static Locator.FilterOptions withText(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static Locator line(Page console, String from, String words) {
    return console
        .locator("[data-entry][data-from=\"%s\"]".formatted(from))
        .filter(withText(words));
  }

  @Test
  void passesATalkFromTheBotToAPersonAndThroughACrash() {
    var agent = console("admin", gateway.password());
    look(agent, "01-console-empty");
    var customer = page("pl-PL");
    var chat = openChat(customer);
    assertThat(chat.locator("[data-greeting]")).containsText("Cześć, tu Polanka");
    look(customer, "02-chat-greeting");

    askForAReturn(customer, chat);
    readTheWholeTalk(agent);
    talk(agent, customer, chat);
    crash(agent, customer, chat);
    endAndBeginAgain(agent, customer, chat);
  }

  private static void askForAReturn(Page customer, FrameLocator chat) {
    say(chat, "ile kosztuje dostawa");
    assertThat(last(chat, "bot")).containsText("14,99");
    say(chat, "chcę zwrócić towar");
    assertThat(last(chat, "bot")).containsText("Jaki jest numer zamówienia");
    say(chat, "AB123456");
    press(chat, "damaged");
    assertThat(last(chat, "customer")).containsText("Uszkodzone lub wadliwe");
    assertThat(last(chat, "bot")).containsText("Napisz w jednym zdaniu");
    look(customer, "03-chat-button-pressed");
    say(chat, "Pękł pasek plecaka");
    assertThat(last(chat, "bot")).containsText("e-mail");
    say(chat, "anna@example.com");
    assertThat(last(chat, "bot")).containsText("anna@example.com");
    awaitStatus(chat, "queued");
    assertThat(standing(chat)).containsText("1");
    look(customer, "04-chat-queued");
  }

  private static void readTheWholeTalk(Page agent) {
    waiting(agent, "Zwroty").click();
    assertThat(line(agent, "customer", "ile kosztuje dostawa")).isVisible();
    assertThat(line(agent, "bot", "14,99")).hasCount(1);
    assertThat(line(agent, "customer", "Uszkodzone lub wadliwe")).hasCount(1);
    assertThat(agent.locator("thread-log [data-option=damaged][data-chosen]")).hasCount(1);
    var card = agent.locator("details[data-card]");
    assertThat(card.locator("[data-card-reason]")).hasAttribute("data-card-reason", "flow");
    assertThat(card.locator("[data-slot=orderNumber]")).containsText("AB123456");
    assertThat(card.locator("[data-slot=returnReason]")).containsText("Uszkodzone");
    assertThat(card.locator("[data-slot=reach]")).containsText("anna@example.com");
    assertThat(card.locator("[data-card-tried]")).containsText("Koszt dostawy");
    assertThat(card).containsText(Pattern.compile("polski", Pattern.CASE_INSENSITIVE));
    look(agent, "05-console-opened");
  }

  private static void talk(Page agent, Page customer, FrameLocator chat) {
    act(agent, "claim").click();
    awaitStatus(chat, "open");
    write(agent, "note", "TAJNE: klientka z VIP");
    assertThat(agent.locator("[data-entry][data-private]")).containsText("TAJNE");
    write(agent, "reply", "Dzień dobry, wysyłam etykietę.");
    assertThat(last(chat, "agent")).containsText("wysyłam etykietę");
    assertThat(chat.locator("[data-log]")).not().containsText("TAJNE");
    look(agent, "06-console-claimed");
    look(customer, "07-chat-with-agent");
  }

  private static void crash(Page agent, Page customer, FrameLocator chat) {
    gateway.kill();
    var banner = chat.locator("[data-banner]");
    assertThat(banner).isVisible();
    assertThat(banner).containsText("Łączymy ponownie");
    assertThat(agent.locator("desk-page [data-banner]")).isVisible();
    say(chat, "Napisane podczas awarii");
    write(agent, "reply", "Odpisane podczas awarii");
    look(customer, "08-chat-reconnecting");
    look(agent, "09-console-reconnecting");
    gateway.start();

    assertThat(banner).isHidden();
    assertThat(last(chat, "agent")).containsText("Odpisane podczas awarii");
    assertThat(line(agent, "customer", "Napisane podczas awarii")).hasCount(1);
    var once = withText("Napisane podczas awarii");
    assertThat(chat.locator("[data-entry][data-from=customer]").filter(once)).hasCount(1);
    assertThat(chat.locator("[data-outgoing]")).hasCount(0);
    assertThat(line(agent, "agent", "Odpisane podczas awarii")).hasCount(1);
    look(customer, "10-chat-again");
  }

  private static void endAndBeginAgain(Page agent, Page customer, FrameLocator chat) {
    act(agent, "resolve").click();
    awaitStatus(chat, "resolved");
    look(customer, "11-chat-resolved");
    say(chat, "Jeszcze jedno pytanie o etykietę");
    assertThat(standing(chat)).hasAttribute("data-status", Pattern.compile("open|queued"));
    assertThat(chat.locator("[data-entry][data-from=system]").last())
        .containsText("Wracamy do tej samej sprawy");
    agent.locator("[data-list=mine] a").filter(withText("Zwroty")).click();
    assertThat(line(agent, "customer", "Jeszcze jedno pytanie")).hasCount(1);
    assertThat(line(agent, "customer", "Napisane podczas awarii")).hasCount(1);
    assertThat(chat.locator("[data-log]")).not().containsText("TAJNE");
    look(agent, "12-console-reopened");
  }

  @Test
  void tellsTheSlowerOfTwoAgentsWhoWasFaster() {
    var admin = console("admin", gateway.password());
    admin.navigate(gateway.base() + "/console#/agents");
    var form = admin.locator("[data-new-agent]");
    form.locator("[name=name]").fill("Ewa Nowak");
    form.locator("[name=login]").fill("ewa");
    form.locator("[data-add]").click();
    var password = admin.locator("[data-secret]").textContent();
    look(admin, "13-agents");
    var ewa = console("ewa", password);
    admin.navigate(gateway.base() + "/console#/");

    var chat = openChat(page("en-GB"));
    say(chat, "agent");
    press(chat, "payment");
    awaitStatus(chat, "queued");
    var mine = waiting(admin, "Płatności");
    claimBoth(admin, ewa);

    var winners = new ArrayList<String>();
    for (var console : List.of(admin, ewa)) {
      if (console.locator("[data-message]").count() == 0) {
        winners.add(console == ewa ? "Ewa Nowak" : "Admin");
      }
    }
    assertThat(winners).as("one of them lost").hasSize(1);
    var loser = winners.getFirst().equals("Admin") ? ewa : admin;
    assertThat(loser.locator("[data-message]")).containsText(winners.getFirst());
    assertThat(standing(chat)).containsText(winners.getFirst());
    assertThat(mine).hasCount(0);
    look(loser, "14-console-lost-claim");
  }

  /** Both pages send their claim before either hears of the other's. */
  private static void claimBoth(Page admin, Page ewa) {
    for (var console : List.of(admin, ewa)) {
      waiting(console, "Płatności").click();
      assertThat(act(console, "claim")).isVisible();
    }
    var soon = (double) Instant.now().plusMillis(500).toEpochMilli();
    act(admin, "claim").evaluate(CLICK_AT, soon);
    act(ewa, "claim").evaluate(CLICK_AT, soon);
    admin.locator("[data-message]").or(act(admin, "resolve")).first().waitFor();
    ewa.locator("[data-message]").or(act(ewa, "resolve")).first().waitFor();
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
    var customer = page(locale);
    var chat = openChat(customer);
    assertThat(chat.locator("[data-greeting]")).containsText(greeting);
    say(chat, question);
    assertThat(last(chat, "bot")).containsText(answer);
    look(customer, "15-language-" + locale);
  }
}
