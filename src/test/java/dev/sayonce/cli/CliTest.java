package dev.sayonce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--server.port=8081", "--debug", "--sayonce.engine.flows=x --server.port=1"})
  void leavesSettingsToTheGateway(String line) {
    assertThat(Cli.isMeantBy(line.isEmpty() ? new String[0] : line.split(" "))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "check flows", "chekc", "--server.port=1 check", "--help", "-V"})
  void takesEverythingElse(String line) {
    assertThat(Cli.isMeantBy(line.split(" "))).isTrue();
  }

  @Test
  void namesTheToolThatWasProbablyMeant() {
    var ran = run("chekc");
    assertThat(ran.code()).isEqualTo(Cli.WRONG_USE);
    assertThat(ran.err()).contains("'chekc'", "Did you mean: sayonce check");
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "test", "draw", "talk"})
  void saysThatThereIsNoSuchFolder(String tool) {
    var ran = run(tool, "nowhere");
    assertThat(ran.code()).isEqualTo(Cli.WRONG_USE);
    assertThat(ran.err()).contains("There is no folder nowhere.");
  }

  @Test
  void explainsItselfWithItsExitCodes() {
    var ran = run("help");
    assertThat(ran.code()).isEqualTo(Cli.GOOD);
    assertThat(ran.out())
        .contains(
            "check ", "test ", "draw ", "talk ", "schema ", "Without a subcommand the gateway")
        .contains("2   the command was not understood");
  }

  @Test
  void explainsEachTool() {
    assertThat(run("help", "test").out()).contains("--junit", "--at-least", "--filter");
  }

  private static Ran run(String... args) {
    return Ran.tool("", Path.of("some-folder"), args);
  }
}
