package dev.sayonce.flow.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes examples into the files of a set. What ships with the product gets a file of the company's
 * own, which takes its place.
 */
public final class ExampleWriter {

  private static final String ANSWERS = "answers/";
  private static final String YAML = ".yaml";

  private final Map<String, String> sources;
  private final Map<String, String> newFiles = new TreeMap<>();
  private final Map<String, ExampleLists> files = new TreeMap<>();

  /**
   * @param sources as in {@link dev.sayonce.flow.FlowSet#sources}
   */
  public ExampleWriter(Map<String, String> sources) {
    this.sources = new TreeMap<>(sources);
  }

  /**
   * A file with its changes.
   *
   * @param before empty for a new file
   * @param begunAs what the edits change
   */
  public record Edited(String path, Optional<String> before, String begunAs, List<LineEdit> edits) {

    /** The lines that the edits count, without their line feeds. */
    public List<String> lines() {
      return ExampleLists.lines(begunAs);
    }

    public String after() {
      var lines = new ArrayList<>(lines());
      for (var edit : edits.reversed()) {
        lines.subList(edit.line(), edit.line() + edit.removed()).clear();
        lines.addAll(edit.line(), edit.added());
      }
      return String.join("\n", lines) + (begunAs.endsWith("\n") ? "\n" : "");
    }
  }

  /** False if nothing in the files asks for the answer or flow in that language. */
  public boolean add(ExampleAddition addition) {
    return addition.isFlow()
        ? file(flowFile(addition.id()))
            .map(f -> f.add(addition.text(), "phrases", addition.language().code()))
            .orElse(false)
        : answerFile(addition.id())
            .flatMap(this::file)
            .map(f -> f.add(addition.text(), addition.id(), "examples", addition.language().code()))
            .orElse(false);
  }

  private String flowFile(String id) {
    var own = id + YAML;
    var builtin = FileKind.BUILTIN + own;
    if (!sources.containsKey(own) && sources.containsKey(builtin)) {
      newFiles.putIfAbsent(own, source(builtin));
    }
    return own;
  }

  private Optional<String> answerFile(String id) {
    return sources.keySet().stream()
        .filter(path -> path.startsWith(ANSWERS))
        .filter(path -> file(path).flatMap(f -> f.block(id)).isPresent())
        .findFirst()
        .or(() -> builtinAnswer(id));
  }

  /** Of the product's answers the one alone goes into a file of its own. */
  private Optional<String> builtinAnswer(String id) {
    var own = ANSWERS + id + YAML;
    var builtin = FileKind.BUILTIN + "answers" + YAML;
    if (!newFiles.containsKey(own) && !sources.containsKey(own) && sources.containsKey(builtin)) {
      var content = source(builtin);
      new ExampleLists(content)
          .block(id)
          .map(b -> ExampleLists.lines(content).subList(b[0], b[1]))
          .ifPresent(lines -> newFiles.put(own, String.join("\n", lines) + "\n"));
    }
    return newFiles.containsKey(own) ? Optional.of(own) : Optional.empty();
  }

  private Optional<ExampleLists> file(String path) {
    var content = newFiles.containsKey(path) ? newFiles.get(path) : sources.get(path);
    return Optional.ofNullable(content)
        .map(text -> files.computeIfAbsent(path, _ -> new ExampleLists(text)));
  }

  private String source(String path) {
    return sources.getOrDefault(path, "");
  }

  /** The files that changed, in the order of their paths. */
  public List<Edited> edited() {
    var all = new ArrayList<Edited>();
    files.forEach(
        (path, lists) -> {
          var edits = lists.edits();
          if (!edits.isEmpty()) {
            var before = Optional.ofNullable(sources.get(path));
            all.add(
                new Edited(
                    path, before, before.orElseGet(() -> newFiles.getOrDefault(path, "")), edits));
          }
        });
    return all;
  }

  /** All files as they are afterwards. */
  public Map<String, String> after() {
    var all = new LinkedHashMap<>(sources);
    edited().forEach(file -> all.put(file.path(), file.after()));
    return all;
  }
}
