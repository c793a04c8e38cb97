package dev.sayonce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawCommandTest {

  @TempDir private Path folder;
  private SmallCompany company;

  @BeforeEach
  void begin() {
    company = SmallCompany.in(folder);
  }

  @Test
  void tellsAFlowAsAnOutline() {
    assertThat(company.run("draw", "FOLDER", "--flow", "repair").out())
        .isEqualTo(
            """
            Repair
            1. [asks for: Item] What is it?
            2. [offers buttons: Urgency] Does it hurry?
               • This week
                  5. [hands over to: Office] #hurry
               • Any time
                  3. Bring the {item} any day.
                  4. resolved

            """);
  }

  @Test
  void writesAPictureOfEachFlow() {
    var out = folder.resolve("pictures");
    var ran = company.run("draw", "FOLDER", "--out", out.toString());
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
    assertThat(ran.out()).contains("FOLDER/pictures/repair.svg\n", "FOLDER/pictures/person.svg\n");
    assertThat(out.resolve("repair.svg")).content().startsWith("<svg ").contains("Does it hurry?");
  }

  @Test
  void namesTheFlowsThereAre() {
    var ran = company.run("draw", "FOLDER", "--flow", "repiar");
    assertThat(ran.code()).isEqualTo(Cli.WRONG_USE);
    assertThat(ran.err()).contains("Flows here:", "repair", "person");
  }
}
