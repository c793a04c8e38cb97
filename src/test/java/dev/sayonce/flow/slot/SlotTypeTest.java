package dev.sayonce.flow.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write, and which value it is: the tables stand beside this test. */
class SlotTypeTest {

  private static final ZonedDateTime MONDAY =
      ZonedDateTime.parse("2026-05-04T10:00:00+02:00[Europe/Warsaw]");

  private static final Map<String, SlotType> TYPES =
      Map.of(
          "dates", new DateSlot(),
          "times", new TimeSlot(),
          "numbers", new NumberSlot(Optional.empty(), Optional.empty()),
          "money", new MoneySlot("PLN"),
          "yes-no", new YesNoSlot(),
          "phones", new PhoneSlot(List.of("PL")));

  private static final ChoiceSlot REASONS =
      new ChoiceSlot(
          List.of(
              option("size", "Zły rozmiar", "Wrong size", "za małe", "too small"),
              option("damaged", "Uszkodzone", "Damaged", "zepsute", "broken"),
              option("other", "Inny powód", "Another reason", "inne", "other")));

  private static ChoiceSlot.Option option(
      String id, String pl, String en, String alsoPl, String alsoEn) {
    return new ChoiceSlot.Option(id, Map.of("pl", List.of(pl, alsoPl), "en", List.of(en, alsoEn)));
  }

  static Stream<Arguments> lines() {
    return TYPES.keySet().stream().sorted().flatMap(SlotTypeTest::lines);
  }

  private static Stream<Arguments> lines(String table) {
    try (var in = SlotTypeTest.class.getResourceAsStream(table + ".tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t"))
              .map(cells -> arguments(table, cells[0], cells[1], cells[2]))
              .toList()
              .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2} is {3}")
  @MethodSource("lines")
  void findsTheValueInTheWords(String table, String language, String words, String expected) {
    var found = TYPES.get(table).find(heard(words, language));
    assertThat(found.map(f -> f.value() + (f.sure() ? "" : "?")).orElse("-")).isEqualTo(expected);
  }

  private static Heard heard(String words, String language) {
    return new Heard(words, Locale.of(language), MONDAY);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void keepsWhatItFoundInOneForm(String table, String language, String words, String expected) {
    var type = TYPES.get(table);
    type.find(heard(words, language))
        .ifPresent(found -> assertThat(type.normal(found.value())).hasValue(found.value()));
  }

  @Test
  void findsTheOptionByLabelPlaceOtherWordsAndDespiteASlip() {
    assertThat(REASONS.find(heard("zły rozmiar", "pl"))).hasValue(new Found("size", true));
    assertThat(REASONS.find(heard("Wrong size!", "pl"))).hasValue(new Found("size", true));
    assertThat(REASONS.find(heard("2", "pl"))).hasValue(new Found("damaged", true));
    assertThat(REASONS.find(heard("zepsute", "pl"))).hasValue(new Found("damaged", true));
    assertThat(REASONS.find(heard("uszkodzne", "pl"))).hasValue(new Found("damaged", true));
    assertThat(REASONS.find(heard("it was broken when it came", "en")))
        .hasValue(new Found("damaged", false));
    assertThat(REASONS.find(heard("broken and too small", "en"))).isEmpty();
    assertThat(REASONS.find(heard("9", "pl"))).isEmpty();
    assertThat(REASONS.find(heard("", "pl"))).isEmpty();
  }

  @Test
  void keepsANumberWithinItsLimits() {
    var pieces = new NumberSlot(Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN));
    assertThat(pieces.find(heard("3 sztuki", "pl"))).hasValue(new Found("3", true));
    assertThat(pieces.find(heard("11", "pl"))).isEmpty();
    assertThat(pieces.find(heard("zero", "pl"))).isEmpty();
    assertThat(pieces.normal("1e999999999")).isEmpty();
  }

