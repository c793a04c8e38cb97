package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import dev.sayonce.product.LookScenes.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Pictures of every state of every page, on each screen, in light and dark, in each language, for
 * people to look through: {@code target/look/index.html}. Takes minutes, so that it runs only when
 * asked for; {@code src/docs/development.md} says how. Axe looks along in one language.
 */
class LookBook {

  private static final Path FOLDER = Path.of("target", "look");
  private static final Path README_IMAGES = Path.of("src", "docs", "images");
  private static final long LARGEST_IN_README = 200 * 1024;

  /** The README's pictures, and where they come from. */
  private static final Map<String, String> IN_README =
      Map.of(
          "chat.png", picture("chat-with-agent", Screen.DESKTOP, ColorScheme.LIGHT, LookScript.EN),
          "console.png",
              picture("console-private-note", Screen.DESKTOP, ColorScheme.LIGHT, LookScript.EN));

  private final List<LookScript> scripts =
      LookScript.ALL.stream().filter(s -> isWanted("languages", s.language())).toList();
  private final List<Screen> screens =
      Arrays.stream(Screen.values()).filter(s -> isWanted("screens", lower(s))).toList();
  private final List<String> problems = new ArrayList<>();

  @Test
  void showsEveryState() throws IOException {
    Files.createDirectories(FOLDER);
    try (var browsers = Browsers.launch()) {
      for (var screen : screens) {
        for (var script : scripts) {
          play(browsers, screen, script);
        }
      }
    }
    Files.writeString(FOLDER.resolve("index.html"), ContactSheet.of(LookScenes.ALL, FOLDER));
    Files.write(FOLDER.resolve("axe.txt"), problems);
    if (System.getProperty("sayonce.look.readme") != null) {
      copyToReadme();
    }
    System.out.println("Look through " + FOLDER.resolve("index.html").toAbsolutePath());
    assertThat(problems).as("what axe found; also in target/look/axe.txt").isEmpty();
  }

  private void play(Browsers browsers, Screen screen, LookScript script) throws IOException {
    try (var stage = new LookStage(browsers, screen, script)) {
      for (var scene : LookScenes.ALL) {
        var page = scene.play().apply(stage);
        if (page.isPresent()) {
          look(scene, page.get(), stage);
        }
      }
    }
  }

  private void look(Scene scene, Page page, LookStage stage) {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(
                  FOLDER.resolve(picture(scene.name(), stage.screen(), scheme, stage.script())))
              .setAnimations(ScreenshotAnimations.DISABLED)
              .setCaret(ScreenshotCaret.HIDE));
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
    if (stage.script().equals(scripts.getLast())) {
      var where = "%s, %s: ".formatted(scene.name(), lower(stage.screen()));
      Axe.problems(page).forEach(problem -> problems.add(where + problem.strip()));
    }
  }

  static String picture(String scene, Screen screen, ColorScheme scheme, LookScript script) {
    return "%s-%s-%s-%s.png".formatted(scene, lower(screen), lower(scheme), script.language());
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** {@code -Dsayonce.look.languages=pl,ru} and the like; without it, all. */
  private static boolean isWanted(String what, String one) {
    var wanted = System.getProperty("sayonce.look." + what, "");
    return wanted.isEmpty() || List.of(wanted.split(",")).contains(one);
  }

  private static void copyToReadme() throws IOException {
    Files.createDirectories(README_IMAGES);
    for (var image : IN_README.entrySet()) {
      var from = FOLDER.resolve(image.getValue());
      assertThat(Files.size(from)).as("bytes of %s", from).isLessThanOrEqualTo(LARGEST_IN_README);
      Files.copy(from, README_IMAGES.resolve(image.getKey()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
