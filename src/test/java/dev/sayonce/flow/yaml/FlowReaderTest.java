package dev.sayonce.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sayonce.flow.Canned;
import dev.sayonce.flow.CaseTimes;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.Found;
import dev.sayonce.flow.slot.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowReaderTest {

  private static final FlowReader READER = new FlowReader();

  private static final String COMPANY =
      """
      name: Polanka
      languages: [pl, en]
      greeting: {pl: Cześć!, en: Hello!}
      zone: Europe/Warsaw
      teams:
        orders:
          title: {pl: Zamówienia, en: Orders}
          hours: {mon-fri: ["08:00-12:00", "12:30-20:00"], sat: ["10:00-24:00"]}
        returns:
          title: {pl: Zwroty, en: Returns}
      times: {remind-after: 5m, reopen-within: 3d}
      """;

  private static final String RETURN =
      """
      title: {pl: Zwrot, en: Return}
      phrases: {pl: [zwrot, oddać towar, chcę zwrócić], en: [a return, give it back, send back]}
      slots:
        orderNumber:
          title: {pl: Numer zamówienia, en: Order number}
          pattern: '[A-Z]{2}\\d{6}'
          example: AB123456
          pii: true
        returnReason: {title: {pl: Powód, en: Reason}}
      steps:
        - say: {pl: Jasne., en: Sure.}
        - ask: orderNumber
          say: {pl: Numer?, en: Number?}
          retry: {max: 1, say: {pl: Jeszcze raz?, en: Once more?}}
        - id: reason
          choice: returnReason
          say: {pl: Dlaczego?, en: Why?}
          options:
            - {id: damaged, label: {pl: Uszkodzony, en: Damaged}, goto: broken}
            - {id: other, label: {pl: Inny, en: Other}}
        - end: resolved
        - id: broken
          say: {pl: "{orderNumber}: ojej.", en: "{orderNumber}: oh."}
        - handoff: returns
          say: {pl: Już., en: Here.}
      """;

  private static final String ANSWERS =
      """
      delivery-cost:
        title: {pl: Koszt dostawy, en: Delivery cost}
        examples: {pl: [ile za dostawę, koszt wysyłki, dostawa cena], en: [how much, cost, fee]}
        say: {pl: 15 zł., en: 15 zł.}
      """;

  private static final String CANNED =
      """
      on-its-way:
        title: {pl: W drodze, en: On its way}
        text: {pl: "Zamówienie {orderNumber} jedzie.", en: "Order {orderNumber} is coming."}
      bye:
        title: {pl: Pożegnanie, en: Goodbye}
        text: {pl: "Do widzenia, {customer}!", en: "Bye from {agent} of {company}."}
      """;

  @Test
  void readsTheCompany() {
    var company = good(Map.of()).company();
    assertThat(company.name()).isEqualTo("Polanka");
    assertThat(company.languages()).containsExactly(Language.PL, Language.EN);
    assertThat(company.teams().keySet()).containsExactly("orders", "returns");
    assertThat(company.times())
        .isEqualTo(
            new CaseTimes(
                Duration.ofMinutes(5),
                CaseTimes.DEFAULT.abandonAfter(),
                CaseTimes.DEFAULT.agentSilentAfter(),
                Duration.ofDays(3)));
  }

  @Test
  void readsHoursByDayAndRangeAndTakesNoHoursForAlways() {
    var company = good(Map.of()).company();
    var orders = company.team("orders").hours();
    assertThat(orders.isOpen(Instant.parse("2026-11-02T11:15:00Z"))).isFalse(); // Monday 12:15
    assertThat(orders.isOpen(Instant.parse("2026-11-06T11:30:00Z"))).isTrue(); // Friday 12:30
    assertThat(orders.isOpen(Instant.parse("2026-11-07T22:59:00Z"))).isTrue(); // Saturday 23:59
    assertThat(orders.isOpen(Instant.parse("2026-11-08T11:00:00Z"))).isFalse(); // Sunday
    assertThat(company.team("returns").hours().isOpen(Instant.EPOCH)).isTrue();
  }

  @Test
  void readsAnAnswer() {
    var answer = good(Map.of()).answer("delivery-cost").orElseThrow();
    assertThat(answer.title().in(Language.PL)).isEqualTo("Koszt dostawy");
    assertThat(answer.examples().get(Language.EN)).containsExactly("how much", "cost", "fee");
  }

  @Test
  void readsAFlowWithEveryKindOfStep() {
    var flow = good(Map.of()).flow("return").orElseThrow();
    assertThat(flow.steps())
        .hasExactlyElementsOfTypes(
            Step.Say.class,
            Step.Ask.class,
            Step.Choice.class,
            Step.End.class,
            Step.Say.class,
            Step.Handoff.class);
    assertThat(((Step.Ask) flow.steps().get(1)).retry().max()).isEqualTo(1);
    assertThat(((Step.Choice) flow.steps().get(2)).options().getFirst().goTo()).hasValue("broken");
    assertThat(((Step.Handoff) flow.steps().getLast()).team()).hasValue("returns");
    assertThat(flow.indexOf("broken")).hasValue(4);
  }

  @Test
  void readsSlotsWithTheTypesThatTheirUseTells() {
    var set = good(Map.of());
    var number = set.slot("orderNumber").orElseThrow();
    assertThat(number.type().find(heard("to jest ab 123-456 chyba")))
        .hasValue(new Found("AB123456", true));
    assertThat(number.pii()).isTrue();
    assertThat(set.slot("returnReason").orElseThrow().type())
        .isInstanceOfSatisfying(
            ChoiceSlot.class,
            type ->
                assertThat(type.options())
                    .extracting(ChoiceSlot.Option::id)
                    .containsExactly("damaged", "other"));
  }

  @Test
  void bringsThePersonFlowSmallTalkAndAllPhrases() {
    var set = ((Reading.Good) READER.read(Map.of("company.yaml", COMPANY))).set();
    assertThat(set.flow("person").orElseThrow().steps().getFirst())
        .isInstanceOfSatisfying(Step.Handoff.class, h -> assertThat(h.team()).isEmpty());
    assertThat(set.answers()).containsKeys("greeting", "thanks", "goodbye");
    for (var phrase : Phrase.values()) {
      for (var language : List.of(Language.PL, Language.RU, Language.EN)) {
        assertThat(set.phrases().speaks(phrase, language)).as(phrase.key()).isTrue();
      }
    }
  }

  @Test
  void prefersTheCompanysOwnAnswerFlowAndPhrase() {
    var set =
        good(
            Map.of(
                "answers/small-talk.yaml",
                GREETING,
                "person.yaml",
                "title: {pl: Człowiek, en: Human}\nsteps: [{handoff: returns}]\n",
                "phrases.yaml",
                "which: {pl: Które?, en: Which?}\n"));
    assertThat(set.answer("greeting").orElseThrow().say().in(Language.EN)).isEqualTo("Ahoy!");
    assertThat(set.flow("person").orElseThrow().title().in(Language.EN)).isEqualTo("Human");
    assertThat(set.phrases().say(Phrase.WHICH, Language.PL)).isEqualTo("Które?");
    assertThat(set.phrases().say(Phrase.REMINDER, Language.PL)).isNotEmpty();
  }

  @Test
  void readsCannedRepliesInTheirOrder() {
    var canned = good(Map.of()).canned();
    assertThat(canned).extracting(Canned::id).containsExactly("on-its-way", "bye");
    assertThat(canned.getLast().text().in(Language.EN)).isEqualTo("Bye from {agent} of {company}.");
    assertThat(good(Map.of("canned.yaml", "{}")).canned()).isEmpty();
  }

  @Test
  void tellsSetsWithOtherCannedRepliesApart() {
    assertThat(good(Map.of("canned.yaml", CANNED.replace("Bye", "So long"))).hash())
        .isNotEqualTo(good(Map.of()).hash());
  }

  @Test
  void readsTheWordsByWhichASlotIsAskedFor() {
    var set =
        good(
            Map.of(
                "return.yaml",
                RETURN.replace(
                    "pii: true", "pii: true\n    asked-by: [which order, który zakup]")));
    assertThat(set.slot("orderNumber").orElseThrow().askedBy())
        .containsExactly("which order", "który zakup");
    assertThat(set.slot("returnReason").orElseThrow().askedBy()).isEmpty();
  }

  @Test
  void readsTheSameSetAgainFromItsSources() {
    var set = good(Map.of());
    assertThat(READER.read(set.sources()))
        .isInstanceOfSatisfying(
            Reading.Good.class, again -> assertThat(again.set().hash()).isEqualTo(set.hash()));
    assertThat(good(Map.of("phrases.yaml", "which: {pl: Co?, en: What?}")).hash())
        .isNotEqualTo(set.hash());
  }

  @Test
  void readsAFolderAndLeavesAloneWhatIsNotItsOwn(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("company.yaml"), COMPANY);
    Files.writeString(folder.resolve("README.md"), "# Hello");
    for (var name : List.of("tests", "..data")) {
      Files.createDirectory(folder.resolve(name));
      Files.writeString(folder.resolve(name).resolve("x.yaml"), "- nonsense");
    }
    Files.createDirectory(folder.resolve("answers"));
    Files.writeString(folder.resolve("answers/delivery.yaml"), ANSWERS);
    assertThat(READER.read(folder))
        .isInstanceOfSatisfying(
            Reading.Good.class, r -> assertThat(r.set().answers()).containsKey("delivery-cost"));
  }

  @Test
  void tellsWhatIsWrongWithFilesThemselves(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("company.yaml"), COMPANY);
    Files.writeString(folder.resolve("big.yaml"), "x".repeat((int) Folder.MOST_BYTES + 1));
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xb3});
    Files.writeString(folder.resolve("return.yml"), RETURN);
    Files.createDirectory(folder.resolve("flows"));
    Files.writeString(folder.resolve("flows/return.yaml"), RETURN);
    assertThat(bad(READER.read(folder)))
        .containsExactly(
            "big.yaml:1:1: The file is larger than 256 KiB: split it.",
            "flows/return.yaml:1:1: Nothing reads this folder: put flows beside company.yaml,"
                + " answers into answers/, back ends into actions/.",
            "latin.yaml:1:1: The file is not UTF-8: save it in that encoding.",
            "return.yml:1:1: Only files ending in .yaml are read: rename it.");
  }

  @Test
  void tellsOfAFolderThatIsNotThere() {
    assertThat(bad(READER.read(Path.of("no-such-folder"))))
        .first()
        .asString()
        .contains("no folder");
  }

  @Test
  void tellsAllProblemsOfAllFilesAtOnce() {
    var files = files(Map.of());
    files.put("company.yaml", COMPANY.replace("Europe/Warsaw", "Warsaw"));
    files.put(
        "return.yaml", RETURN.replace("goto: broken", "goto: brokn").replace("max: 1", "max: 9"));
    files.put("answers/more.yaml", ANSWERS);
    assertThat(bad(READER.read(files))).hasSizeGreaterThanOrEqualTo(3);
  }

  /** Where, in which file, what is replaced by what, and what the author is told. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        // form
        wrong(
            "company.yaml",
            "Polanka",
            "Polanka: shop",
            "1:14: ",
            "A colon stands where none may be"),
        wrong("phrases.yaml", "{pl: Halo?, en: Which?}", "'Halo", "", "add the closing quote"),
        wrong("return.yaml", "Jasne.", "yes", "11:15: ", "quote it, 'yes'"),
        wrong("return.yaml", "{pl: Jasne.,", "{no: Nei, pl: Jasne.,", "11:11: ", "quote it, 'no'"),
        wrong(
            "return.yaml", "example: AB123456", "example: 123456", "7:5: ", "in quotes, '123456'"),
        wrong("return.yaml", "{pl: Zwrot,", "&t {pl: Zwrot,", "1:8: ", "Anchors (&) and aliases"),
        wrong("return.yaml", "Jasne.,", "*t ,", "11:15: ", "Anchors (&) and aliases"),
        wrong("return.yaml", "Jasne.", "!!str Jasne.", "11:15: ", "Tags (!) are not read"),
        wrong(
            "return.yaml",
            "    pii: true",
            "    pii: true\n    pii: false",
            "9:5: ",
            "a second time (first in line 8)"),
        wrong(
            "return.yaml", "title:", "a: b\n---\ntitle:", "3:1: ", "A second document begins here"),
        wrong("return.yaml", "  - say", "\t- say", "", "indent with blanks, not tabs"),
        // canned replies
        wrong(
            "canned.yaml",
            "{orderNumber} jedzie",
            "{orderNumbr} jedzie",
            "3:10: ",
            "{orderNumbr} is nothing that is filled in here: did you mean `orderNumber`?"),
        wrong("canned.yaml", "{agent} of", "{agnet} of", "6:42: ", "did you mean `agent`?"),
        wrong(
            "canned.yaml",
            ", en: On its way",
            "",
            "2:3: ",
            "The company speaks pl, en, but this has no en: add it."),
        wrong(
            "canned.yaml",
            "  text: {pl: \"Do",
            "  txt: {pl: \"Do",
            "6:3: ",
            "did you mean `text`?"),
        wrong("canned.yaml", "bye:", "Bye:", "4:1: ", "A name is a small letter"),
        wrong(
            "return.yaml", "    pii: true", "    asked-by: number", "8:5: ", "This must be a list"),
        // schema
        wrong(
            "company.yaml",
            "name: Polanka\n",
            "",
            "1:1: ",
            "`name` is missing. The company's name as"),
        wrong(
            "company.yaml",
            "zone: E",
            "zona: E",
            "4:1: ",
            "`zona` does not belong here: did you mean `zone`?"),
        wrong(
            "company.yaml",
            "[pl, en]",
            "[polish, en]",
            "2:13: ",
            "`polish` does not fit here. A language is its two-letter code"),
        wrong(
            "company.yaml",
            "mon-fri",
            "monday",
            "8:13: ",
            "`monday` does not belong here: A day is mon"),
        wrong("company.yaml", "08:00-12:00", "8-12", "8:23: ", "An interval is two times of day"),
        wrong("company.yaml", "5m", "5 minutes", "11:9: ", "`5 minutes` does not fit here. A"),
        wrong(
            "company.yaml",
            "zone: Europe/Warsaw\n",
            "zone: Europe/Warsaw\ncomplaints: {deadline: 2 days}\n",
            "5:14: ",
            "`2 days` does not fit here. By when there is an answer"),
        wrong(
            "company.yaml", "languages: [pl, en]", "languages: pl", "2:1: ", "This must be a list"),
        wrong(
            "company.yaml",
            "title: {pl: Zwroty, en: Returns}",
            "title:",
            "10:5: ",
            "There is nothing here. The text of a button"),
        wrong(
            "answers/delivery.yaml",
            "delivery-cost",
            "Delivery cost",
            "1:1: ",
            "A name is a small letter"),
        wrong(
            "answers/delivery.yaml",
            "  say: {pl: 15 zł., en: 15 zł.}",
            "",
            "1:1: ",
            "`say` is missing. The answer"),
        wrong(
            "answers/delivery.yaml",
            "[how much, cost, fee]",
            "[how much]",
            "3:65: ",
            "This needs at least 3."),
        wrong(
            "return.yaml",
            "title: {pl: Zwrot, en: Return}",
            "title: Return",
            "1:1: ",
            "must be a group of keys with values"),
        wrong(
            "return.yaml",
            "{id: other, label",
            "{id: other, labl",
            "20:21: ",
            "`labl` does not belong here: did you mean `label`?"),
        wrong(
            "return.yaml",
            "{pl: Inny, en",
            "{pl: " + "Inny ".repeat(14) + ", en",
            "20:29: ",
            "A button holds up to 64 characters"),
        wrong("return.yaml", "max: 1", "max: 9", "14:13: ", "0 to 5"),
        wrong(
            "return.yaml",
            "end: resolved",
            "end: done",
            "21:5: ",
            "`done` does not fit here. How the process ends"),
        wrong(
            "return.yaml",
            "- end: resolved",
            "- sya: {pl: a, en: b}",
            "21:5: ",
            "did you mean `say`?"),
        wrong(
            "return.yaml",
            "- end: resolved",
            "- end: resolved\n    ask: orderNumber",
            "",
            "`end` does not belong here"),
        wrong("return.yaml", "    example: AB123456\n", "", "4:3: ", "`example` is missing"),
        wrong(
            "return.yaml",
            "pattern: ",
            "type: email\n    pattern: ",
            "6:5: ",
            "A pattern belongs to the type shaped alone"),
        wrong(
            "return.yaml",
            "returnReason: {",
            "return-reason: {",
            "9:3: ",
            "A slot's name is a small letter"),
        wrong(
            "phrases.yaml",
            "reminder",
            "remainder",
            "1:1: ",
            "There is no phrase `remainder`: did you mean `reminder`?"),
        // meaning
        wrong("company.yaml", "Europe/Warsaw", "Warsaw", "4:1: ", "`Warsaw` is not a time zone"),
        wrong("company.yaml", "sat: [", "fri: [", "8:54: ", "`fri` repeats fri"),
        wrong("company.yaml", "08:00-12:00", "12:00-08:00", "8:23: ", "ends before it begins"),
        wrong("company.yaml", "  returns:", "  anyone:", "9:3: ", "can't be called anyone"),
        wrong(
            "company.yaml",
            "zone: Europe/Warsaw\n",
            "zone: Europe/Warsaw\ncomplaints: {team: return}\n",
            "5:14: ",
            "There is no team `return`: did you mean `returns`?"),
        wrong(
            "company.yaml",
            "zone: Europe/Warsaw\n",
            "zone: Europe/Warsaw\ncomplaints: {remind-after: 3d, remind-times: 3}\n",
            "5:1: ",
            "make close-after longer"),
        wrong(
            "company.yaml",
            "[pl, en]",
            "[pl, en, de]",
            "3:1: ",
            "The company speaks pl, en, de, but this has no de"),
        wrong(
            "company.yaml",
            "[pl, en]",
            "[pl, en, de]",
            "1:1: ",
            "SayOnce itself does not speak de"),
        wrong("return.yaml", ", en: Sure.", "", "11:5: ", "this has no en: add it"),
        wrong(
            "return.yaml",
            "goto: broken",
            "goto: brokn",
            "19:61: ",
            "no step with the id `brokn`: did you mean `broken`?"),
        wrong(
            "return.yaml",
            "ask: orderNumber",
            "ask: ordernumber",
            "12:5: ",
            "did you mean `orderNumber`?"),
        wrong(
            "return.yaml",
            "handoff: returns",
            "handoff: return",
            "24:5: ",
            "There is no team `return` in company.yaml: did you mean `returns`?"),
        wrong("return.yaml", ", goto: broken", "", "22:5: ", "Nothing leads to this step"),
        wrong(
            "return.yaml",
            "id: broken",
            "id: reason",
            "22:5: ",
            "There is a step `reason` already in line 15"),
        wrong(
            "return.yaml",
            "{id: other",
            "{id: damaged",
            "20:10: ",
            "There is an option `damaged` already"),
        wrong("return.yaml", "[A-Z]{2}", "[A-Z{2}", "6:5: ", "not a regular expression"),
        wrong("return.yaml", "[A-Z]{2}", "([A-Z]+)+", "6:5: ", "can take for ever"),
        wrong("return.yaml", "AB123456", "AB12", "7:5: ", "The example does not fit its own slot"),
        wrong(
            "return.yaml",
            "Reason}}",
            "Reason}, type: choice}\n  x: {title: {pl: x, en: x}, type: choice}",
            "10:30: ",
            "No choice fills this slot"),
        wrong(
            "return.yaml",
            "{orderNumber}: ojej",
            "{orderNo}: ojej",
            "23:16: ",
            "{orderNo} names no slot of any flow"),
        wrong(
            "answers/more.yaml",
            "delivery-fee:",
            "delivery-cost:",
            "1:1: ",
            "There is an answer `delivery-cost` already, in answers/delivery.yaml line 1"),
        wrong(
            "answers/more.yaml",
            "free shipping",
            "how much",
            "3:",
            "The same words stand in answers/delivery.yaml line 3"),
        wrong("order status.yaml", "", "", "1:1: ", "A flow's file name is a small letter"),
        wrong("second.yaml", "type: text", "type: email", "4:3: ", "Flows share the slot `note`"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("mistakes")
  void tellsWhereWhatAndHowToMend(
      String file, String before, String after, String place, String message) {
    var files = files(Map.of());
    var content = files.getOrDefault(file, RETURN);
    assertThat(content).contains(before);
    files.put(file, content.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
    if (file.startsWith("order ")) {
      files.remove("return.yaml");
    }
    assertThat(bad(READER.read(files)))
        .anySatisfy(
            problem -> assertThat(problem).startsWith(file + ":" + place).contains(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "- 1", "42", "[]", "? a", "&a [*a]", "\u0000", "\t", "---"})
  void refusesWhatIsNoFlowAtAll(String content) {
    assertThat(bad(READER.read(files(Map.of("return.yaml", content))))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void refusesWhatIsNestedTooDeep(String opening) {
    var deep = files(Map.of("return.yaml", opening.repeat(60_000)));
    assertThat(bad(READER.read(deep))).isNotEmpty();
  }

  /** Random edits of good files: a problem or a set comes of each, never an exception. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void survivesWhateverIsWritten(long seed) {
    var random = new Random(seed);
    var marks =
        List.of("{", "}", "[", "]", ":", "- ", " ", "\n", "&", "*", "!", "'", "yes", "|", "~");
    for (int round = 0; round < 100; round++) {
      var content = new StringBuilder(RETURN);
      for (int edit = 0; edit < 3; edit++) {
        int at = random.nextInt(content.length());
        content.delete(at, Math.min(content.length(), at + random.nextInt(20)));
        content.insert(at, marks.get(random.nextInt(marks.size())));
      }
      var files = files(Map.of("return.yaml", content.toString()));
      assertThatCode(() -> READER.read(files)).as(content.toString()).doesNotThrowAnyException();
    }
  }

  @Test
  void tellsOfAMissingCompany() {
    assertThat(bad(READER.read(Map.of())))
        .singleElement()
        .asString()
        .contains("There is no company.yaml");
  }

  private static Heard heard(String words) {
    return new Heard(words, Locale.of("pl"), ZonedDateTime.parse("2026-05-04T10:00:00+02:00"));
  }

  private static Arguments wrong(
      String file, String before, String after, String place, String message) {
    return arguments(file, before, after, place, message);
  }

  private static FlowSet good(Map<String, String> more) {
    var reading = READER.read(files(more));
    assertThat(reading).isInstanceOf(Reading.Good.class);
    return ((Reading.Good) reading).set();
  }

  private static List<String> bad(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Bad.class);
    return ((Reading.Bad) reading).problems().stream().map(Problem::toString).toList();
  }

  private static Map<String, String> files(Map<String, String> more) {
    var files = new HashMap<String, String>();
    files.put("company.yaml", COMPANY);
    files.put("return.yaml", RETURN);
    files.put("answers/delivery.yaml", ANSWERS);
    files.put("answers/more.yaml", MORE);
    files.put("canned.yaml", CANNED);
    files.put("phrases.yaml", "reminder: {pl: Halo?, en: Which?}\n");
    files.put("repeat.yaml", REPEAT);
    files.put("second.yaml", REPEAT);
    files.putAll(more);
    return files;
  }

  private static final String GREETING =
      """
      greeting:
        title: {pl: Powitanie, en: Greeting}
        examples: {pl: [hejka, elo, moin], en: [ahoy, good day, howdy]}
        say: {pl: Ahoj!, en: Ahoy!}
      """;

  private static final String MORE =
      """
      delivery-fee:
        title: {pl: Darmowa dostawa, en: Free delivery}
        examples: {pl: [za darmo, gratis, bezpłatnie], en: [free shipping, gratis, no fee]}
        say: {pl: Od 199 zł., en: From 199 zł.}
      """;

  private static final String REPEAT =
      """
      title: {pl: Uwaga, en: Note}
      slots:
        # kept on the card
        note: {title: {pl: Uwaga, en: Note}, type: text}
      steps:
        - ask: note
          say: {pl: Co?, en: What?}
        - end: open
      """;
}
