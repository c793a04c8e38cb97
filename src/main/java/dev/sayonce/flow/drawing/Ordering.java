package dev.sayonce.flow.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders the nodes within their rows so that few arrows cross: each node moves towards the middle
 * of its neighbours, row by row, down and up again; the best order found is kept.
 */
final class Ordering {

  private static final int SWEEPS = 16;

  private final List<List<Integer>> rows = new ArrayList<>();
  private final Map<Integer, List<Integer>> above = new HashMap<>();
  private final Map<Integer, List<Integer>> below = new HashMap<>();

  private Ordering(Layers layers) {
    for (int i = 0; i < layers.height(); i++) {
      rows.add(new ArrayList<>());
    }
    for (var chain : layers.chains()) {
      for (int i = 1; i < chain.size(); i++) {
        neighbours(below, chain.get(i - 1)).add(chain.get(i));
        neighbours(above, chain.get(i)).add(chain.get(i - 1));
      }
    }
    var placed = new ArrayList<Integer>();
    for (int node = 0; node < layers.rows().size(); node++) {
      place(node, layers, placed);
    }
  }

  static Ordering of(Layers layers) {
    var ordering = new Ordering(layers);
    ordering.improve();
    return ordering;
  }

  List<List<Integer>> rows() {
    return rows;
  }

  List<Integer> above(int node) {
    return above.getOrDefault(node, List.of());
  }

  List<Integer> below(int node) {
    return below.getOrDefault(node, List.of());
  }

  /** The first order is the author's: depth first, what was written first stands left. */
  private void place(int node, Layers layers, List<Integer> placed) {
    if (!placed.contains(node)) {
      placed.add(node);
      rows.get(layers.rows().get(node)).add(node);
      below(node).forEach(next -> place(next, layers, placed));
    }
  }

  private void improve() {
    var best = copy();
    for (int sweep = 0; sweep < SWEEPS && crossings() > 0; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 0; i < rows.size(); i++) {
        align(down ? i : rows.size() - 1 - i, down);
      }
      if (crossings() < crossings(best)) {
        best = copy();
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.set(i, best.get(i));
    }
  }

  private void align(int row, boolean down) {
    int fixed = down ? row - 1 : row + 1;
    if (fixed >= 0 && fixed < rows.size()) {
      var order = rows.get(fixed);
      var middles = new HashMap<Integer, Double>();
      var nodes = rows.get(row);
      for (int i = 0; i < nodes.size(); i++) {
        var beside = down ? above(nodes.get(i)) : below(nodes.get(i));
        middles.put(nodes.get(i), beside.stream().mapToInt(order::indexOf).average().orElse(i));
      }
      nodes.sort(Comparator.comparing(middles::get));
    }
  }

  private List<List<Integer>> copy() {
    var copy = new ArrayList<List<Integer>>();
    rows.forEach(row -> copy.add(new ArrayList<>(row)));
    return copy;
  }

  private int crossings() {
    return crossings(rows);
  }

  private int crossings(List<List<Integer>> order) {
    int crossings = 0;
    for (int i = 1; i < order.size(); i++) {
      crossings += crossings(order.get(i - 1), order.get(i));
    }
    return crossings;
  }

  private int crossings(List<Integer> upper, List<Integer> lower) {
    var ends = upper.stream().map(n -> below(n).stream().map(lower::indexOf).toList()).toList();
    int crossings = 0;
    for (int a = 0; a < ends.size(); a++) {
      for (int b = a + 1; b < ends.size(); b++) {
        for (int end : ends.get(a)) {
          crossings += (int) ends.get(b).stream().filter(other -> other < end).count();
        }
      }
    }
    return crossings;
  }

  private static List<Integer> neighbours(Map<Integer, List<Integer>> of, int node) {
    return of.computeIfAbsent(node, _ -> new ArrayList<>());
  }
}
