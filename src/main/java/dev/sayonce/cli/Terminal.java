package dev.sayonce.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a tool reads and writes. Always UTF-8, whatever the machine's locale says: a flow in
 * Russian is Russian in a build's log too.
 *
 * @param interactive a person is at the other end
 * @param colours that end shows colours
 */
record Terminal(
    BufferedReader in, PrintWriter out, PrintWriter err, boolean interactive, boolean colours) {

  /** The four that are used; all others look like mistakes. */
  enum Colour {
    RED(31),
    GREEN(32),
    YELLOW(33),
    FAINT(2),
    BOLD(1);

    private final int code;

    Colour(int code) {
      this.code = code;
    }
  }

  static Terminal ofProcess() {
    boolean interactive =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    return new Terminal(
        new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        interactive,
        interactive && System.getenv("NO_COLOR") == null);
  }

  private static PrintWriter writer(FileDescriptor to) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8), true);
  }

  String in(Colour colour, String words) {
    return colours ? "\033[" + colour.code + "m" + words + "\033[0m" : words;
  }

  void say(String words) {
    out.println(words);
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
