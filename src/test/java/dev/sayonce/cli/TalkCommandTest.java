package dev.sayonce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkCommandTest {

  @TempDir private Path folder;
  private SmallCompany company;

  @BeforeEach
  void begin() {
    company = SmallCompany.in(folder);
  }

  @Test
  void talksWithAPipe() {
    var ran = company.talk("please mend my tent\ntent\n2\n:state\n", "talk", "FOLDER");
    var stable = ran.out().replaceAll("(?m)^  · (understood|flows) .*\n", "");
    assertThat(stable)
        .isEqualTo(
            """
            :help tells what else can be typed
            Hello!
            > please mend my tent
            What is it?
            > tent
              · slot {name=item, value=tent}
            Does it hurry?
              [1] This week
              [2] Any time
            > 2
              · slot {name=urgency, value=later}
            Bring the tent any day.
              · resolved {by=customer}
            > :state
              · resolved
              · language: en
              · known: item = tent, urgency = later
              · time: Monday, 4 May 2026, 10:00:00
            """);
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
  }

  @Test
  void beginsAnewAndKnowsNothing() {
    var ran =
        company.talk("it needs a repair\ntent\n:restart\n:state\n:quit\nx\n", "talk", "FOLDER");
    assertThat(ran.out()).endsWith("> :state\n  · time: Monday, 4 May 2026, 10:00:00\n");
  }

  @Test
  void letsTimePass() {
    var ran = company.talk("it needs a repair\n:wait 10m\n:wait soon\n", "talk", "FOLDER");
    assertThat(ran.out())
        .contains(
            "> :wait 10m\n", "Are you still there?", "Write a time like :wait 10m or :wait 2h.");
  }

  @Test
  void keepsTheTalkWhereTheNewFilesAreWrong() {
    var ran = company.talk("it needs a repair\n:reload\n1\n", "talk", "FOLDER");
    assertThat(ran.out()).contains("> :reload\n:help tells");
    company.with("broken.yaml", "steps: []\n");
    assertThat(company.talk("", "talk", "FOLDER").code()).isEqualTo(Cli.PROBLEMS);
  }

  @Test
  void refusesALanguageThatNobodySpeaks() {
    var ran = company.talk("", "talk", "FOLDER", "--language", "fr");
    assertThat(ran.err()).contains("The company speaks en, not fr.");
    assertThat(ran.code()).isEqualTo(Cli.WRONG_USE);
  }
}
