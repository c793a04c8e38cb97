package dev.sayonce.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/** What a tool wrote, and its exit code. */
record Ran(int code, String out, String err) {

  /** Runs a tool without colours; FOLDER among the arguments and in the output is the folder. */
  static Ran tool(String input, Path folder, String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal =
        new Terminal(
            new BufferedReader(new StringReader(input)),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            false);
    int code =
        Cli.run(
            terminal,
            Arrays.stream(args)
                .map(a -> a.replace("FOLDER", folder.toString()))
                .toArray(String[]::new));
    return new Ran(code, shown(out, folder), shown(err, folder));
  }

  private static String shown(StringWriter words, Path folder) {
    return words.toString().replace(folder.toString(), "FOLDER");
  }
}
