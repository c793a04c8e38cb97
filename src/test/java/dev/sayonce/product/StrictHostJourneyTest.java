package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chat on a page of another origin that allows nothing it need not allow. */
class StrictHostJourneyTest {

  private static final String NOTE_VIOLATIONS =
      """
      window.violations = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        window.violations.push(`${violatedDirective} ${blockedURI}`));
      """;

  /** Everything that a style sheet or a shift of the page could change, of each element. */
  private static final String LOOKS =
      """
      () => [...document.querySelectorAll('html, body, body *')]
        .filter((element) => !element.closest('[data-sayonce-widget]'))
        .map((element, i) => {
          const style = getComputedStyle(element);
          const { x, y, width, height } = element.getBoundingClientRect();
          const all = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
          return `${i} ${element.localName} ${[x, y, width, height]} ${all.join('; ')}`;
        })
      """;

  private static Browsers browsers;
  private static StrictHost host;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    host = StrictHost.start();
    gateway =
        GatewayProcess.onEmbeddedRedis("--sayonce.web.allowed-origins=%s".formatted(host.origin()));
    host.show(gateway.base());
  }

  @AfterAll
  static void stop() {
    for (var one : new AutoCloseable[] {gateway, host, browsers}) {
      closeQuietly(one);
    }
  }

  private static void closeQuietly(AutoCloseable one) {
    try {
      if (one != null) {
        one.close();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    windows.close();
  }

  private Page window(Screen screen) {
    var page = windows.open(screen, "en-GB");
    page.addInitScript(NOTE_VIOLATIONS);
    page.onRequest(this::noteRequest);
    page.onConsoleMessage(this::noteComplaint);
    return page;
  }

  private void noteRequest(Request request) {
    requests.add(request.url());
  }

  private void noteComplaint(ConsoleMessage message) {
    if (List.of("error", "warning").contains(message.type())) {
      complaints.add(message.text());
    }
  }

  @ParameterizedTest
  @EnumSource
  void worksUnderAPolicyThatAllowsOnlyScriptAndFrame(Screen screen) {
    var page = window(screen);
    var chat = ChatFace.onPage(page, host.origin() + "/").open();
    assertThat(chat.greeting()).containsText("Hi, this is Polanka");
    chat.say("how much is delivery");
    assertThat(chat.last("bot")).containsText("14.99");
    assertThat(page.evaluate("violations")).isEqualTo(List.of());
    assertThat(complaints).isEmpty();
  }

  @Test
  void loadsOneFileBeforeSomebodyOpensIt() {
    var page = window(Screen.DESKTOP);
    var chat = ChatFace.onPage(page, host.origin() + "/");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(requests).containsExactly(host.origin() + "/", gateway.base() + "/widget.js");
    assertThat(chat.frame()).hasCount(0);
    assertThat(page.context().cookies()).isEmpty();
    assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
  }

  @Test
  void changesNothingOfTheLookOfThePageAroundIt() {
    var page = window(Screen.DESKTOP);
    page.navigate(host.origin() + "/plain");
    var plain = looks(page);
    assertThat(plain).hasSizeGreaterThan(20);
    var chat = ChatFace.onPage(page, host.origin() + "/");
    assertThat(looks(page)).isEqualTo(plain);
    chat.open();
    assertThat(chat.greeting()).isVisible();
    assertThat(looks(page)).isEqualTo(plain);
    chat.launcher().click();
    assertThat(chat.frame()).isHidden();
    assertThat(looks(page)).isEqualTo(plain);
  }

  @Test
  void leavesNothingBehindButItsOwnNames() {
    var page = window(Screen.DESKTOP);
    page.navigate(host.origin() + "/plain");
    var plain = globals(page);
    ChatFace.onPage(page, host.origin() + "/");
    assertThat(globals(page)).filteredOn(Predicate.not(plain::contains)).containsExactly("SayOnce");
  }

  @Test
  void showsNothingOnAPageThatIsNotAllowedToEmbedIt() {
    try (var stranger = StrictHost.start()) {
      stranger.show(gateway.base());
      var page = window(Screen.DESKTOP);
      var chat = ChatFace.onPage(page, stranger.origin() + "/").open();
      page.waitForCondition(() -> !complaints.isEmpty());
      assertThat(complaints).first().asString().contains("frame-ancestors");
      assertThat(chat.greeting()).hasCount(0);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> looks(Page page) {
    return (List<String>) page.evaluate(LOOKS);
  }

  @SuppressWarnings("unchecked")
  private static List<String> globals(Page page) {
    return (List<String>) page.evaluate("Object.getOwnPropertyNames(window)");
  }
}
