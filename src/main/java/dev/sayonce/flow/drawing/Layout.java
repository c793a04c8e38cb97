package dev.sayonce.flow.drawing;

import dev.sayonce.flow.drawing.Drawing.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where everything of a drawing stands, in pixels from the upper left: rows from top to bottom,
 * ways side by side.
 *
 * @param routes of each arrow, in the order of the drawing
 */
record Layout(List<Box> boxes, List<Route> routes, double width, double height) {

  static final double MARGIN = 24;
  static final double SIZE = 13;
  static final double SMALL = 11;
  static final double LINE = 18;
  static final double CAPTION = 17;
  private static final double PADDING = 12;
  private static final double STEP_WIDTH = 236;
  private static final double GAP = 22;
  private static final double ROW_GAP = 34;
  private static final int MOST_LINES = 4;
  private static final int MOST_LINES_OF_A_WAY = 2;

  /** A node with its upper left corner, its size and its text in lines. */
  record Box(Node node, double x, double y, double width, double height, List<String> lines) {
    double middle() {
      return x + width / 2;
    }

    double bottom() {
      return y + height;
    }
  }

  record Point(double x, double y) {}

  /** The points of an arrow from its tail to its head; back: it leads upward. */
  record Route(List<Point> points, boolean back) {}

  private record Size(double width, double height, List<String> lines) {}

  static Layout of(Drawing drawing) {
    var sizes = drawing.nodes().stream().map(Layout::size).toList();
    var layers = Layers.of(drawing);
    var widths = new double[layers.rows().size()];
    Arrays.setAll(widths, i -> i < sizes.size() ? sizes.get(i).width() : GAP / 2);
    var middles = Spacing.of(Ordering.of(layers), widths, sizes.size(), GAP);
    shiftToMargin(middles, widths);
    var rows = new Rows(layers, sizes);
    var boxes = new ArrayList<Box>();
    for (int i = 0; i < sizes.size(); i++) {
      var size = sizes.get(i);
      double x = middles[i] - size.width() / 2;
      double y = rows.top(layers.rows().get(i)) + rows.slack(layers.rows().get(i), size) / 2;
      boxes.add(new Box(drawing.nodes().get(i), x, y, size.width(), size.height(), size.lines()));
    }
    var routes = new ArrayList<Route>();
    for (int i = 0; i < layers.chains().size(); i++) {
      routes.add(route(layers, i, boxes, middles, rows));
    }
    return new Layout(boxes, routes, right(middles, widths) + MARGIN, rows.bottom() + MARGIN);
  }

  private static Size size(Node node) {
    return switch (node.shape()) {
      case WAY -> {
        var lines = wayLines(node.text());
        yield new Size(widest(lines, SMALL) + 22, lines.size() * (LINE - 3) + 9, lines);
      }
      case START, END, HANDOFF -> {
        var lines = Lettering.lines(node.text(), SIZE, STEP_WIDTH - 2 * PADDING, MOST_LINES);
        double wide = Math.max(widest(lines, SIZE), Lettering.width(node.caption(), SMALL));
        yield new Size(wide + 44, height(node, lines), lines);
      }
      case SAY, ASK, CHOICE, ACT, BRANCH, RUN -> {
        var lines = Lettering.lines(node.text(), SIZE, STEP_WIDTH - 2 * PADDING, MOST_LINES);
        yield new Size(STEP_WIDTH, height(node, lines), lines);
      }
    };
  }

  private static List<String> wayLines(String labels) {
    return labels
        .lines()
        .flatMap(l -> Lettering.lines(l, SMALL, STEP_WIDTH * 0.62, MOST_LINES_OF_A_WAY).stream())
        .toList();
  }

  private static double height(Node node, List<String> lines) {
    boolean empty = node.text().isBlank();
    return (node.caption().isEmpty() ? 0 : CAPTION) + (empty ? 0 : lines.size() * LINE) + 16;
  }

  private static double widest(List<String> lines, double size) {
    return lines.stream().mapToDouble(l -> Lettering.width(l, size)).max().orElse(0);
  }

  private static void shiftToMargin(double[] middles, double[] widths) {
    double left = Double.MAX_VALUE;
    for (int i = 0; i < middles.length; i++) {
      left = Math.min(left, middles[i] - widths[i] / 2);
    }
    for (int i = 0; i < middles.length; i++) {
      middles[i] += MARGIN - left;
    }
  }

  private static double right(double[] middles, double[] widths) {
    double right = 0;
    for (int i = 0; i < middles.length; i++) {
      right = Math.max(right, middles[i] + widths[i] / 2);
    }
    return right;
  }

  /** Arrows that lead back leave and reach their boxes beside the middle, where others do. */
  private static List<Point> beside(List<Point> points, List<Box> ends) {
    var shifted = new ArrayList<>(points);
    int last = points.size() - 1;
    shifted.set(0, aside(points.getFirst(), points.get(Math.min(2, last)), ends.getFirst()));
    shifted.set(last, aside(points.getLast(), points.get(Math.max(0, last - 2)), ends.getLast()));
    return shifted;
  }

  private static Point aside(Point end, Point towards, Box box) {
    double side = towards.x() < end.x() ? -0.3 : 0.3;
    return new Point(end.x() + side * box.width(), end.y());
  }

  private static Route route(
      Layers layers, int arrow, List<Box> boxes, double[] middles, Rows rows) {
    var chain = layers.chains().get(arrow);
    var points = new ArrayList<Point>();
    for (int i = 0; i < chain.size(); i++) {
      int node = chain.get(i);
      int row = layers.rows().get(node);
      if (i > 0) {
        points.add(
            new Point(middles[node], node < boxes.size() ? boxes.get(node).y() : rows.top(row)));
      }
      if (i < chain.size() - 1) {
        double end = node < boxes.size() ? boxes.get(node).bottom() : rows.end(row);
        points.add(new Point(middles[node], end));
      }
    }
    boolean back = layers.back().contains(arrow);
    var ends = List.of(boxes.get(chain.getFirst()), boxes.get(chain.getLast()));
    return new Route(back ? beside(points, ends).reversed() : points, back);
  }

  /** How high the rows are and where each begins. */
  private static final class Rows {
    private final double[] heights;
    private final double[] tops;

    Rows(Layers layers, List<Size> sizes) {
      heights = new double[layers.height()];
      tops = new double[heights.length];
      for (int i = 0; i < sizes.size(); i++) {
        int row = layers.rows().get(i);
        heights[row] = Math.max(heights[row], sizes.get(i).height());
      }
      tops[0] = MARGIN;
      for (int i = 1; i < tops.length; i++) {
        tops[i] = tops[i - 1] + heights[i - 1] + ROW_GAP;
      }
    }

    double top(int row) {
      return tops[row];
    }

    double end(int row) {
      return tops[row] + heights[row];
    }

    double slack(int row, Size size) {
      return heights[row] - size.height();
    }

    double bottom() {
      return end(tops.length - 1);
    }
  }
}
