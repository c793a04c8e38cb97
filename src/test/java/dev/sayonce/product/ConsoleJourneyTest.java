package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A day at the desk, in a real browser: what agents do with their hands. */
class ConsoleJourneyTest {

  private static final String EWA = "ewa";
  private static final double ONE_LINE = 64;
  private static final String CLUB_CARD =
      """
      title: {pl: Karta klubowa, ru: Клубная карта, en: Club card}
      phrases:
        pl: [chcę kartę klubową, zgubiłam kartę klubową, zapiszcie mnie do klubu]
        ru: [хочу клубную карту, я потеряла клубную карту, запишите меня в клуб]
        en: [i want a club card, i lost my club card, sign me up for the club]
      slots:
        name:
          title: {pl: Imię, ru: Имя, en: Name}
          type: text
      steps:
        - ask: name
          say: {pl: Jak się nazywasz?, ru: Как вас зовут?, en: What is your name?}
        - handoff: orders
          say: {pl: "Dziękuję, {name}.", ru: "Спасибо, {name}.", en: "Thank you, {name}."}
      """;

  private static Browsers browsers;
  private static GatewayProcess gateway;
  private static String ewasPassword;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    var flows =
        SampleCompany.with(
            Map.of("club-card.yaml", CLUB_CARD),
            company -> company.replace("reopen-within: 72h", "reopen-within: 1s"));
    gateway =
        GatewayProcess.onEmbeddedRedis(
            "--sayonce.web.burst=100", "--sayonce.engine.flows=" + flows);
    ewasPassword = newAgent();
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

  private static String newAgent() {
    try (var windows = new Windows(browsers)) {
      var page = windows.open(Screen.DESKTOP, "pl-PL");
      var admin = ConsoleFace.signedIn(page, gateway.base(), "admin", gateway.password());
      admin.go("agents");
      var form = page.locator("[data-new-agent]");
      form.locator("[name=name]").fill("Ewa Nowak");
      form.locator("[name=login]").fill(EWA);
      form.locator("[data-add]").click();
      return page.locator("[data-secret]").textContent();
    }
  }

  private ConsoleFace admin() {
    return signedIn("admin", gateway.password(), Screen.DESKTOP);
  }

  private ConsoleFace ewa() {
    return signedIn(EWA, ewasPassword, Screen.DESKTOP);
  }

  private ConsoleFace signedIn(String login, String password, Screen screen) {
    return ConsoleFace.signedIn(windows.open(screen, "pl-PL"), gateway.base(), login, password);
  }

  private static ChatClient customer(String... words) {
    var customer = ChatClient.open(gateway.port(), "pl");
    for (var text : words) {
      customer.say(text);
    }
    return customer;
  }

  /** Somebody who waits, and whose order number is known. */
  private static ChatClient returner() {
    var customer = customer("chcę zwrócić towar", "AB123456");
    await().until(() -> customer.lastOf("entry").isPresent() && hasOptions(customer));
    customer.choose(lastWithOptions(customer), "damaged");
    customer.say("Pękł pasek plecaka");
    customer.say("anna@example.com");
    await().until(() -> "queued".equals(customer.status()));
    return customer;
  }

  private static boolean hasOptions(ChatClient customer) {
    return customer.frames("entry").stream().anyMatch(e -> e.has("options"));
  }

  private static tools.jackson.databind.JsonNode lastWithOptions(ChatClient customer) {
    return customer.frames("entry").stream().filter(e -> e.has("options")).toList().getLast();
  }

  /** Keeps a picture of a state, and lets axe look at it. */
  private static void look(ConsoleFace agent, String name) {
    agent
        .page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    Axe.check(agent.page(), name);
  }

  @Test
  void worksByKeyboardFromSigningInToTheEnd() {
    try (var customer = returner()) {
      var agent = ConsoleFace.at(windows.open(Screen.DESKTOP, "pl-PL"), gateway.base());
      agent.type("admin");
      agent.press("Tab");
      agent.type(gateway.password());
      agent.press("Enter");
      assertThat(agent.rows("waiting").first()).isVisible();

      agent.press("?");
      assertThat(agent.marked("shortcuts")).isVisible();
      look(agent, "30-console-keys");
      agent.press("Alt+j");
      assertThat(agent.page()).hasURL(Pattern.compile("#/$|console/$"));
      agent.press("Escape");
      assertThat(agent.marked("shortcuts")).isHidden();

      reach(agent, customer);
      agent.press("Alt+c");
      assertThat(agent.composer("reply")).isFocused();
      agent.type("Czy to wszystko?");
      agent.press("Enter");
      await().until(() -> customer.texts("agent").contains("Czy to wszystko?"));

      agent.press("Alt+p");
      assertThat(agent.composer("note")).isFocused();
      look(agent, "31-console-note");
      agent.type("TAJNE: klientka z VIP");
      agent.press("Enter");
      assertThat(agent.notes()).containsText("TAJNE");
      assertThat(agent.notes().locator("xpath=..")).containsText("Notatka prywatna");

      agent.press("Alt+e");
      await().until(() -> "resolved".equals(customer.status()));
      assertThat(customer.allTexts()).noneMatch(text -> text.contains("TAJNE"));
    }
  }

