package dev.sayonce.flow.yaml;

import dev.sayonce.flow.FlowSet;
import java.util.List;

/** What came of reading a folder of flows. */
public sealed interface Reading {

  /** Everything is in order. */
  record Good(FlowSet set) implements Reading {}

  /**
   * Something must be mended first.
   *
   * @param problems all of them, by file and line; never empty
   */
  record Bad(List<Problem> problems) implements Reading {
    public Bad {
      problems = List.copyOf(problems);
    }
  }
}
