package dev.sayonce.flow.yaml;

import dev.sayonce.flow.FlowSet;
import java.util.List;

/** What came of reading a folder of flows. */
public sealed interface Reading {

  /**
   * The set can be used.
   *
   * @param warnings what works, but hardly as the authors mean it
   */
  record Good(FlowSet set, List<Problem> warnings) implements Reading {
    public Good {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Something must be mended first.
   *
   * @param problems all of them, warnings too, by file and line; at least one is an error
   */
  record Bad(List<Problem> problems) implements Reading {
    public Bad {
      problems = List.copyOf(problems);
    }
  }
}
