package dev.sayonce.flow.yaml;

import java.util.List;

/**
 * A change of a file by whole lines.
 *
 * @param line the number of the first old line that goes, or before which lines come; from 0
 * @param removed how many old lines go
 * @param added what comes in their place, each without its line feed
 */
public record LineEdit(int line, int removed, List<String> added) {

  public LineEdit {
    added = List.copyOf(added);
  }
}
