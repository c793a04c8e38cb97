package dev.sayonce.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Shop;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back into the authors' files, taken with the real git. */
class ExportTest {

  private static final FlowReader READER = new FlowReader();
  private static final String ANSWERS =
      """
      # Written by hand; leave the comments alone.
      gift-cards:
        title: {en: Gift cards, pl: Karty, ru: Карты}
        examples:
          en:   # as customers write
            - do you have gift cards   # the usual one
            - a present without choosing
            - "gift voucher: how?"

          pl:
          - karty podarunkowe
          - prezent bez wybierania
          - bon na prezent
          # nothing more yet
          ru: [подарочные карты,
               сертификат, "карта в подарок"]   # three
        say: {en: We do., pl: Mamy., ru: Есть.}
      """;

  @TempDir Path repository;

  private static Learned learned(Intent intent, Language language, String text) {
    return new Learned(new Candidate(intent, language, text), "Anna", Instant.EPOCH);
  }

  private static Learned gift(Language language, String text) {
    return learned(Intent.answer("gift-cards"), language, text);
  }

  private static Map<String, String> files() {
    var files = new HashMap<>(Shop.FILES);
    files.put("answers/gifts.yaml", ANSWERS);
    return files;
  }

  private FlowSet write(Map<String, String> files) throws IOException {
    for (var file : files.entrySet()) {
      var path = repository.resolve("company/flows").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return read();
  }

  private FlowSet read() {
    return switch (READER.read(repository.resolve("company/flows"))) {
      case Reading.Good(var set, _) -> set;
      case Reading.Bad(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private FlowSet applied(FlowSet flows, List<Learned> examples)
      throws IOException, InterruptedException {
    var diff = new Export(READER, "company/flows").diff(flows, examples);
    Files.writeString(repository.resolve("learned.diff"), diff);
    git("init", "-q");
    git("apply", "learned.diff");
    return read();
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  @Test
  void keepsEverythingThatTheAuthorsWrote() throws Exception {
    var flows = write(files());
    var examples =
        List.of(
            gift(Language.EN, "a card for my friend"),
            gift(Language.EN, "voucher, please: \"today\""),
            gift(Language.PL, "czy są bony?"),
            gift(Language.RU, "есть ли карты, и какие"),
            gift(Language.RU, "подарок другу"));

    var after = applied(flows, examples);

    examples.forEach(
        e ->
            assertThat(new Examples(after).meaning(e.candidate().text()))
                .as(e.candidate().text())
                .hasValue(e.candidate().intent()));
    var text = Files.readString(repository.resolve("company/flows/answers/gifts.yaml"));
    assertThat(text)
        .isEqualTo(
            ANSWERS
                .replace(
                    "- \"gift voucher: how?\"\n",
                    "- \"gift voucher: how?\"\n"
                        + "      - a card for my friend\n"
                        + "      - \"voucher, please: \\\"today\\\"\"\n")
                .replace("- bon na prezent\n", "- bon na prezent\n    - czy są bony?\n")
                .replace(
                    "\"карта в подарок\"]",
                    "\"карта в подарок\", \"есть ли карты, и какие\", подарок другу]"));
  }

  @Test
  void reachesPhrasesOfFlowsInOneLine() throws Exception {
    var flows = write(files());
    var example = learned(Intent.flow("return"), Language.PL, "buty do oddania");
    var after = applied(flows, List.of(example));
    assertThat(new Examples(after).has(example.candidate())).isTrue();
    assertThat(Files.readString(repository.resolve("company/flows/return.yaml")))
        .contains("jak zrobić zwrot, buty do oddania]");
  }

  @Test
  void aFileWithoutALastLineFeedAndOneFromWindowsStayAsTheyAre() throws Exception {
    var files = new HashMap<>(Shop.FILES);
    var unended = ANSWERS.replace("  say: {en: We do., pl: Mamy., ru: Есть.}\n", "");
    var gifts =
        unended
                .replace("  examples:", "  say: {en: We do., pl: Mamy., ru: Есть.}\n  examples:")
                .replaceAll(
                    " {4}ru: [\\s\\S]*", "    ru:\n    - подарочные карты\n    - сертификат\n")
            + "    - карта";
    files.put("answers/gifts.yaml", gifts);
    files.put("return.yaml", Shop.FILES.get("return.yaml").replace("\n", "\r\n"));
    var flows = write(files);
    var examples =
        List.of(
            gift(Language.RU, "подарок другу"),
            learned(Intent.flow("return"), Language.EN, "not for me"));

    var after = applied(flows, examples);

    examples.forEach(e -> assertThat(new Examples(after).has(e.candidate())).isTrue());
    assertThat(Files.readString(repository.resolve("company/flows/answers/gifts.yaml")))
        .isEqualTo(gifts + "\n    - подарок другу");
    assertThat(Files.readString(repository.resolve("company/flows/return.yaml")).split("\r\n"))
        .allMatch(line -> !line.contains("\n"));
  }

  @Test
  void whatShipsWithTheProductGetsAFileOfTheCompanysOwn() throws Exception {
    var flows = write(files());
    var examples =
        List.of(
            learned(Intent.PERSON, Language.EN, "somebody with a pulse"),
            learned(Intent.answer("thanks"), Language.PL, "kochani jesteście"));

    var after = applied(flows, examples);

    examples.forEach(e -> assertThat(new Examples(after).has(e.candidate())).isTrue());
    assertThat(repository.resolve("company/flows/person.yaml")).exists();
    assertThat(after.answer("thanks").orElseThrow().say())
        .isEqualTo(flows.answer("thanks").orElseThrow().say());
  }

  @Test
  void leavesOutWhatTheFilesHaveOrCannotTake() throws Exception {
    var flows = write(files());
    var export = new Export(READER, "company/flows");
    assertThat(
            export.diff(
                flows,
                List.of(
                    gift(Language.EN, "Do you have gift cards?"),
                    gift(Language.EN, "how much is delivery"),
                    learned(Intent.answer("gone"), Language.EN, "anything"))))
        .isEmpty();
    assertThat(export.diff(flows, List.of())).isEmpty();
  }

  @Test
  void namesTheFolderAsARepositoryDoes() {
    assertThat(Export.folder(Path.of("flows"))).isEqualTo("flows");
    assertThat(Export.folder(Path.of("./my/flows"))).isEqualTo("my/flows");
    assertThat(Export.folder(Path.of("/opt/company/flows"))).isEqualTo("flows");
  }
}
