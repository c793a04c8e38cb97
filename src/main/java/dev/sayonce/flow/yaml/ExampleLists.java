package dev.sayonce.flow.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The lists of examples in one file and where one more goes in each, so that everything else in the
 * file, comments and line breaks too, stays as its author left it.
 */
final class ExampleLists {

  private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

  private final List<String> lines;
  private final boolean endsInLineFeed;
  private final Node root;
  private final Map<Integer, TreeMap<Integer, StringBuilder>> within = new TreeMap<>();
  private final Map<Integer, ArrayList<String>> below = new TreeMap<>();

  /**
   * @param content of a file that was read into a set before: it is known to be sound
   */
  ExampleLists(String content) {
    lines = lines(content);
    endsInLineFeed = content.endsWith("\n");
    root =
        new Compose(SETTINGS)
            .composeReader(new StringReader(content))
            .orElseThrow(() -> new IllegalArgumentException("An empty file has no examples"));
  }

  /** Without their line feeds. */
  static List<String> lines(String content) {
    var all = List.of(content.split("\n", -1));
    return content.endsWith("\n") ? all.subList(0, all.size() - 1) : all;
  }

  /**
   * The first and last line of what stands under that key at the top, from 0, the last excluded.
   */
  Optional<int[]> block(String key) {
    var tuples = ((MappingNode) root).getValue();
    return IntStream.range(0, tuples.size())
        .filter(i -> isKey(tuples.get(i), key))
        .mapToObj(
            i ->
                new int[] {
                  start(tuples.get(i).getKeyNode()).getLine(),
                  i + 1 < tuples.size()
                      ? start(tuples.get(i + 1).getKeyNode()).getLine()
                      : lines.size()
                })
        .findFirst();
  }

  /** True if there is such a list; then the text is written at its end. */
  boolean add(String text, String... path) {
    var found = Optional.of(root);
    for (var key : path) {
      found = found.flatMap(node -> child(node, key));
    }
    return found
        .filter(SequenceNode.class::isInstance)
        .map(SequenceNode.class::cast)
        .filter(list -> add(list, text))
        .isPresent();
  }

  private static Optional<Node> child(Node node, String key) {
    return node instanceof MappingNode map
        ? map.getValue().stream()
            .filter(tuple -> isKey(tuple, key))
            .map(NodeTuple::getValueNode)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isKey(NodeTuple tuple, String key) {
    return tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key);
  }

  private boolean add(SequenceNode list, String text) {
    if (list.getFlowStyle() == FlowStyle.FLOW) {
      addInBrackets(list, text);
      return true;
    }
    return addBelow(list.getValue().getLast(), text);
  }

  private void addInBrackets(SequenceNode list, String text) {
    boolean isFirst = list.getValue().isEmpty();
    var at = isFirst ? start(list) : end(list.getValue().getLast());
    int column = units(at) + (isFirst ? 1 : 0);
    var addition =
        within
            .computeIfAbsent(at.getLine(), _ -> new TreeMap<>())
            .computeIfAbsent(column, _ -> new StringBuilder());
    addition.append(isFirst && addition.isEmpty() ? "" : ", ").append(YamlText.of(text));
  }

  private boolean addBelow(Node last, String text) {
    var first = start(last);
    var before = lines.get(first.getLine()).substring(0, units(first));
    if (!before.matches("\\s*-\\s+")) {
      return false;
    }
    var ending = lines.get(first.getLine()).endsWith("\r") ? "\r" : "";
    below
        .computeIfAbsent(lastLine(last), _ -> new ArrayList<>())
        .add(before + YamlText.of(text) + ending);
    return true;
  }

  /** A text in block style ends at the beginning of the line after it. */
  private static int lastLine(Node last) {
    boolean isBlock =
        last instanceof ScalarNode s
            && (s.getScalarStyle() == ScalarStyle.LITERAL
                || s.getScalarStyle() == ScalarStyle.FOLDED);
    return end(last).getLine() - (isBlock ? 1 : 0);
  }

  /** The column as Java counts; marks count what people take for letters. */
  private int units(Mark mark) {
    return lines.get(mark.getLine()).offsetByCodePoints(0, mark.getColumn());
  }

  private static Mark start(Node node) {
    return node.getStartMark().orElseThrow();
  }

  private static Mark end(Node node) {
    return node.getEndMark().orElseThrow();
  }

  /** All that was added, by line. */
  List<LineEdit> edits() {
    var edits = new TreeMap<Integer, LineEdit>();
    within.forEach(
        (line, parts) -> edits.put(2 * line, new LineEdit(line, 1, List.of(changed(line, parts)))));
    below.forEach((line, texts) -> edits.put(2 * line + 1, insertion(line, texts)));
    return List.copyOf(edits.values());
  }

  private String changed(int line, TreeMap<Integer, StringBuilder> parts) {
    var text = new StringBuilder(lines.get(line));
    parts.descendingMap().forEach(text::insert);
    return text.toString();
  }

  /** Below a last line without a line feed nothing can come: that line is written anew. */
  private LineEdit insertion(int line, List<String> texts) {
    if (line < lines.size() - 1 || endsInLineFeed) {
      return new LineEdit(line + 1, 0, texts);
    }
    var all = new ArrayList<>(List.of(lines.get(line)));
    all.addAll(texts);
    return new LineEdit(line, 1, all);
  }
}
