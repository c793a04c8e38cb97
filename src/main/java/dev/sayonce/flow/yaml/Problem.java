package dev.sayonce.flow.yaml;

import java.nio.file.Path;

/**
 * Something that an author must mend.
 *
 * @param file relative to the folder of flows
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and how to mend it
 * @param severity whether it must be mended
 */
public record Problem(Path file, int line, int column, String message, Severity severity) {

  /** Whether it must be mended before anybody can use the files. */
  public enum Severity {
    ERROR,
    /** It works, but hardly as the author means it. */
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * In the form that editors and terminals make clickable: {@code file:line:column: message}, with
   * {@code warning:} before the message of one.
   */
  @Override
  public String toString() {
    return "%s:%d:%d: %s%s".formatted(file, line, column, isError() ? "" : "warning: ", message);
  }
}
