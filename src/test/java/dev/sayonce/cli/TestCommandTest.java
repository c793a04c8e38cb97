package dev.sayonce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class TestCommandTest {

  private static final String WRONG =
      """
      tests:
        - name: expects too much
          talk:
            - user: it needs a repair
            - user: tent
            - press: Any time
            - bot: {contains: tomorrow}
            - end: resolved
        - name: a hurry
          talk:
            - user: please mend my tent
            - user: tent
            - press: soon
            - handoff: {team: office, reason: flow, slots: {item: tent, urgency: soon}}
      """;

  @TempDir private Path folder;
  private SmallCompany company;

  @BeforeEach
  void begin() {
    company = SmallCompany.in(folder);
  }

  @Test
  void tellsWhichLinesNoTalkCameTo() {
    var ran = company.run("test", "FOLDER");
    assertThat(ran.out())
        .isEqualTo(
            """
            FOLDER/repair.yaml
              ✓ no hurry (en)

            1 talk went as written.
            Coverage of steps and ways: 71 %
              repair                    71 %  steps 4/5, ways 1/2  no talk came to FOLDER/repair.yaml:12, 16
            """);
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
  }

  @Test
  void showsTheTalkAndTheStateWhereOneFails() {
    var ran = company.with("tests/wrong.yaml", WRONG).run("test", "FOLDER");
    assertThat(ran.code()).isEqualTo(Cli.PROBLEMS);
    assertThat(ran.out())
        .contains(
            """
              ✗ expects too much (en)
              ✓ a hurry (en)
            """)
        .contains(
            """
            FOLDER/tests/wrong.yaml:7: expects too much
                customer  “it needs a repair”
                bot       “What is it?”
                customer  “tent”
                bot       “Does it hurry?” [This week | Any time]
                customer  “Any time”
                bot       “Bring the tent any day.”
                expected  the bot says something with “tomorrow”
                got       “Bring the tent any day.”
                state     resolved
                state     language: en
                state     known: item = tent, urgency = later
            """)
        .contains("    state     time: Monday, 4 May 2026, 10:00:00\n")
        .contains("1 of 3 talks failed.\nCoverage of steps and ways: 100 %\n");
  }

  @Test
  void playsOnlyWhatIsAskedFor() {
    var ran = company.with("tests/wrong.yaml", WRONG).run("test", "FOLDER", "--filter", "HURRY");
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
    assertThat(ran.out()).contains("2 talks went as written.").doesNotContain("Coverage");
  }

  @Test
  void failsWhereTooLittleIsCovered() {
    assertThat(company.run("test", "FOLDER", "--at-least", "71").code()).isEqualTo(Cli.GOOD);
    var ran = company.run("test", "FOLDER", "--at-least", "72");
    assertThat(ran.code()).isEqualTo(Cli.PROBLEMS);
    assertThat(ran.out()).endsWith("Less than the 72 % that are asked for.\n");
  }

  @Test
  void doesNotTakeNoTestsForGoodOnes() {
    var flow = SmallCompany.REPAIR.substring(0, SmallCompany.REPAIR.indexOf("tests:"));
    var ran = company.with("repair.yaml", flow).run("test", "FOLDER");
    assertThat(ran.out()).startsWith("There are no tests");
    assertThat(ran.code()).isEqualTo(Cli.PROBLEMS);
  }

  @Test
  void writesWhatBuildsRead() throws Exception {
    var file = folder.resolve("out/talks.xml");
    company.with("tests/wrong.yaml", WRONG).run("test", "FOLDER", "--junit", file.toString());
    var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    var suites = xml.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(2);
    assertThat(((Element) suites.item(1)).getAttribute("tests")).isEqualTo("2");
    assertThat(((Element) suites.item(1)).getAttribute("failures")).isEqualTo("1");
    var failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(((Element) failure.getParentNode()).getAttribute("name"))
        .isEqualTo("expects too much");
    assertThat(failure.getAttribute("message")).contains("“tomorrow”");
    assertThat(failure.getTextContent()).contains("tests/wrong.yaml:7", "customer: “tent”");
  }
}
