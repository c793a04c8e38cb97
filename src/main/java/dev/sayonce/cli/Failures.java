package dev.sayonce.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A file that can't be read or written is told in a sentence; anything else is a bug of ours. */
record Failures(Terminal terminal) implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
      throws Exception {
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      terminal.err().println("Can't go on: " + failure.getMessage());
      return Cli.PROBLEMS;
    }
    throw failure;
  }
}