  /** Steps down the list till that customer's conversation is in front. */
  private static void reach(ConsoleFace agent, ChatClient customer) {
    var address = Pattern.compile(Pattern.quote(customer.conversation()));
    for (int steps = 0; steps < 20 && !address.matcher(agent.page().url()).find(); steps++) {
      var before = agent.page().url();
      agent.press("Alt+j");
      agent.page().waitForURL(url -> !url.equals(before));
    }
    assertThat(agent.act("claim")).isVisible();
  }

  @Test
  void fillsACannedReplyAndHoldsItWhileSomethingIsMissing() {
    try (var customer = customer("chcę rozmawiać z konsultantem")) {
      var agent = admin();
      claim(agent, customer);
      agent.composer("reply").press("/");
      assertThat(agent.marked("canned")).isVisible();
      agent.type("paczka w drodze");
      assertThat(agent.page().locator("[data-canned-item]")).hasCount(1);
      look(agent, "32-console-canned");
      agent.press("Enter");
      assertThat(agent.composer("reply")).hasValue(Pattern.compile("‹Numer zamówienia›"));
      agent.press("Enter");
      assertThat(agent.marked("missing")).containsText("Numer zamówienia");
      look(agent, "33-console-missing");
      agent.type("XY987654");
      agent.press("Enter");
      await().until(() -> customer.texts("agent").stream().anyMatch(t -> t.contains("XY987654")));
      assertThat(customer.allTexts()).noneMatch(text -> text.contains("‹"));

      agent.composer("reply").press("/");
      agent.page().locator("[data-canned-item=greeting]").click();
      assertThat(agent.composer("reply")).hasValue(Pattern.compile("z tej strony Admin"));
    }
  }

  private static void claim(ConsoleFace agent, ChatClient customer) {
    await().until(() -> !customer.entries().isEmpty());
    agent.open(customer.conversation());
    agent.act("claim").click();
    assertThat(agent.composer("reply")).isFocused();
  }

  @Test
  void warnsBeforeAskingWhatIsKnownAndCountsWhoAsksAnyway() {
    try (var customer = returner()) {
      var agent = admin();
      claim(agent, customer);
      agent.composer("reply").fill("Jaki jest numer zamówienia?");
      agent.press("Enter");
      assertThat(agent.page().locator("[data-known-anyway]")).isVisible();
      assertThat(agent.marked("known").first()).containsText("AB123456");
      look(agent, "34-console-known");
      agent.page().locator("[data-known-insert]").click();
      assertThat(agent.composer("reply")).hasValue("Jaki jest numer zamówienia? AB123456");
      assertThat(customer.texts("agent")).isEmpty();

      agent.composer("reply").fill("Proszę o numer zamówienia");
      agent.press("Enter");
      agent.page().locator("[data-known-anyway]").click();
      await().until(() -> customer.texts("agent").contains("Proszę o numer zamówienia"));
      assertThat(agent.notices("asked-again")).containsText("Numer zamówienia");

      agent.composer("reply").fill("Etykieta jest w drodze");
      agent.press("Enter");
      await().until(() -> customer.texts("agent").contains("Etykieta jest w drodze"));
    }
  }

  @Test
  void showsWhoTypesAndWhoLooks() {
    try (var customer = returner()) {
      var agent = admin();
      claim(agent, customer);
      customer.type();
      assertThat(agent.page().locator("thread-log [data-typing]")).isVisible();
      assertThat(agent.rows("mine").locator("[data-typing]")).isVisible();

      agent.composer("reply").pressSequentially("Dzień dobry");
      await().until(() -> customer.lastOf("typing").isPresent());
      int heard = customer.frames("typing").size();

      var colleague = ewa();
      colleague.open(customer.conversation());
      assertThat(agent.marked("looking")).containsText("Ewa Nowak");
      assertThat(colleague.marked("looking")).containsText("Admin");
      colleague.page().locator("[data-kind=note]").click();
      colleague.composer("note").pressSequentially("Widzę, że");
      assertThat(agent.marked("looking")).containsText("Ewa Nowak pisze notatkę");
      assertThat(customer.frames("typing")).hasSize(heard);
      look(agent, "35-console-colleague");
      colleague.go("");
      assertThat(agent.marked("looking")).isHidden();
    }
  }

