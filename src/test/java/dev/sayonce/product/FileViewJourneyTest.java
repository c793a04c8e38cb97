package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.sayonce.redis.TestRedis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One file of a conversation in a real browser, under the real page's policy. */
class FileViewJourneyTest {

  private static final double PATIENCE = 20_000;

  /** Loading waits for the test's word, so that the moment before can be looked at. */
  private static final String SHOW =
      """
      async ([type, hasSmall]) => {
        await import('/shared/file-view.js');
        const { translator } = await import('/shared/i18n.js');
        const { pl } = await import('/shared/messages/files.pl.js');
        const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 400 });
        const draw = canvas.getContext('2d');
        draw.fillStyle = '#1b6a4f';
        draw.fillRect(0, 0, 800, 400);
        const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
        const gate = new Promise((open) => (window.letGo = open));
        window.loads = [];
        const view = document.createElement('file-view');
        Object.assign(view, {
          file: { id: 'f1', name: 'paragon ze sklepu.png', type, size: 1468006, width: 800, height: 400, hasSmall },
          say: translator({ pl }, 'pl'),
          load: async (size) => {
            window.loads.push(size);
            await gate;
            if (window.broken) throw new Error('broken');
            return URL.createObjectURL(blob);
          },
        });
        document.body.replaceChildren(view);
        await view.updateComplete;
      }
      """;

  private static Browsers browsers;
  private static GatewayProcess gateway;

  private final List<String> errors = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    TestRedis.flush();
    gateway = GatewayProcess.onTestRedis();
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

  @BeforeEach
  void open() {
    page = browsers.browser().newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            errors.add(message.text());
          }
        });
    page.setDefaultTimeout(PATIENCE);
    page.navigate(gateway.base() + "/chat/?language=pl");
  }

  @AfterEach
  void close() {
    page.close();
    assertThat(errors).as("what the page threw or was refused").isEmpty();
  }

  private void show(String type, boolean hasSmall) {
    page.evaluate(SHOW, List.of(type, hasSmall));
  }

  private Object focused() {
    return page.evaluate(
        """
        () => {
          let element = document.activeElement;
          while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element.className || [...element.attributes].map((a) => a.name).join(' ');
        }
        """);
  }

  @Test
  void aPictureHasItsPlaceBeforeItComes() {
    show("image/png", true);
    var before = page.locator("file-view .picture").boundingBox();
    assertThat(page.locator("file-view .picture"))
        .hasAttribute("aria-label", "Powiększ: paragon ze sklepu.png");

    page.evaluate("() => window.letGo()");
    assertThat(page.locator("file-view .picture img")).isVisible();
    assertThat(page.locator("file-view .picture img")).hasAttribute("alt", "paragon ze sklepu.png");

    var after = page.locator("file-view .picture").boundingBox();
    assertThat(after.width).isEqualTo(before.width);
    assertThat(after.height).isEqualTo(before.height);
    assertThat(after.width / after.height).isBetween(1.9, 2.1);
  }

  @Test
  void opensLargeByKeyboardAndGivesTheFocusBack() {
    show("image/png", true);
    page.evaluate("() => window.letGo()");
    page.locator("file-view .picture").focus();
    page.keyboard().press("Enter");

    assertThat(page.locator("file-view dialog")).isVisible();
    assertThat(page.locator("file-view dialog"))
        .hasAttribute("aria-label", "paragon ze sklepu.png");
    assertThat(page.locator("file-view .stage[aria-busy=false] img")).isVisible();
    assertThat((String) focused()).contains("data-close");

    page.keyboard().press("Escape");
    assertThat(page.locator("file-view dialog")).hasCount(0);
    page.waitForCondition(() -> "picture".equals(focused()));
    assertThat(page.evaluate("() => window.loads.join()")).isEqualTo("small,full");
  }

  @Test
  void aFailingPictureIsALineToTryAgain() {
    page.evaluate("() => { window.broken = true; }");
    show("image/png", true);
    page.evaluate("() => window.letGo()");
    assertThat(page.locator("file-view")).containsText("Nie udało się wczytać pliku.");
    assertThat(page.locator("file-view .name")).hasText("paragon ze sklepu.png");

    page.evaluate("() => { window.broken = false; }");
    page.locator("file-view [data-again]").click();
    assertThat(page.locator("file-view .picture img")).isVisible();
  }

  @Test
  void aDocumentIsSavedUnderItsName() {
    show("application/pdf", false);
    page.evaluate("() => window.letGo()");
    assertThat(page.locator("file-view .facts")).containsText("Dokument PDF, 1,4");

    var saved = page.waitForDownload(() -> page.locator("file-view [data-download]").click());

    assertThat(saved.suggestedFilename()).isEqualTo("paragon ze sklepu.png");
    assertThat(page.evaluate("() => window.loads.join()")).isEqualTo("full");
  }
}
