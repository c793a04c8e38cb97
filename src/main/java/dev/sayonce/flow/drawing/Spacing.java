package dev.sayonce.flow.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Gives every node its place from left to right: as near to its neighbours above and below as the
 * others of its row allow, bends before boxes, so that long arrows run straight.
 */
final class Spacing {

  private static final int SWEEPS = 24;
  private static final double BEND_WEIGHT = 4;
  private static final double STRAIGHT = 8;

  private final Ordering ordering;
  private final double[] widths;
  private final int boxes;
  private final double gap;
  private final double[] middles;

  private Spacing(Ordering ordering, double[] widths, int boxes, double gap) {
    this.ordering = ordering;
    this.widths = widths;
    this.boxes = boxes;
    this.gap = gap;
    this.middles = new double[widths.length];
  }

  /**
   * The middle of each node.
   *
   * @param widths of each node; those from {@code boxes} on are bends
   * @param gap the least distance between two neighbours of a row
   */
  static double[] of(Ordering ordering, double[] widths, int boxes, double gap) {
    var spacing = new Spacing(ordering, widths, boxes, gap);
    spacing.settle();
    return spacing.middles;
  }

  private void settle() {
    ordering.rows().forEach(row -> put(row, node -> List.of()));
    int height = ordering.rows().size();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < height; i++) {
        put(ordering.rows().get(i), ordering::above);
      }
      for (int i = height - 1; i >= 0; i--) {
        put(ordering.rows().get(i), ordering::below);
      }
    }
    for (int i = 0; i < height; i++) {
      put(ordering.rows().get(i), this::beside);
    }
    new Straightening(ordering, widths, gap, middles).run();
  }

  private List<Integer> beside(int node) {
    var beside = new ArrayList<>(ordering.above(node));
    beside.addAll(ordering.below(node));
    return beside;
  }

  /**
   * The least squares answer: where neighbours want to overlap they form a block that stands at
   * their weighted mean (pool adjacent violators).
   */
  private void put(List<Integer> row, IntFunction<List<Integer>> neighbours) {
    var blocks = new ArrayList<Block>();
    double offset = 0;
    for (int i = 0; i < row.size(); i++) {
      int node = row.get(i);
      offset += i == 0 ? 0 : distance(row.get(i - 1), node);
      double wish = wish(node, neighbours.apply(node));
      blocks.add(new Block(wish - offset, weight(node), 1));
      while (blocks.size() > 1 && blocks.getLast().at() < blocks.get(blocks.size() - 2).at()) {
        var last = blocks.removeLast();
        blocks.add(blocks.removeLast().and(last));
      }
    }
    place(row, blocks);
  }

  private void place(List<Integer> row, List<Block> blocks) {
    double offset = 0;
    int i = 0;
    for (var block : blocks) {
      for (int k = 0; k < block.size(); k++, i++) {
        offset += i == 0 ? 0 : distance(row.get(i - 1), row.get(i));
        middles[row.get(i)] = block.at() + offset;
      }
    }
  }

  private double wish(int node, List<Integer> neighbours) {
    double sum = 0;
    double weight = 0;
    for (int other : neighbours) {
      double pull = pull(node, other);
      sum += pull * middles[other];
      weight += pull;
    }
    return weight == 0 ? middles[node] : sum / weight;
  }

  /** Two that have only each other on that side stand straight under one another. */
  private double pull(int a, int b) {
    boolean down = ordering.below(a).contains(b);
    int upper = down ? a : b;
    int lower = down ? b : a;
    return ordering.below(upper).size() == 1 && ordering.above(lower).size() == 1 ? STRAIGHT : 1;
  }

  private double weight(int node) {
    return node < boxes ? 1 : BEND_WEIGHT;
  }

  private double distance(int left, int right) {
    return (widths[left] + widths[right]) / 2 + gap;
  }

  private record Block(double at, double weight, int size) {
    Block and(Block other) {
      double both = weight + other.weight;
      return new Block((at * weight + other.at * other.weight) / both, both, size + other.size);
    }
  }
}
