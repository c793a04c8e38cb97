package dev.sayonce.flow.yaml;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.talk.Talk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the talks that test a company's flows: those beside the flows and those in tests/. Safe for
 * use by many threads.
 */
public final class TalksReader {

  /** What was found; with problems the talks are those that make sense all the same. */
  public record Found(List<Talk> talks, List<Problem> problems) {}

  private final Schemas schemas = new Schemas();

  /**
   * Reads the talks of a folder.
   *
   * @param set what the folder holds; empty where that is not in order: then only the form of the
   *     tests is looked at
   */
  public Found read(Path folder, Optional<FlowSet> set) {
    var problems = new Problems();
    var files = new TreeMap<>(new Folder(folder, problems).tests());
    set.ifPresent(s -> s.sources().forEach((path, text) -> addFlow(files, path, text)));
    var tests = new ArrayList<Place>();
    files.forEach((path, text) -> tests.addAll(tests(path, text, problems)));
    checkNames(tests);
    var talks = set.map(s -> talks(tests, s)).orElseGet(List::of);
    return new Found(talks, problems.sorted());
  }

  /** The actions that some test of the folder mocks, whatever else is wrong with it. */
  public Set<String> mocked(Path folder) {
    var ignored = new Problems();
    var files = new TreeMap<>(new Folder(folder, ignored).tests());
    new Folder(folder, ignored).files().forEach((path, text) -> addFlow(files, path, text));
    return files.entrySet().stream()
        .flatMap(file -> YamlParser.parse(file.getKey(), file.getValue(), ignored).stream())
        .flatMap(file -> file.top(ignored).at("tests").items().stream())
        .flatMap(test -> test.at("mock").fields().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void addFlow(TreeMap<String, String> files, String path, String text) {
    if (FileKind.of(path).filter(FileKind.FLOW::equals).isPresent() && text.contains("tests:")) {
      files.put(path, text);
    }
  }

  private List<Place> tests(String path, String text, Problems problems) {
    return FileKind.of(path)
        .flatMap(kind -> fitting(kind, path, text, problems))
        .map(file -> file.top(problems).at("tests").items())
        .orElseGet(List::of);
  }

  private Optional<YamlFile> fitting(FileKind kind, String path, String text, Problems problems) {
    return YamlParser.parse(path, text, problems).filter(f -> schemas.fits(kind, f, problems));
  }

  private static void checkNames(List<Place> tests) {
    var first = new HashMap<String, Place>();
    for (var test : tests) {
      var other = first.putIfAbsent(test.at("name").text().strip(), test);
      if (other != null) {
        test.at("name")
            .problem(
                "A test of this name stands in %s line %d: rename one."
                    .formatted(other.file().path(), other.line()));
      }
    }
  }

  private static List<Talk> talks(List<Place> tests, FlowSet set) {
    return tests.stream().map(test -> new TalkReader(test, set).read()).toList();
  }
}
