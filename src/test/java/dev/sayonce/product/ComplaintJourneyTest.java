package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A complaint in real browsers: from one tap to the end that the customer agreed to. */
class ComplaintJourneyTest {

  private static final Pattern NUMBER = Pattern.compile("R-[2-9B-Z]{6}");

  /** The warning comes within a minute of the complaint. */
  private static final IsVisibleOptions WITHIN_MINUTES = new IsVisibleOptions().setTimeout(150_000);

  private static Browsers browsers;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    var flows =
        SampleCompany.with(
            Map.of(),
            company ->
                company.replaceFirst(
                    "(?m)^complaints:.*$",
                    "complaints: {team: returns, deadline: 1 working hour, warn-before: 59m}"));
    gateway =
        GatewayProcess.onEmbeddedRedis(
            "--sayonce.web.burst=100", "--sayonce.engine.flows=" + flows);
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

  private ChatFace chat(Screen screen, String locale) {
    return ChatFace.at(windows.open(screen, locale), gateway.base()).open();
  }

  private ConsoleFace console(Screen screen, String locale) {
    return ConsoleFace.signedIn(
        windows.open(screen, locale), gateway.base(), "admin", gateway.password());
  }

  private static void look(Page page, String name) {
    Axe.check(page, name);
    shoot(page, name);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    shoot(page, name + "-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }

  /** Its number, once the customer has read it. */
  private static String numberIn(ChatFace chat) {
    var told = chat.entries("bot").filter(new Locator.FilterOptions().setHasText(NUMBER)).first();
    assertThat(told).isVisible();
    var found = NUMBER.matcher(told.textContent());
    return found.results().findFirst().orElseThrow().group();
  }

  private static Locator panel(ConsoleFace agent, String number) {
    return agent.page().locator("article[data-complaint='%s']".formatted(number));
  }

  private static void propose(ConsoleFace agent, String number, String outcome) {
    var panel = panel(agent, number);
    panel.locator("textarea").fill(outcome);
    panel.locator("[data-propose]").click();
    assertThat(panel).hasAttribute("data-state", "proposed");
  }

  @Test
  void goesFromOneTapToTheCustomersConsent() {
    var agent = console(Screen.DESKTOP, "pl-PL");
    var chat = chat(Screen.DESKTOP, "pl-PL");
    chat.pick("[data-complaint]");
    assertThat(chat.last("bot")).containsText("Czego dotyczy reklamacja");
    chat.press("product");
    chat.say("AB123456");
    chat.say("Zamek w śpiworze rozszedł się po jednej nocy");
    chat.press("refund");
    chat.say("anna@example.com");
    var number = numberIn(chat);
    assertThat(chat.entries("system", "prowadzi")).containsText("Admin");
    look(chat.page(), "complaint-01-filed");

    agent.page().locator("[data-tab=complaints]").click();
    var row = agent.rows("complaints", number);
    assertThat(row).containsText("zostało");
    look(agent.page(), "complaint-02-list");
    row.click();
    assertThat(panel(agent, number).locator("[data-hint]")).isVisible();
    agent.act("claim").click();
    agent.write("reply", "Dzień dobry, już patrzę.");
    assertThat(chat.last("agent")).containsText("już patrzę");

    agent.act("resolve").click();
    assertThat(agent.message()).containsText("najpierw zaproponuj rozwiązanie");
    look(agent.page(), "complaint-03-refused");
    propose(agent, number, "Oddamy całą kwotę jeszcze dziś, śpiwór zostaje u Pani.");
    look(agent.page(), "complaint-04-proposed");
    assertThat(chat.last("agent")).containsText("całą kwotę");
    chat.say("co z moją reklamacją?");
    assertThat(chat.entries("system", "proponuje")).containsText(number);
    look(chat.page(), "complaint-05-status");

    chat.part("[data-option^='complaint:accept']").last().click();
    assertThat(chat.entries("system", "załatwiona")).containsText(number);
    chat.awaitStatus("resolved");
    look(chat.page(), "complaint-06-accepted");
    assertThat(panel(agent, number)).hasAttribute("data-state", "closed");
    assertThat(agent.notices("complaint").last()).containsText("pierwszym kontakcie");
    look(agent.page(), "complaint-07-closed");
  }

  @Test
  void comesBackWhenTheCustomerIsNotContentOnThePhoneToo() {
    var agent = console(Screen.PHONE, "ru-RU");
    var chat = chat(Screen.PHONE, "ru-RU");
    chat.say("жалоба");
    chat.press("service");
    chat.say("Три дня никто не отвечал на письма");
    chat.say("olga@example.com");
    var number = numberIn(chat);
    look(chat.page(), "complaint-10-phone-filed");

    agent.page().locator("[data-tab=complaints]").click();
    agent.rows("complaints", number).click();
    agent.act("claim").click();
    agent.page().locator("[data-brief]").click();
    look(agent.page(), "complaint-11-phone-panel");
    propose(agent, number, "Промокод на 10 %.");
    chat.part("[data-option^='complaint:dispute']").last().click();
    assertThat(chat.entries("system", "не решена")).containsText(number);
    assertThat(panel(agent, number)).hasAttribute("data-state", "disputed");
    look(agent.page(), "complaint-12-phone-disputed");
    propose(agent, number, "Извинения и 50 злотых на счёт.");
    chat.say("Согласна");
    assertThat(chat.entries("system", "решена и закрыта")).isVisible();

    chat.say("что с моей жалобой?");
    chat.part("[data-option^='complaint:reopen']").last().click();
    assertThat(chat.entries("system", "снова открыта")).containsText(number);
    assertThat(panel(agent, number)).hasAttribute("data-state", "disputed");
    look(chat.page(), "complaint-13-phone-reopened");
  }

  @Test
  void callsItsOwnerBeforeTheDeadlineBreaks() {
    var agent = console(Screen.DESKTOP, "en-GB");
    var chat = chat(Screen.DESKTOP, "en-GB");
    chat.say("agent");
    chat.press("order");
    chat.awaitStatus("queued");
    chat.say("Complaint");
    var number = numberIn(chat);
    var call = agent.page().locator("[data-calls='%s']".formatted(number));
    assertThat(call).isVisible(WITHIN_MINUTES);
    assertThat(call).hasAttribute("data-due", "soon");
    agent.page().locator("[data-tab=complaints]").click();
    assertThat(agent.rows("complaints", number).locator("[data-due=soon]")).isVisible();
    look(agent.page(), "complaint-20-soon");
  }
}
