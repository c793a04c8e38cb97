package dev.sayonce.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.flow.Accent;
import dev.sayonce.flow.Chat;
import dev.sayonce.flow.Colour;
import dev.sayonce.flow.Company;
import dev.sayonce.flow.LocalText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A company's look in the words of browsers: a stylesheet, and the settings of the widget. */
final class Theme {

  private static final String SHEET =
      """
      :root { --accent: %s; --accent-ink: %s; }
      @media (prefers-color-scheme: dark) {
        :root { --accent: %s; --accent-ink: %s; }
      }
      """;

  private Theme() {}

  /** What the widget is told; colours as CSS writes them. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record Settings(
      Optional<String> accent,
      Optional<String> accentInk,
      Optional<String> accentDark,
      Optional<String> accentDarkInk,
      String corner,
      String brand,
      Optional<Map<String, String>> teaser) {}

  /** Empty where the company has no colour of its own: then the pages' own holds. */
  static String sheet(Company company) {
    return company.look().accent().map(Theme::sheet).orElse("");
  }

  private static String sheet(Accent accent) {
    return SHEET.formatted(
        accent.light(), accent.light().ink(), accent.dark(), accent.dark().ink());
  }

  /** As JSON that may stand in any script: nothing in it ends the script or a line. */
  static String settings(Company company) {
    var look = company.look();
    var light = look.accent().map(Accent::light);
    var dark = look.accent().map(Accent::dark);
    var settings =
        new Settings(
            light.map(Colour::toString),
            light.map(Colour::ink).map(Colour::toString),
            dark.map(Colour::toString),
            dark.map(Colour::ink).map(Colour::toString),
            look.corner().name().toLowerCase(Locale.ROOT),
            look.brand(),
            Optional.of(company.chat()).flatMap(Chat::teaser).map(t -> texts(t, company)));
    return escaped(JsonMapper.shared().writeValueAsString(settings));
  }

  /** In the order of the company's languages, so that all gateways write the same. */
  private static Map<String, String> texts(LocalText text, Company company) {
    var texts = new LinkedHashMap<String, String>();
    company.languages().forEach(l -> texts.put(l.code(), text.in(l)));
    return texts;
  }

  /** In JSON these characters stand in strings alone. */
  private static String escaped(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
