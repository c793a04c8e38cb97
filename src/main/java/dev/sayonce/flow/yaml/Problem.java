package dev.sayonce.flow.yaml;

import java.nio.file.Path;

/**
 * Something that an author must mend.
 *
 * @param file relative to the folder of flows
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and how to mend it
 */
public record Problem(Path file, int line, int column, String message) {

  /** In the form that editors and terminals make clickable: {@code file:line:column: message}. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s".formatted(file, line, column, message);
  }
}
