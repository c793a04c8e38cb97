package dev.sayonce.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Shop;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LookFilesTest {

  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
  private static final FlowSet PLAIN = shop("");
  private static final FlowSet LOOKS =
      shop(
          """
          look: {brand: Łąka, accent: "#2d6a1e", logo: logo.svg, corner: left}
          chat: {teaser: {en: Ask!, pl: Pytaj!, ru: Спросите!}}
          """);

  private final AtomicReference<FlowSet> active = new AtomicReference<>(LOOKS);
  private final WebTestClient browser =
      WebTestClient.bindToRouterFunction(new LookFiles(active::get).routes()).build();

  private static FlowSet shop(String more) {
    var files = new HashMap<>(Shop.FILES);
    files.put("company.yaml", plainCompany() + more);
    files.put("logo.svg", Base64.getEncoder().encodeToString(SVG.getBytes()));
    return Shop.read(files);
  }

  private static String plainCompany() {
    return Objects.requireNonNull(Shop.FILES.get("company.yaml")).replaceAll("(?s)\nchat:.*", "\n");
  }

  private String text(String path) {
    var body = browser.get().uri(path).exchange().expectStatus().isOk().expectBody(String.class);
    return Objects.requireNonNullElse(body.returnResult().getResponseBody(), "");
  }

  private JsonNode settings() {
    var script = text("/widget.js");
    int from = script.indexOf("const LOOK = ") + "const LOOK = ".length();
    return JsonMapper.shared().readTree(script.substring(from, script.indexOf(";\n", from)));
  }

  @Test
  void writesTheColoursWithInksThatCanBeRead() {
    assertThat(text("/chat/theme.css"))
        .startsWith(":root { --accent: #2d6a1e; --accent-ink: #ffffff; }")
        .contains("@media (prefers-color-scheme: dark)")
        .containsPattern("--accent: #[0-9a-f]{6}; --accent-ink: #0[0-9a-f]{5};");
  }

  @Test
  void writesAnEmptySheetForACompanyWithoutAColour() {
    active.set(PLAIN);
    assertThat(text("/chat/theme.css")).isEmpty();
  }

  @Test
  void servesTheLogoAsWhatItIs() {
    browser
        .get()
        .uri("/chat/logo")
        .exchange()
        .expectHeader()
        .contentType("image/svg+xml")
        .expectBody(String.class)
        .isEqualTo(SVG);
    active.set(PLAIN);
    browser.get().uri("/chat/logo").exchange().expectStatus().isNotFound();
  }

  @Test
  void tellsTheWidgetItsSettings() {
    var all = settings();
    assertThat(all.path("accent").asString()).isEqualTo("#2d6a1e");
    assertThat(all.path("accentInk").asString()).isEqualTo("#ffffff");
    assertThat(all.path("accentDark").asString()).matches("#[0-9a-f]{6}");
    assertThat(all.path("accentDarkInk").asString()).matches("#[0-9a-f]{6}");
    assertThat(all.path("corner").asString()).isEqualTo("left");
    assertThat(all.path("brand").asString()).isEqualTo("Łąka");
    assertThat(all.path("teaser").toString())
        .isEqualTo("{\"en\":\"Ask!\",\"pl\":\"Pytaj!\",\"ru\":\"Спросите!\"}");

    active.set(PLAIN);
    assertThat(settings().toString()).isEqualTo("{\"corner\":\"right\",\"brand\":\"Test shop\"}");
  }

  @Test
  void letsNoTextEndTheScript() {
    var hostile = "</script><!-- ]]> \\\" ' */ $1 ${x} & \u2028\u2029 \\u0000 ;\n";
    var yaml = JsonMapper.shared().writeValueAsString(Map.of("en", hostile, "pl", "x", "ru", "x"));
    active.set(shop("look: {brand: '</script>'}\nchat: {teaser: " + yaml + "}\n"));

    var line = text("/widget.js").lines().filter(l -> l.contains("const LOOK")).findFirst();
    assertThat(line.orElseThrow()).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(settings().path("brand").asString()).isEqualTo("</script>");
    assertThat(settings().path("teaser").path("en").asString()).isEqualTo(hostile.strip());
  }

  @Test
  void leavesTheRestOfTheWidgetAsItIs() {
    assertThat(text("/widget.js"))
        .startsWith("// ")
        .endsWith("})();\n")
        .doesNotContain("/* look */");
  }

  @Test
  void isAskedAgainAndAnswersOnlyWhatChanged() {
    for (var path : new String[] {"/chat/theme.css", "/chat/logo", "/widget.js"}) {
      var first = browser.get().uri(path).exchange().expectStatus().isOk();
      first.expectHeader().valueEquals("Cache-Control", "no-cache");
      var tag = first.returnResult(Void.class).getResponseHeaders().getETag();
      assertThat(tag).as(path).isNotNull();
      assertThat(askedAgain(path, tag)).as(path).isEqualTo(304);
      active.set(PLAIN);
      assertThat(askedAgain(path, tag)).as(path).isIn(200, 404);
      active.set(LOOKS);
    }
  }

  private int askedAgain(String path, String tag) {
    var answer = browser.get().uri(path).header("If-None-Match", tag).exchange();
    return answer.returnResult(Void.class).getStatus().value();
  }

  @Test
  void answersAHeadWithoutABody() {
    browser
        .head()
        .uri("/widget.js")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.valueOf("text/javascript"));
  }
}
