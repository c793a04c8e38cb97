package dev.sayonce.flow.drawing;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import java.util.List;
import java.util.Optional;

/**
 * What a picture of a flow shows, before anybody says where: boxes and the arrows between them. The
 * first node is where the flow begins.
 *
 * @param arrows in the order in which the author wrote them
 */
public record Drawing(
    String flow, String title, Language language, List<Node> nodes, List<Arrow> arrows) {

  /**
   * A box.
   *
   * @param caption what kind of step it is, in a word or two; empty where the shape says it
   * @param text what stands in it, in full
   * @param id the author's name for the step
   */
  public record Node(Shape shape, String caption, String text, Optional<String> id) {}

  /** From one node to another, by their places in the list. */
  public record Arrow(int from, int to) {}

  /** The kinds of boxes; the colours and outlines are the picture's business. */
  public enum Shape {
    START,
    SAY,
    ASK,
    CHOICE,
    /** One way on from the box above: an option, a condition, a failure. */
    WAY,
    ACT,
    BRANCH,
    RUN,
    HANDOFF,
    END
  }

  public Drawing {
    nodes = List.copyOf(nodes);
    arrows = List.copyOf(arrows);
  }

  /** Draws one flow of a set with its texts in that language. */
  public static Drawing of(FlowSet set, Flow flow, Language language) {
    return new Tracing(set, flow, language).drawing();
  }

  List<Integer> after(int node) {
    return arrows.stream().filter(a -> a.from() == node).map(Arrow::to).distinct().toList();
  }
}
