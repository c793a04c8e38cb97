package dev.sayonce.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.Accent;
import dev.sayonce.flow.Colour;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Logo;
import dev.sayonce.flow.Look;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sections {@code look} and {@code chat} of company.yaml. */
class LookReaderTest {

  private static final String COMPANY =
      """
      name: Polanka
      languages: [pl, en]
      greeting: {pl: Cześć!, en: Hello!}
      zone: Europe/Warsaw
      teams: {orders: {title: {pl: Zamówienia, en: Orders}}}
      """;

  private static final String ANSWERS =
      """
      delivery-cost:
        title: {pl: Koszt dostawy, en: Delivery cost}
        ask: {pl: "Ile kosztuje dostawa?", en: "How much is delivery?"}
        examples: {pl: [ile za dostawę, koszt wysyłki, dostawa cena], en: [how much, cost, fee]}
        say: {pl: 15 zł., en: 15 zł.}
      person-data:
        title: {pl: Dane, en: Data}
        examples: {pl: [moje dane, dane osobowe, rodo], en: [my data, personal data, gdpr]}
        say: {pl: Oto one., en: Here they are.}
      """;

  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path/></svg>";
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(folder.resolve("answers"));
    Files.writeString(folder.resolve("answers/shop.yaml"), ANSWERS);
    Files.writeString(folder.resolve("logo.svg"), SVG);
  }

  private Reading read(String more) throws IOException {
    Files.writeString(folder.resolve("company.yaml"), COMPANY + more);
    return new FlowReader().read(folder);
  }

  private FlowSet good(String more) throws IOException {
    var reading = read(more);
    assertThat(reading).isInstanceOf(Reading.Good.class);
    return ((Reading.Good) reading).set();
  }

  private List<String> bad(String more) throws IOException {
    var reading = read(more);
    assertThat(reading).isInstanceOf(Reading.Bad.class);
    return ((Reading.Bad) reading).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void isPlainWhereNothingIsSaid() throws IOException {
    var company = good("").company();
    assertThat(company.look()).isEqualTo(Look.plain("Polanka"));
    assertThat(company.chat().suggest()).isEmpty();
    assertThat(company.chat().consent()).isEmpty();
  }

  @Test
  void readsEverything() throws IOException {
    var set =
        good(
            """
            look:
              brand: Polanka i spółka
              accent: "#123"
              accent-dark: "#8FD06F"
              logo: logo.svg
              corner: left
            chat:
              teaser: {pl: Pytaj!, en: Ask!}
              suggest: [delivery-cost, person]
              privacy: {text: {pl: Dbamy, en: We care}, link: "https://polanka.example/x?y=1#z"}
              consent: {text: {pl: Zgadzam się, en: I agree}}
            """);
    var look = set.company().look();
    assertThat(look.brand()).isEqualTo("Polanka i spółka");
    assertThat(look.accent()).hasValue(new Accent(Colour.of("#112233"), Colour.of("#8fd06f")));
    assertThat(look.corner()).isEqualTo(Look.Corner.LEFT);
    assertThat(look.logo().orElseThrow().type()).isEqualTo(Logo.Type.SVG);
    assertThat(new String(look.logo().orElseThrow().bytes(), StandardCharsets.UTF_8))
        .isEqualTo(SVG);
    var chat = set.company().chat();
    assertThat(chat.teaser().orElseThrow().in(Language.EN)).isEqualTo("Ask!");
    assertThat(chat.privacy().orElseThrow().link()).hasValue("https://polanka.example/x?y=1#z");
    assertThat(chat.consent().orElseThrow().in(Language.PL)).isEqualTo("Zgadzam się");
  }

  @Test
  void saysForACustomerWhatTheAuthorWroteElseTheTitle() throws IOException {
    var set = good("");
    assertThat(set.question("delivery-cost").orElseThrow().in(Language.PL))
        .isEqualTo("Ile kosztuje dostawa?");
    assertThat(set.question("person").orElseThrow().in(Language.PL))
        .isEqualTo("Rozmowa z człowiekiem");
    assertThat(set.question("nothing")).isEmpty();
  }

  @Test
  void keepsTheLogoInTheSet() throws IOException {
    Files.write(folder.resolve("logo.png"), PNG);
    var set = good("look: {logo: logo.png}\n");
    var again = (Reading.Good) new FlowReader().read(set.sources());

    assertThat(again.set().hash()).isEqualTo(set.hash());
    assertThat(again.set().company().look()).isEqualTo(set.company().look());
    assertThat(again.set().company().look().logo().orElseThrow().bytes()).isEqualTo(PNG);

    Files.write(
        folder.resolve("logo.png"), new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertThat(good("look: {logo: logo.png}\n").hash()).isNotEqualTo(set.hash());
  }

  @Test
  void looksIntoTheLogoAndNotAtItsName() throws IOException {
    Files.write(folder.resolve("logo.svg"), PNG);
    assertThat(good("look: {logo: logo.svg}\n").company().look().logo().orElseThrow().type())
        .isEqualTo(Logo.Type.PNG);
  }

  @Test
  void takesAnSvgWithAProlog() throws IOException {
    Files.writeString(
        folder.resolve("logo.svg"),
        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made by hand -->\n"
            + "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
            + " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"
            + SVG);
    assertThat(good("look: {logo: logo.svg}\n").company().look().logo()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <html><script>alert(1)</script></html>
          <svg>no namespace</svg>
          <svg xmlns="http://www.w3.org/2000/svg"><path></svg>
          <!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>
          GIF89a
          ''
          """)
  void refusesALogoThatIsNone(String content) throws IOException {
    Files.writeString(folder.resolve("logo.svg"), content);
    assertThat(bad("look: {logo: logo.svg}\n"))
        .containsExactly(
            "company.yaml:6:8: What is in logo.svg is neither SVG nor PNG: save it as one.");
  }

  @Test
  void refusesALogoThatIsTooLarge() throws IOException {
    Files.writeString(
        folder.resolve("logo.svg"),
        SVG.replace("<path/>", "<!--" + "x".repeat(LogoReader.MOST_BYTES) + "-->"));
    assertThat(bad("look: {logo: logo.svg}\n"))
        .containsExactly(
            "company.yaml:6:8: The logo is larger than 100 KiB: simplify or shrink it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          look: {accent: "#7fbf9f"}                      | 6:8: #7fbf9f on light pages (#ffffff) has a contrast of 2.1:1, and words need 4.5:1: take a darker shade, "#547e69" for instance.
          look: {accent: "#777"}                         | 6:8: #777777 on light pages (#ffffff) has a contrast of 4.4:1, and words need 4.5:1: take a darker shade, "#767676" for instance.
          look: {accent: "#123", accent-dark: "#333333"} | 6:24: #333333 on dark pages (#1a211d) has a contrast of 1.2:1, and words need 4.5:1: take a lighter shade, "#878787" for instance.
          look: {accent-dark: "#ffffff"}                 | 6:8: A colour for dark pages alone does not do: add accent.
          look: {accent: green}                          | 6:8: `green` does not fit here. A colour is written in quotes, like "#1b6a4f"
          look: {accent: "#12345"}                       | 6:8: `#12345` does not fit here. A colour is written in quotes
          look: {logo: ../../etc/passwd.svg}             | 6:8: `../../etc/passwd.svg` does not fit here. A logo is an .svg or .png file beside company.yaml
          look: {logo: other.png}                        | 6:8: There is no file other.png beside company.yaml that can be read: put it there.
          look: {corner: top}                            | 6:8: `top` does not fit here. Where the launcher sits
          look: {acent: "#123"}                          | 6:8: `acent` does not belong here: did you mean `accent`?
          chat: {teaser: {pl: Pytaj}}                    | 6:8: The company speaks pl, en, but this has no en: add it.
          chat: {suggest: [delivery-cots]}               | 6:18: There is no answer or flow `delivery-cots` to suggest: did you mean `delivery-cost`?
          chat: {suggest: [person, person]}              | 6:8: Something stands here twice: remove one.
          chat: {suggest: [a, b, c, d, e, f, g]}         | 6:8: There are more than 6 here. What the greeting offers as buttons, at most 6
          chat: {privacy: {text: {pl: x, en: x}, link: "http://a.example"}} | 6:40: `http://a.example` does not fit here. A link begins with https://
          chat: {privacy: {text: {pl: x, en: x}, link: "https://a.example/<x>"}} | 6:40: This is no link that a browser can open
          chat: {privacy: {link: "https://a.example"}}   | 6:8: `text` is missing. What happens to the customer's words
          chat: {consent: {text: {pl: Zgoda}}}           | 6:18: The company speaks pl, en, but this has no en: add it.
          """)
  void tellsWhereWhatAndHowToMend(String section, String problem) throws IOException {
    assertThat(bad(section + "\n"))
        .singleElement()
        .asString()
        .startsWith("company.yaml:" + problem);
  }

  @Test
  void tellsOfAColourThatBecameAComment() throws IOException {
    assertThat(bad("look:\n  accent: #123456\n"))
        .singleElement()
        .asString()
        .startsWith("company.yaml:7:3: There is nothing here. A colour is written in quotes");
  }

  @Test
  void refusesToSuggestWhatIsTwoThings() throws IOException {
    Files.writeString(
        folder.resolve("delivery-cost.yaml"),
        "title: {pl: Koszt, en: Cost}\nsteps: [{handoff: orders}]\n");
    assertThat(bad("chat: {suggest: [delivery-cost]}\n"))
        .singleElement()
        .asString()
        .contains("`delivery-cost` is the name of an answer and of a flow: rename one");
  }

  @Test
  void refusesAButtonThatSaysWhatIsSomethingElse() throws IOException {
    Files.writeString(
        folder.resolve("answers/more.yaml"),
        ANSWERS
                .replace("delivery-cost:", "more:")
                .lines()
                .limit(3)
                .reduce("", (a, b) -> a + b + "\n")
            + "  examples: {pl: [a, b, c], en: [d, e, f]}\n  say: {pl: x, en: x}\n");
    assertThat(bad(""))
        .anySatisfy(
            p ->
                assertThat(p)
                    .contains(
                        "The same words stand in answers/more.yaml line 3 for something else"));
  }

  @Test
  void readsASetThatWasKeptBeforeThereWasALook() {
    var kept = new HashMap<>(Map.of("company.yaml", COMPANY, "answers/shop.yaml", ANSWERS));
    assertThat(new FlowReader().read(kept))
        .isInstanceOfSatisfying(
            Reading.Good.class,
            r -> assertThat(r.set().company().look()).isEqualTo(Look.plain("Polanka")));
  }
}
