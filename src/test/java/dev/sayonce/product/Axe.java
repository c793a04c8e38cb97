package dev.sayonce.product;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Looks at a page as axe-core does: WCAG 2.2 A and AA and what is good practice, in light and in
 * dark, through open shadow roots and frames.
 */
final class Axe {

  private static final String SCRIPT = read("/axe.min.js");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  /** Answers a line for each violation at each place. */
  private static final String RUN =
      """
      async (tags) => {
        axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });
        const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
        const selector = (target) => target.map((step) => [step].flat().join(' » ')).join(' | ');
        return violations.flatMap(({ id, impact, help, helpUrl, nodes }) =>
          nodes.map(({ target, failureSummary, html }) =>
            `${impact} ${id}: ${help}\\n    at  ${selector(target)}\\n        ${html.slice(0, 160)}\\n` +
            `    fix ${failureSummary.replace(/\\s*\\n\\s*/g, ' ')}\\n    see ${helpUrl.split('?')[0]}`));
      }
      """;

  /** Waits till everything that appears after a moment has appeared. */
  private static final String STILL =
      """
      async () => {
        const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
        const ending = all(document).flatMap((e) => e.getAnimations()).filter((a) => a.effect.getComputedTiming().endTime !== Infinity);
        const patience = new Promise((enough) => setTimeout(enough, 3000));
        await Promise.race([patience, Promise.all(ending.map((a) => a.finished.catch(() => {})))]);
      }
      """;

  private Axe() {}

  /** Fails with a readable line for each violation; {@code what} names the state of the page. */
  static void check(Page page, String what) {
    var problems = problems(page);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "%s: %d violations%n%s".formatted(what, problems.size(), String.join("\n", problems)));
    }
  }

  /** A readable line for each violation. */
  static List<String> problems(Page page) {
    page.frames().stream()
        .filter(frame -> !frame.isDetached())
        .forEach(frame -> frame.evaluate(STILL));
    var problems =
        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
            .flatMap(scheme -> violations(page, scheme))
            .toList();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null).setReducedMotion(null));
    return problems;
  }

  /** Nothing moves meanwhile: colours half-way between two states would be taken for the real. */
  private static Stream<String> violations(Page page, ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    page.frames().stream().filter(frame -> !frame.isDetached()).forEach(Axe::bring);
    return ((List<?>) page.evaluate(RUN, RULES))
        .stream().map(line -> "  [%s] %s".formatted(scheme.name().toLowerCase(Locale.ROOT), line));
  }

  private static void bring(Frame frame) {
    frame.evaluate("() => { if (!globalThis.axe) { " + SCRIPT + " } }");
  }

  private static String read(String resource) {
    try (var in = Axe.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
