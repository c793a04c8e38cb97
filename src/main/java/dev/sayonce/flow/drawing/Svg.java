package dev.sayonce.flow.drawing;

import dev.sayonce.flow.drawing.Drawing.Shape;
import dev.sayonce.flow.drawing.Layout.Box;
import dev.sayonce.flow.drawing.Layout.Point;
import dev.sayonce.flow.drawing.Layout.Route;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A drawing as SVG that stands alone: light or dark as the reader's system wants it, with a title
 * and the outline as its description for those who listen to it.
 */
public final class Svg {

  private static final String STYLE =
      """
        .sayonce-flow{--ground:#f3f5f3;--surface:#fff;--edge:#c3ccc6;--ink:#17201c;--soft:#4f5c56;--accent:#1b6a4f;
          --tint:#e3efe9;--way:#e8ede9;--act:#e9eef7;--act-edge:#9db2d6;--person:#fff4cf;--person-edge:#b38a17;
          font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-size:13px}
        @media (prefers-color-scheme:dark){.sayonce-flow{--ground:#111714;--surface:#1a211d;--edge:#46534c;--ink:#e9efeb;--soft:#aab7b0;
          --accent:#5fc49c;--tint:#1f3a2f;--way:#28312c;--act:#202a3a;--act-edge:#4d6690;--person:#3a3010;--person-edge:#c49a22}}
        .sayonce-flow .ground{fill:var(--ground)}
        .sayonce-flow text{fill:var(--ink);text-anchor:middle}
        .sayonce-flow .list{text-anchor:start}
        .sayonce-flow .caption{fill:var(--soft);font-size:11px}
        .sayonce-flow .id{fill:var(--soft);font-size:11px;font-style:italic}
        .sayonce-flow .box{fill:var(--surface);stroke:var(--edge)}
        .sayonce-flow .ask .box,.sayonce-flow .choice .box{stroke:var(--accent);stroke-width:1.5}
        .sayonce-flow .start .box{fill:var(--accent);stroke:none}
        .sayonce-flow .start text{fill:var(--surface);font-weight:600}
        .sayonce-flow .start .caption{font-weight:400;opacity:.85}
        .sayonce-flow .way .box{fill:var(--way);stroke:none}
        .sayonce-flow .way text{font-size:11px}
        .sayonce-flow .act .box,.sayonce-flow .branch .box,.sayonce-flow .run .box{fill:var(--act);stroke:var(--act-edge)}
        .sayonce-flow .bar{stroke:var(--act-edge)}
        .sayonce-flow .handoff .box{fill:var(--person);stroke:var(--person-edge);stroke-width:1.5}
        .sayonce-flow .end .box{fill:var(--tint);stroke:var(--accent);stroke-width:1.5}
        .sayonce-flow .arrow{fill:none;stroke:var(--soft);stroke-width:1.3;opacity:.8}
        .sayonce-flow .back{stroke-dasharray:5 4}
        .sayonce-flow .head{fill:var(--soft)}
      """;