  @Test
  void findsAShapeInPartsAndAnAddressWithASign() {
    var number = new ShapedSlot(Pattern.compile("[A-Z]{2}\\d{6}"));
    assertThat(number.find(heard("ab 123-456, za małe", "pl"))).hasValue(Found.sure("AB123456"));
    assertThat(number.find(heard("AB1234567", "pl"))).isEmpty();
    assertThat(number.normal("AB123456 ")).hasValue("AB123456");
    assertThat(number.normal("my AB123456")).isEmpty();
    assertThat(new EmailSlot().find(heard("Pisz na Anna.K@Example.com.", "pl")))
        .hasValue(Found.sure("anna.k@example.com"));
    assertThat(new EmailSlot().find(heard("anna (at) example.com", "pl")))
        .hasValue(Found.sure("anna@example.com"));
  }

  @Test
  void showsValuesAsPeopleWriteThem() {
    var pl = Locale.of("pl");
    var ru = Locale.of("ru");
    assertThat(new DateSlot().shown("2026-05-03", pl)).isEqualTo("3 maja 2026");
    assertThat(new DateSlot().shown("2026-05-03", ru)).startsWith("3 мая 2026");
    assertThat(new TimeSlot().shown("14:30", pl)).isEqualTo("14:30");
    assertThat(new MoneySlot("PLN").shown("1234.50", pl))
        .isEqualToNormalizingUnicode("1\u00a0234,50\u00a0zł");
    assertThat(new PhoneSlot(List.of("PL")).shown("+48600100200", pl)).isEqualTo("+48 600 100 200");
    assertThat(new YesNoSlot().shown("yes", ru)).isEqualTo("да");
    assertThat(REASONS.shown("size", pl)).isEqualTo("Zły rozmiar");
    assertThat(new NumberSlot(Optional.empty(), Optional.empty()).shown("1234.5", pl))
        .isEqualTo("1\u00a0234,5");
  }

  /** Whatever is written, a type finds a value in its own form or none; it never throws. */
  @Test
  void survivesWhateverIsWritten() {
    long base = Long.getLong("sayonce.seed", new Random().nextLong());
    System.out.println("SlotTypeTest: -Dsayonce.seed=" + base);
    var random = new Random(base);
    var parts =
        List.of(
            "3",
            "31",
            "99999999999999999999",
            "maja",
            "-",
            ".",
            ":",
            "/",
            " ",
            "za",
            "tysiąc",
            "dwa",
            "ago",
            "через",
            "в",
            "пятницу",
            "€",
            "zł",
            "half past",
            "wpół do",
            "@",
            "+48",
            "\u0000",
            "😀",
            "é",
            "1.5",
            "no",
            "да",
            "\n",
            "100000000000000 lat temu",
            "1e9");
    for (int i = 0; i < 20_000; i++) {
      var words = new StringBuilder();
      for (int n = random.nextInt(8); n >= 0; n--) {
        words
            .append(parts.get(random.nextInt(parts.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      for (var type : TYPES.values()) {
        type.find(heard(words.toString(), List.of("pl", "ru", "en").get(i % 3)))
            .ifPresent(f -> assertThat(type.normal(f.value())).as("%s", words).hasValue(f.value()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "payment, payment",
    "Fakturę, payment",
    "фактура, payment",
    "delivery, order",
  })
  void takesOneWordOfALabelThatStandsInNoOther(String words, String id) {
    var topics =
        new ChoiceSlot(
            List.of(
                new ChoiceSlot.Option(
                    "payment",
                    Map.of(
                        "en", List.of("Payment or invoice"),
                        "pl", List.of("Płatność lub faktura"),
                        "ru", List.of("Оплата или фактура"))),
                new ChoiceSlot.Option("order", Map.of("en", List.of("Order or delivery")))));
    assertThat(topics.find(heard(words, "en"))).hasValue(Found.sure(id));
    assertThat(topics.find(heard("or", "en"))).isEmpty();
    assertThat(topics.find(heard("lub", "pl"))).isEmpty();
  }
}
