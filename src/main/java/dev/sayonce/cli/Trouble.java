package dev.sayonce.cli;

import dev.sayonce.StartupRefused;
import dev.sayonce.backup.BackupRefused;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Tells what an operator can mend in plain words; anything else is a bug of ours. */
final class Trouble {

  private Trouble() {}

  static int told(Terminal terminal, Supplier<Integer> work) {
    try {
      return work.get();
    } catch (StartupRefused e) {
      terminal.err().println(e.what());
      terminal.err().println(e.remedy());
      return Cli.PROBLEMS;
    } catch (BackupRefused e) {
      terminal.err().println(e.getMessage());
      return Cli.PROBLEMS;
    } catch (CompletionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      terminal.err().println("Redis does not go along: " + cause.getMessage());
      return Cli.PROBLEMS;
    }
  }
}
