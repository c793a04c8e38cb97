package dev.sayonce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    write(
        "learn-hours.tsv",
        "when do you open\thours",
        "what are your opening hours\thours",
        "are you open on sunday\thours",
        "until when is the shop open\thours");
    write(
        "learn-price.tsv",
        "how much is delivery\tdelivery_price",
        "what does shipping cost\tdelivery_price",
        "price of the courier\tdelivery_price",
        "is shipping free\tdelivery_price");
    write(
        "ask.tsv",
        "when do you open on monday\thours",
        "how much does shipping cost\tdelivery_price",
        "why do penguins not freeze\toos",
        "volcano in iceland erupts\toos_far");
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }

  private Ran evaluate(String... more) {
    var args = new ArrayList<>(List.of("evaluate"));
    args.addAll(List.of(more));
    return Ran.tool("", folder, args.toArray(String[]::new));
  }

  @Test
  void printsOneObjectWithAllFigures() {
    var ran =
        evaluate(
            "--train",
            "FOLDER/learn-hours.tsv",
            "--train",
            "FOLDER/learn-price.tsv",
            "--test",
            "FOLDER/ask.tsv");
    var figures = JsonMapper.shared().readTree(ran.out());
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
    assertThat(ran.err()).isEmpty();
    assertThat(figures.propertyNames())
        .containsExactly(
            "inScopeAccuracy",
            "inScopeTop3",
            "oosRecall",
            "oosPrecision",
            "overallAccuracy",
            "answered",
            "answeredRight",
            "clarified",
            "clarifiedHasRight",
            "handedOver",
            "solved",
            "calibrationError",
            "queryMillisP50",
            "queryMillisP99",
            "trainMillis");
    assertThat(figures.get("inScopeAccuracy").asDouble()).isEqualTo(1);
    assertThat(figures.get("oosRecall").asDouble()).isEqualTo(1);
    assertThat(sum(figures, "answered", "clarified", "handedOver")).isEqualTo(1);
    assertThat(sum(figures, "answeredRight", "clarifiedHasRight"))
        .isEqualTo(figures.get("solved").asDouble());
  }

  private static double sum(JsonNode figures, String... names) {
    return List.of(names).stream().mapToDouble(name -> figures.get(name).asDouble()).sum();
  }

  @Test
  void learnsWhatMustNotBeAnswered() throws IOException {
    write("not-ours.tsv", "when do you open the circus\toos", "opening of the circus\toos");
    write("circus.tsv", "when does the circus open\toos");
    var ran =
        evaluate(
            "--train",
            "FOLDER/learn-hours.tsv",
            "FOLDER/learn-price.tsv",
            "--oos-train",
            "FOLDER/not-ours.tsv",
            "--test",
            "FOLDER/circus.tsv",
            "--lang",
            "en");
    var figures = JsonMapper.shared().readTree(ran.out());
    assertThat(figures.get("oosRecall").asDouble()).isEqualTo(1);
    assertThat(figures.get("inScopeAccuracy").isNull()).isTrue();
  }

  @Test
  void tellsWhichLineHasNoLabel() throws IOException {
    write("ask.tsv", "when do you open\thours", "no label here");
    var ran = evaluate("--train", "FOLDER/learn-hours.tsv", "--test", "FOLDER/ask.tsv");
    assertThat(ran.code()).isEqualTo(Cli.PROBLEMS);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("FOLDER/ask.tsv:2: Write a question, a tab");
  }

  @Test
  void tellsWhichFileIsMissing() {
    var ran = evaluate("--train", "FOLDER/nowhere.tsv", "--test", "FOLDER/ask.tsv");
    assertThat(ran.code()).isEqualTo(Cli.PROBLEMS);
    assertThat(ran.err()).isEqualTo("There is no file FOLDER/nowhere.tsv.\n");
  }
}
