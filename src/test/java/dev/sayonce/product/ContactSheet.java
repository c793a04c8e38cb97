package dev.sayonce.product;

import com.microsoft.playwright.options.ColorScheme;
import dev.sayonce.product.LookScenes.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All pictures of a look book on one page, a row for each scene. */
final class ContactSheet {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>Look book</title>
          <style>
            body { font: 14px system-ui, sans-serif; margin: 1rem; background: #777; color: #fff; }
            section { margin-block-end: 2rem; }
            .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: flex-start; }
            figure { margin: 0; }
            img { display: block; block-size: 15rem; }
            nav { columns: 16rem; }
            a { color: inherit; }
          </style>
        </head>
        <body>
          <h1>Look book</h1>
          <nav>%s</nav>
          %s
        </body>
      </html>
      """;

  private ContactSheet() {}

  /** The sheet of those scenes that have pictures in the folder. */
  static String of(List<Scene> scenes, Path folder) {
    var shown = scenes.stream().map(Scene::name).filter(name -> hasPictures(name, folder)).toList();
    return PAGE.formatted(
        shown.stream().map("<div><a href='#%1$s'>%1$s</a></div>"::formatted).collect(joined()),
        shown.stream().map(name -> section(name, folder)).collect(joined()));
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("\n");
  }

  private static boolean hasPictures(String scene, Path folder) {
    return pictures(scene).anyMatch(picture -> Files.exists(folder.resolve(picture)));
  }

  private static String section(String scene, Path folder) {
    return "<section id='%1$s'><h2>%1$s</h2><div class='row'>%2$s</div></section>"
        .formatted(
            scene,
            pictures(scene)
                .filter(picture -> Files.exists(folder.resolve(picture)))
                .map(ContactSheet::figure)
                .collect(joined()));
  }

  private static String figure(String picture) {
    return ("<figure><a href='%1$s'><img loading='lazy' src='%1$s' alt=''></a>"
            + "<figcaption>%1$s</figcaption></figure>")
        .formatted(picture);
  }

  /** Of each language: both screens, light and dark. */
  private static Stream<String> pictures(String scene) {
    return LookScript.ALL.stream()
        .flatMap(
            script ->
                Stream.of(Screen.values())
                    .flatMap(
                        screen ->
                            Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> LookBook.picture(scene, screen, scheme, script))));
  }
}
