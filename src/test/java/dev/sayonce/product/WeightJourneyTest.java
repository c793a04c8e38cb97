package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the pages weigh, in bytes and requests, the first time and again. All figures are printed
 * and kept in {@code target/weights.md}; only those that no machine can change are held to a
 * ceiling.
 */
class WeightJourneyTest {

  private static final int HEAVIEST_LOADER = 12 * 1024;

  private static Browsers browsers;
  private static StrictHost host;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    host = StrictHost.start();
    gateway = GatewayProcess.onEmbeddedRedis("--sayonce.web.allowed-origins=" + host.origin());
    host.show(gateway.base());
  }

  @AfterAll
  static void stop() {
    if (gateway != null) {
      gateway.close();
    }
    if (host != null) {
      host.close();
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
  void weighsNoMoreThanAgreed() {
    var table =
        new Table(
            "What the pages weigh",
            "page",
            "requests",
            "bytes sent",
            "bytes raw",
            "again: requests",
            "again: bytes sent");
    var company = windows.open(Screen.DESKTOP, "en-GB");
    var loader = loadLoader(company);
    weigh(table, "the loader, chat closed", loader, loadLoader(company));
    var customer = windows.open(Screen.DESKTOP, "en-GB");
    weigh(table, "the chat, greeting", loadChat(customer), loadChat(customer));
    var stranger = windows.open(Screen.DESKTOP, "en-GB");
    weigh(table, "the console, signing in", openConsole(stranger), openConsole(stranger));
    var agent = signedIn(stranger);
    weigh(table, "the console, empty desk", openDesk(agent), openDesk(agent));
    table.show("weights.md");

    assertThat(loader.requests()).as("requests before somebody opens the chat").isEqualTo(1);
    assertThat(loader.raw()).as("bytes of widget.js").isLessThanOrEqualTo(HEAVIEST_LOADER);
  }

  private static void weigh(Table table, String what, Traffic.Weight cold, Traffic.Weight warm) {
    table.row(what, cold.requests(), cold.sent(), cold.raw(), warm.requests(), warm.sent());
  }

  private static Traffic.Weight loadLoader(Page page) {
    return weigh(page, ours(), () -> ChatFace.onPage(page, host.origin() + "/"));
  }

  private static Traffic.Weight loadChat(Page page) {
    return weigh(page, ours(), () -> ChatFace.alone(page, gateway.base()));
  }

  /** A browser that has loaded nothing yet and yet knows who it is. */
  private Page signedIn(Page stranger) {
    ConsoleFace.signedIn(stranger, gateway.base(), "admin", gateway.password());
    var agent = windows.open(Screen.DESKTOP, "en-GB");
    agent.context().addCookies(stranger.context().cookies());
    return agent;
  }

  private static Traffic.Weight openConsole(Page page) {
    return weigh(page, ours(), () -> ConsoleFace.at(page, gateway.base()));
  }

  private static Traffic.Weight openDesk(Page page) {
    return weigh(page, ours(), () -> ConsoleFace.atDesk(page, gateway.base()));
  }

  private static Traffic.Weight weigh(Page page, Predicate<URI> which, Runnable loading) {
    page.navigate("about:blank");
    var traffic = Traffic.of(page);
    loading.run();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return traffic.weight(which);
  }

  private static Predicate<URI> ours() {
    return address -> address.getPort() == gateway.port();
  }
}
