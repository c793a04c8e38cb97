package dev.sayonce.product;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium; none is downloaded. */
final class Browsers implements AutoCloseable {

  /** How long a page may take to show something, in milliseconds: the machine may be busy. */
  static final double PATIENCE = 20_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser;

  private Browsers(Path program) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A running browser; skips the test where there is none, but never in CI. */
  static Browsers launch() {
    return find()
        .map(Browsers::new)
        .orElseGet(
            () -> {
              var reason = "No Chromium at /usr/bin/chromium and none named by CHROMIUM";
              if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(reason);
              }
              System.out.println("Skipped, nothing was tested in a browser: " + reason);
              return Assumptions.abort(reason);
            });
  }

  private static Optional<Path> find() {
    return Optional.of(
            Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium")))
        .filter(Files::isExecutable);
  }

  Browser browser() {
    return browser;
  }

  /** A page in a new window with nothing remembered. Close its context. */
  Page page(Screen screen, String locale) {
    var page = browser.newContext(screen.options().setLocale(locale)).newPage();
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