  @Test
  void findsPeopleByNameNumberAndWords() {
    try (var named = customer("chcę kartę klubową", "Grażyna Łęcka");
        var returner = returner()) {
      await().until(() -> "queued".equals(named.status()));
      var agent = admin();
      agent.press("Alt+s");
      assertThat(agent.marked("search")).isFocused();
      agent.type("grazyna lec");
      assertThat(hit(agent, "name").locator("mark")).hasText("Grażyna Łęc");
      look(agent, "36-console-search");

      agent.marked("search").fill("ab 123-456");
      assertThat(hit(agent, "number").first()).isVisible();

      agent.marked("search").fill("chce ZWROCIC");
      assertThat(hit(agent, "text").first().locator("mark")).hasText("chcę zwrócić");
      hit(agent, "text").first().click();
      assertThat(agent.page().locator("[data-entry].target")).containsText("chcę zwrócić");

      agent.marked("search").press("Escape");
      assertThat(agent.list("waiting")).isVisible();
      assertThat(returner.texts("agent")).isEmpty();
    }
  }

  private static com.microsoft.playwright.Locator hit(ConsoleFace agent, String where) {
    return agent.page().locator("[data-hit=%s]".formatted(where));
  }

  @Test
  void speaksAnAgentsLanguageOnEveryMachine() {
    var agent = ewa();
    agent.marked("profile").click();
    agent.marked("language").selectOption("ru");
    assertThat(agent.list("waiting")).containsText("Ждут");
    look(agent, "37-console-russian");

    var elsewhere = ewa();
    assertThat(elsewhere.list("waiting")).containsText("Ждут");
    elsewhere.marked("profile").click();
    elsewhere.marked("language").selectOption("pl");
    assertThat(elsewhere.list("waiting")).containsText("Czekają");
  }

  @Test
  void keepsWhatWasBegunInEachConversation() {
    try (var one = customer("chcę rozmawiać z konsultantem");
        var other = customer("chcę rozmawiać z konsultantem")) {
      var agent = admin();
      claim(agent, one);
      agent.composer("reply").fill("Zaczęta odpowiedź");
      claim(agent, other);
      assertThat(agent.composer("reply")).hasValue("");
      agent.draft("note", "Zaczęta notatka");
      agent.page().reload();
      agent.open(one.conversation());
      assertThat(agent.composer("reply")).hasValue("Zaczęta odpowiedź");
      var row = "a[data-conversation='%s']".formatted(other.conversation());
      assertThat(agent.list("mine").locator(row)).hasAttribute("data-draft", "");
      agent.open(other.conversation());
      agent.page().locator("[data-kind=note]").click();
      assertThat(agent.composer("note")).hasValue("Zaczęta notatka");
      assertThat(agent.notes()).hasCount(0);
    }
  }

  @Test
  void leadsToEarlierCasesAndBack() {
    try (var customer = returner()) {
      var agent = admin();
      claim(agent, customer);
      var first = customer.conversation();
      agent.act("resolve").click();
      await().until(() -> "resolved".equals(customer.status()));
      var end = Instant.now();
      await().until(() -> Instant.now().isAfter(end.plusSeconds(1)));
      customer.say("chcę rozmawiać z konsultantem");
      await().until(() -> !customer.conversation().equals(first));

      agent.open(customer.conversation());
      var earlier = agent.page().locator("[data-earlier-case]");
      assertThat(earlier).containsText("chcę zwrócić towar");
      assertThat(earlier).containsText("Admin");
      earlier.click();
      assertThat(agent.entries("customer", "Pękł pasek plecaka")).isVisible();
      agent.page().locator("[data-back]").click();
      agent.page().waitForURL(url -> url.endsWith(customer.conversation()));
      assertThat(agent.act("claim")).isVisible();
    }
  }

  @Test
  void fitsAPhone() {
    try (var customer = returner()) {
      var agent = signedIn("admin", gateway.password(), Screen.PHONE);
      assertThat(agent.marked("counts")).isVisible();
      look(agent, "38-phone-list");
      agent.list("waiting").locator(rowOf(customer)).tap();
      assertThat(agent.list("waiting")).isHidden();
      assertThat(agent.marked("longest-wait")).isVisible();
      assertThat(agent.page().locator("console-app header").first().boundingBox().height)
          .isLessThan(ONE_LINE);
      look(agent, "39-phone-thread");
      agent.marked("about").tap();
      assertThat(agent.page().locator("[data-slot=orderNumber]")).containsText("AB123456");
      look(agent, "40-phone-about");
      agent.page().goBack();
      assertThat(agent.act("claim")).isVisible();
      agent.back().tap();
      assertThat(agent.list("waiting")).isVisible();
      assertThat(
              (Boolean)
                  agent.page().evaluate("() => document.documentElement.scrollWidth > innerWidth"))
          .isFalse();
    }
  }

  private static String rowOf(ChatClient customer) {
    return "a[data-conversation='%s']".formatted(customer.conversation());
  }
}
