package dev.sayonce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

  @TempDir private Path folder;
  private SmallCompany company;

  @BeforeEach
  void begin() {
    company = SmallCompany.in(folder);
  }

  private void breakIt() {
    company
        .with("repair.yaml", SmallCompany.REPAIR.replace("ask: item", "ask: itme"))
        .with("second.yaml", SmallCompany.REPAIR.replace("office", "ofice, %: here"))
        .with("tests/more.yaml", "tests:\n  - name: x\n    tlak: []\n");
  }

  @Test
  void isContentWithGoodFiles() {
    var ran = company.run("check", "FOLDER");
    assertThat(ran.out())
        .startsWith("No problems: 3 flows, 5 answers, 1 test in 1 language.\n\nEach of the ")
        .contains("How sure the bot was, and how often it was right:");
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
  }

  @Test
  void tellsAllProblemsFileByFileWithTheirNumber() {
    company
        .with("repair.yaml", SmallCompany.REPAIR.replace("ask: item", "ask: itme"))
        .with(
            "tests/more.yaml",
            """
            tests:
              - name: strange
                language: fr
                talk:
                  - user: hello
                  - bto: {asks: item}
            """);
    var ran = company.run("check", "FOLDER");
    assertThat(ran.out())
        .isEqualTo(
            """
            FOLDER/repair.yaml:4:3: warning: The slot `item` is used, but nothing asks for it or sets it: it is never known.
            FOLDER/repair.yaml:7:5: There is no slot `itme` in this flow: did you mean `item`? Slots are declared under slots:.

            FOLDER/tests/more.yaml:6:9: `bto` does not belong here: did you mean `bot`?

            2 problems in 2 files.
            1 warning.
            """);
    assertThat(ran.code()).isEqualTo(Cli.PROBLEMS);
  }

  @Test
  void tellsWhatATestNamesThatIsNotThere() {
    company.with(
        "tests/more.yaml",
        """
        tests:
          - name: strange
            language: fr
            clock: 2026-02-30T10:00:00Z
            desk: [offise]
            talk:
              - user: hello
              - bot: {asks: itme, answer: thank, flow: repiar}
              - handoff: {team: shop, slots: {urgent: soon}}
          - name: no hurry
            talk: [{slots: {item: tent}}]
        """);
    assertThat(company.run("check", "FOLDER").out())
        .isEqualTo(
            """
            FOLDER/tests/more.yaml:3:5: There is no `fr` here: did you mean `en`?
            FOLDER/tests/more.yaml:4:5: There is no such time: write one like 2026-05-04T10:00:00+02:00.
            FOLDER/tests/more.yaml:5:12: There is no `offise` here: did you mean `office`?
            FOLDER/tests/more.yaml:8:15: There is no slot `itme` in any flow: did you mean `item`?
            FOLDER/tests/more.yaml:8:27: There is no `thank` here: did you mean `thanks`?
            FOLDER/tests/more.yaml:8:42: There is no `repiar` here: did you mean `repair`?
            FOLDER/tests/more.yaml:9:19: There is no `shop` here: known here: office.
            FOLDER/tests/more.yaml:9:39: There is no slot `urgent` in any flow: did you mean `urgency`?
            FOLDER/tests/more.yaml:10:5: A test of this name stands in repair.yaml line 19: rename one.

            9 problems in 1 file.
            """);
  }

  @Test
  void tellsProgramsInJson() {
    breakIt();
    var json = new JsonMapper().readTree(company.run("check", "--format", "json", "FOLDER").out());
    assertThat(json.path("problems").size()).isGreaterThan(2);
    var first = json.path("problems").path(0);
    assertThat(first.path("file").asString()).isEqualTo("FOLDER/repair.yaml");
    assertThat(first.path("line").asInt()).isEqualTo(7);
    assertThat(first.path("column").asInt()).isEqualTo(5);
    assertThat(first.path("severity").asString()).isEqualTo("error");
    assertThat(first.path("message").asString()).startsWith("There is no slot");
  }

  @Test
  void letsWarningsPassUnlessTheyAreTakenSeriously() {
    company.with(
        "repair.yaml",
        SmallCompany.REPAIR.replace(
            "- say: {en: \"Bring", "- call: repair.book\n  - say: {en: \"Bring"));
    var ran = company.run("check", "FOLDER");
    assertThat(ran.out())
        .contains("FOLDER/repair.yaml:14:5: warning: No back end knows the action `repair.book`")
        .contains("in 1 language.\n1 warning.\n");
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
    assertThat(company.run("check", "--strict", "FOLDER").code()).isEqualTo(Cli.PROBLEMS);
  }

  @Test
  void takesAMockedActionForOneThatWillBeThere() {
    company.with(
        "repair.yaml",
        SmallCompany.REPAIR
            .replace("- say: {en: \"Bring", "- call: repair.book\n  - say: {en: \"Bring")
            .replace(
                "- name: no hurry\n",
                "- name: no hurry\n    mock: {repair.book: {day: Monday}}\n"));
    assertThat(company.run("check", "--strict", "FOLDER").code()).isEqualTo(Cli.GOOD);
  }

  @Test
  void warnsOfFewExamples() {
    company.with(
        "repair.yaml",
        SmallCompany.REPAIR.replace(", my zip is torn, gear repair, the pole snapped", ""));
    var ran = company.run("check", "FOLDER");
    assertThat(ran.out())
        .startsWith(
            "FOLDER/repair.yaml:2:16: warning: `repair` has few examples (en 3): with six or more");
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
    assertThat(company.run("check", "--strict", "FOLDER").code()).isEqualTo(Cli.PROBLEMS);
  }

  @Test
  void tellsWhereTheSameWordsStandForTwoThings() {
    company.with(
        "answers/more.yaml",
        """
        mending:
          title: {en: Mending}
          examples: {en: [how to mend, mending kit, It needs a repair!, sewing kit, glue]}
          say: {en: Buy a kit.}
        """);
    assertThat(company.run("check", "FOLDER").out())
        .containsAnyOf(
            "FOLDER/repair.yaml:2:16: The same words stand in answers/more.yaml line 3 for something else",
            "FOLDER/answers/more.yaml:3:42: The same words stand in repair.yaml line 2 for something else");
  }

  @Test
  void warnsOfPairsThatAreConfused() {
    company.with(
        "answers/more.yaml",
        """
        soup:
          title: {en: Soups}
          examples: {en: [how much is the tomato soup, how much is the onion soup, how much is the leek soup, how much is the pea soup, how much is the bean soup, how much is the beet soup, how much is the corn soup, how much is the fish soup, how much is the lamb soup, how much is the duck soup]}
          say: {en: Five.}
        bread:
          title: {en: Bread}
          examples: {en: [fresh rye loaf, white rolls today, wheat baguette, sourdough please, how much is the cold soup, how much is the warm soup, how much is the sweet soup, how much is the sour soup]}
          say: {en: Two.}
        """);
    var ran = company.run("check", "FOLDER");
    assertThat(ran.out())
        .containsPattern(
            "FOLDER/answers/more.yaml:7:\\d+: warning: Without itself “how much is the \\w+ soup” would"
                + " be answered as `soup`; \\d more examples of the two are confused")
        .containsPattern("bread and soup +\\d ×, \\d of them answered");
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
  }

  @Test
  void tellsOfThresholdsThatCannotBe() {
    company.with(
        "company.yaml",
        SmallCompany.COMPANY + "understanding: {answer-from: 1.5, ask-from: high}\n");
    assertThat(company.run("check", "FOLDER").out())
        .contains("FOLDER/company.yaml:6:17: This is more than 1.")
        .contains("FOLDER/company.yaml:6:35: This must be number.");
    company.with(
        "company.yaml",
        SmallCompany.COMPANY + "understanding: {answer-from: 0.2, ask-from: 0.4}\n");
    assertThat(company.run("check", "FOLDER").out())
        .contains("FOLDER/company.yaml:6:1: Nothing would ever be offered");
  }

  @Test
  void tellsProgramsHowTheExamplesFared() {
    var json = new JsonMapper().readTree(company.run("check", "--format", "json", "FOLDER").out());
    assertThat(json.path("understanding").path("examples").asInt()).isGreaterThan(20);
    assertThat(json.path("understanding").path("reliability").size()).isEqualTo(10);
  }

  @Test
  void tellsABuildInAnnotations() {
    breakIt();
    var ran = company.run("check", "FOLDER", "--format=github");
    assertThat(ran.out().lines())
        .contains(
            "::error file=FOLDER/repair.yaml,line=7,col=5::There is no slot `itme` in this flow: did"
                + " you mean `item`? Slots are declared under slots:.")
        .allMatch(line -> line.startsWith("::error ") || line.startsWith("::warning "));
    assertThat(ran.code()).isEqualTo(Cli.PROBLEMS);
  }
}