  /** What no XML may hold. */
  private static final Pattern NOT_XML =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{FFFE}\\x{FFFF}]");

  private final Drawing drawing;
  private final Layout layout;
  private final StringBuilder out = new StringBuilder();

  private Svg(Drawing drawing) {
    this.drawing = drawing;
    this.layout = Layout.of(drawing);
  }

  /** The same text for the same drawing, byte by byte. */
  public static String of(Drawing drawing) {
    return new Svg(drawing).write();
  }

  private String write() {
    var name = "flow-" + drawing.flow();
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sayonce-flow\" role=\"img\" lang=\"%s\""
            + " aria-labelledby=\"%s-title %s-desc\" width=\"%s\" height=\"%s\""
            + " viewBox=\"0 0 %s %s\">",
        drawing.language(),
        name,
        name,
        number(layout.width()),
        number(layout.height()),
        number(layout.width()),
        number(layout.height()));
    line("<title id=\"%s-title\">%s</title>", name, escaped(drawing.title()));
    line("<desc id=\"%s-desc\">%s</desc>", name, escaped(Outline.of(drawing)));
    line("<style>\n%s</style>", STYLE);
    line("<rect class=\"ground\" width=\"100%%\" height=\"100%%\"/>");
    for (int i = 0; i < layout.routes().size(); i++) {
      var to = drawing.nodes().get(drawing.arrows().get(i).to());
      arrow(layout.routes().get(i), to.shape() == Shape.WAY);
    }
    layout.boxes().forEach(this::box);
    line("</svg>");
    return out.toString();
  }

  /** Into the box of a way no head is needed: the arrow goes on behind it. */
  private void arrow(Route route, boolean isWay) {
    var path = new StringBuilder();
    var points = route.points();
    path.append("M").append(at(points.getFirst()));
    for (int i = 1; i < points.size(); i++) {
      path.append(segment(points.get(i - 1), points.get(i)));
    }
    line("<path class=\"arrow%s\" d=\"%s\"/>", route.back() ? " back" : "", path);
    if (!isWay) {
      head(points.getLast(), route.back());
    }
  }

  private static String segment(Point from, Point to) {
    if (Math.abs(from.x() - to.x()) < 0.5) {
      return "L" + at(to);
    }
    double middle = (from.y() + to.y()) / 2;
    return "C%s %s %s"
        .formatted(at(new Point(from.x(), middle)), at(new Point(to.x(), middle)), at(to));
  }

  private void head(Point tip, boolean up) {
    double y = up ? 7 : -7;
    line("<path class=\"head\" d=\"M%sl-4 %sl8 0z\"/>", at(tip), number(y));
  }

  private void box(Box box) {
    var shape = box.node().shape();
    line("<g class=\"%s\">", shape.name().toLowerCase(Locale.ROOT));
    line("<title>%s</title>", escaped(full(box)));
    outline(box, shape);
    words(box, shape);
    line("</g>");
  }

  private static String full(Box box) {
    var node = box.node();
    return (node.caption() + " " + node.text()).strip();
  }

  private void outline(Box box, Shape shape) {
    switch (shape) {
      case START, END, HANDOFF -> rounded(box, Math.min(26, box.height() / 2));
      case WAY -> rounded(box, Math.min(11, box.height() / 2));
      case SAY, ASK, CHOICE -> rounded(box, 9);
      case ACT -> rounded(box, 2);
      case RUN -> {
        rounded(box, 2);
        bar(box, box.x() + 6);
        bar(box, box.x() + box.width() - 6);
      }
      case BRANCH -> hexagon(box);
    }
  }

  private void rounded(Box box, double radius) {
    line(
        "<rect class=\"box\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>",
        number(box.x()),
        number(box.y()),
        number(box.width()),
        number(box.height()),
        number(radius));
  }

  private void bar(Box box, double x) {
    line("<path class=\"bar\" d=\"M%sV%s\"/>", at(new Point(x, box.y())), number(box.bottom()));
  }

  private void hexagon(Box box) {
    double cut = 14;
    double right = box.x() + box.width();
    double half = box.y() + box.height() / 2;
    var corners =
        List.of(
            new Point(box.x() + cut, box.y()),
            new Point(right - cut, box.y()),
            new Point(right, half),
            new Point(right - cut, box.bottom()),
            new Point(box.x() + cut, box.bottom()),
            new Point(box.x(), half));
    line(
        "<path class=\"box\" d=\"M%sz\"/>",
        corners.stream().map(Svg::at).collect(Collectors.joining("L")));
  }

  private void words(Box box, Shape shape) {
    double y = box.y() + 8;
    if (!box.node().caption().isEmpty()) {
      text("caption", box.middle(), y + 11, box.node().caption());
      y += Layout.CAPTION;
    }
    boolean small = shape == Shape.WAY;
    boolean isList = small && box.node().text().startsWith("•");
    y += small ? 6 : 13;
    for (var words : box.lines()) {
      if (isList) {
        text("list", box.x() + 11, y, words);
      } else {
        text("", box.middle(), y, words);
      }
      y += small ? Layout.LINE - 3 : Layout.LINE;
    }
  }

  private void text(String type, double x, double y, String words) {
    line(
        "<text%s x=\"%s\" y=\"%s\">%s</text>",
        type.isEmpty() ? "" : " class=\"" + type + "\"", number(x), number(y), escaped(words));
  }

  private void line(String format, Object... values) {
    out.append(format.formatted(values)).append('\n');
  }

  private static String at(Point point) {
    return number(point.x()) + " " + number(point.y());
  }

  /** One decimal is enough for the eye, and the same on every machine. */
  private static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  static String escaped(String words) {
    return NOT_XML
        .matcher(words)
        .replaceAll("")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
