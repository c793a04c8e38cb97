package dev.sayonce.flow.drawing;

import dev.sayonce.flow.drawing.Drawing.Node;
import dev.sayonce.flow.drawing.Drawing.Shape;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A drawing as text: numbered steps, the ways on from each as points under it, and an arrow with a
 * number where ways meet.
 */
public final class Outline {

  private static final int LONGEST = 100;
  private static final String INDENT = "   ";

  private final Drawing drawing;
  private final StringBuilder out = new StringBuilder();
  private final Set<Integer> told = new HashSet<>();
  private final TreeSet<Integer> waiting = new TreeSet<>();

  private Outline(Drawing drawing) {
    this.drawing = drawing;
  }

  public static String of(Drawing drawing) {
    return new Outline(drawing).write();
  }

  private String write() {
    out.append(drawing.title()).append('\n');
    drawing.after(0).forEach(node -> tell(node, 0));
    while (!waiting.isEmpty()) {
      int node = waiting.removeFirst();
      if (!told.contains(node)) {
        tell(node, 0);
      }
    }
    return out.toString();
  }

  private void tell(int node, int depth) {
    if (told.contains(node) || (depth > 0 && isMeeting(node))) {
      line(depth, "→ " + number(node));
      waiting.add(node);
      return;
    }
    told.add(node);
    line(depth, number(node) + ". " + words(drawing.nodes().get(node)));
    var next = drawing.after(node);
    for (int after : next) {
      if (drawing.nodes().get(after).shape() == Shape.WAY) {
        line(
            depth + 1,
            "• "
                + shortened(
                    drawing
                        .nodes()
                        .get(after)
                        .text()
                        .replaceAll("(?m)^• ", "")
                        .replace("\n", " / ")));
        drawing.after(after).forEach(target -> tell(target, depth + 2));
      } else {
        tell(after, depth);
      }
    }
  }

  private boolean isMeeting(int node) {
    return drawing.arrows().stream().filter(a -> a.to() == node).count() > 1;
  }

  /** Steps are counted in the order of the drawing; ways on and the beginning are no steps. */
  private long number(int node) {
    return drawing.nodes().subList(1, node + 1).stream()
        .filter(n -> n.shape() != Shape.WAY)
        .count();
  }

  private static String words(Node node) {
    var caption = node.caption().isEmpty() ? "" : "[" + node.caption() + "]";
    var id = node.id().map(i -> "#" + i).orElse("");
    return Stream.of(caption, shortened(node.text()), id)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String shortened(String text) {
    var flat = text.strip().replaceAll("\\s+", " ");
    return flat.codePointCount(0, flat.length()) <= LONGEST
        ? flat
        : flat.substring(0, flat.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
  }

  private void line(int depth, String words) {
    out.append(INDENT.repeat(depth)).append(words).append('\n');
  }
}
