package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An agent refunds from the console, and asks a supervisor where it is too much for them alone. */
class RefundJourneyTest {

  private static Browsers browsers;
  private static GatewayProcess gateway;
  private static AgentClient admin;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    gateway =
        GatewayProcess.onEmbeddedRedis(
            "--sayonce.web.burst=100", "--sayonce.engine.flows=" + SampleCompany.alwaysOpen());
    admin = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
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

  private ConsoleFace console(Screen screen, String locale, String name, String role) {
    var login = name.toLowerCase();
    var made =
        admin.post(
            "/agents",
            Map.of(
                "login",
                login,
                "name",
                name,
                "role",
                role,
                "teams",
                List.of(),
                "languages",
                List.of()));
    var password = made.body().path("password").asString();
    return ConsoleFace.signedIn(windows.open(screen, locale), gateway.base(), login, password);
  }

  private static Locator in(Page page, String mark) {
    return page.locator("action-panel [data-%s]".formatted(mark));
  }

  private static void fill(Page page, String amount) {
    in(page, "act-open").click();
    in(page, "action=\"order.refund\"").click();
    assertThat(in(page, "input=\"id\"")).hasValue("AB123457");
    in(page, "input=\"amount\"").fill(amount);
    in(page, "why").fill("arrived broken");
    in(page, "go-on").click();
  }

  private static void look(Page page, String name) {
    var folder = System.getProperty("sayonce.look.refund");
    if (folder != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }
  }

  @Test
  void isMadeWithinTheLimitAndBeyondItWithASupervisorsWord() {
    var chat = ChatFace.at(windows.open(Screen.PHONE, "en-GB"), gateway.base()).open();
    chat.ask("where is my order AB123457");
    chat.press("human");
    chat.awaitStatus("queued");

    var anna = console(Screen.DESKTOP, "en-GB", "Anna", "agent");
    anna.rows("waiting").last().click();
    anna.act("claim").click();
    var desk = anna.page();
    fill(desk, "50");
    Axe.check(desk, "refund form");
    look(desk, "check");
    in(desk, "confirm").check();
    in(desk, "run").click();
    assertThat(anna.notices("call-done").last()).containsText("Refund");
    look(desk, "done");

    fill(desk, "500");
    assertThat(in(desk, "over")).isVisible();
    in(desk, "confirm").check();
    in(desk, "run").click();
    assertThat(in(desk, "approval")).hasCount(1);
    assertThat(in(desk, "approve")).hasCount(0);
    look(desk, "asked");

    var sofia = console(Screen.PHONE, "pl-PL", "Sofia", "supervisor");
    assertThat(sofia.rows("approvals")).hasCount(1);
    look(sofia.page(), "supervisor-list");
    sofia.rows("approvals").first().click();
    sofia.page().locator("[data-about]").click();
    Axe.check(sofia.page(), "approval");
    look(sofia.page(), "supervisor-approval");
    in(sofia.page(), "approve").click();
    assertThat(in(sofia.page(), "approval")).hasCount(0);
    assertThat(anna.notices("called").last()).containsText("approved by Sofia");
    assertThat(anna.notices("call-done")).hasCount(3); // the bot has looked the order up
    look(desk, "approved");
    assertThat(chat.page().locator("body")).not().containsText("Refund");

    sofia.go("audit");
    assertThat(sofia.page().locator("[data-what=call-done]")).hasCount(2);
    Axe.check(sofia.page(), "audit");
    look(sofia.page(), "audit");
    sofia.go("back-ends");
    assertThat(sofia.page().locator("[data-line=asked]")).hasCount(1);
    Axe.check(sofia.page(), "back ends");
    look(sofia.page(), "back-ends");
  }

  @Test
  void saysWhatIsMissingAndWhatDoesNotFitInTheForm() {
    var chat = ChatFace.at(windows.open(Screen.PHONE, "ru-RU"), gateway.base()).open();
    chat.say("zzz qqq xxx www");
    chat.say("qqq zzz www xxx");
    chat.awaitStatus("queued");
    var agent = console(Screen.DESKTOP, "ru-RU", "Olga", "agent");
    agent.rows("waiting").last().click();
    agent.act("claim").click();
    var desk = agent.page();
    in(desk, "act-open").click();
    look(desk, "menu");
    in(desk, "action=\"order.refund\"").click();
    in(desk, "go-on").click();
    assertThat(in(desk, "input=\"id\"")).hasAttribute("aria-invalid", "true");
    in(desk, "input=\"id\"").fill("../../admin");
    in(desk, "input=\"amount\"").fill("10");
    in(desk, "go-on").click();
    in(desk, "confirm").check();
    in(desk, "run").click();
    assertThat(in(desk, "input=\"id\"")).hasAttribute("aria-invalid", "true");
    assertThat(in(desk, "input=\"id\"")).hasValue("../../admin");
    look(desk, "unfit");
    assertThat(agent.notices("called")).hasCount(0);
  }
}
