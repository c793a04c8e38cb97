package dev.sayonce.flow.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the nodes of a drawing into rows, so that every arrow leads downward by exactly one row: an
 * arrow that goes further gets a bend in each row between, one that leads back is turned round.
 *
 * @param rows of each node: first those of the drawing, then the bends
 * @param chains of each arrow: the nodes it passes, from its upper to its lower end
 * @param back the arrows that were turned round
 */
record Layers(List<Integer> rows, List<List<Integer>> chains, Set<Integer> back) {

  static Layers of(Drawing drawing) {
    var back = new HashSet<Integer>();
    var seen = new boolean[drawing.nodes().size()];
    for (int node = 0; node < seen.length; node++) {
      if (!seen[node]) {
        findBack(drawing, node, seen, new HashSet<>(), back);
      }
    }
    var rows = new ArrayList<>(longestWays(drawing, back));
    var chains = new ArrayList<List<Integer>>();
    for (int i = 0; i < drawing.arrows().size(); i++) {
      var arrow = drawing.arrows().get(i);
      chains.add(
          back.contains(i)
              ? chain(arrow.to(), arrow.from(), rows)
              : chain(arrow.from(), arrow.to(), rows));
    }
    return new Layers(rows, chains, back);
  }

  int height() {
    return Collections.max(rows) + 1;
  }

  /** An arrow to a node that is still being followed closes a circle. */
  private static void findBack(
      Drawing drawing, int node, boolean[] seen, Set<Integer> open, Set<Integer> back) {
    seen[node] = true;
    open.add(node);
    for (int i = 0; i < drawing.arrows().size(); i++) {
      var arrow = drawing.arrows().get(i);
      if (arrow.from() == node && open.contains(arrow.to())) {
        back.add(i);
      } else if (arrow.from() == node && !seen[arrow.to()]) {
        findBack(drawing, arrow.to(), seen, open, back);
      }
    }
    open.remove(node);
  }

  private static List<Integer> longestWays(Drawing drawing, Set<Integer> back) {
    var rows = new Integer[drawing.nodes().size()];
    Arrays.fill(rows, 0);
    for (boolean moved = true; moved; ) {
      moved = false;
      for (int i = 0; i < drawing.arrows().size(); i++) {
        var arrow = drawing.arrows().get(i);
        if (!back.contains(i) && rows[arrow.to()] <= rows[arrow.from()]) {
          rows[arrow.to()] = rows[arrow.from()] + 1;
          moved = true;
        }
      }
    }
    return List.of(rows);
  }

  private static List<Integer> chain(int upper, int lower, List<Integer> rows) {
    var chain = new ArrayList<>(List.of(upper));
    for (int row = rows.get(upper) + 1; row < rows.get(lower); row++) {
      chain.add(rows.size());
      rows.add(row);
    }
    chain.add(lower);
    return chain;
  }
}
