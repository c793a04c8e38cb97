package dev.sayonce.cli;

import dev.sayonce.cli.Terminal.Colour;
import dev.sayonce.flow.yaml.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Shows problems to a person, a program or a build. */
record ProblemReport(Terminal terminal, CompanyFiles files, Optional<TriedOutReport> tried) {

  ProblemReport(Terminal terminal, CompanyFiles files) {
    this(terminal, files, Optional.empty());
  }

  void print(CheckCommand.Format format) {
    switch (format) {
      case TEXT -> {
        text();
        tried.ifPresent(report -> report.print(terminal));
      }
      case JSON -> json();
      case GITHUB -> files.problems().forEach(p -> terminal.say(annotation(p)));
    }
  }

  /** Problems file by file with a blank line between, and their number at the end. */
  void text() {
    var byFile = new LinkedHashMap<Path, List<Problem>>();
    files.problems().stream()
        .collect(Collectors.groupingBy(Problem::file, LinkedHashMap::new, Collectors.toList()))
        .forEach(byFile::put);
    byFile
        .values()
        .forEach(
            problems -> {
              problems.forEach(p -> terminal.say(line(p)));
              terminal.say("");
            });
    terminal.say(files.isGood() ? allGood() : count());
    int warnings = files.problems().size() - errors();
    if (warnings > 0) {
      terminal.say(terminal.in(Colour.YELLOW, number(warnings, "warning") + "."));
    }
  }

  private String line(Problem problem) {
    var place = "%s:%d:%d:".formatted(shown(problem), problem.line(), problem.column());
    var warning = problem.isError() ? "" : terminal.in(Colour.YELLOW, "warning: ");
    return terminal.in(Colour.BOLD, place) + " " + warning + problem.message();
  }

  private String count() {
    var inFiles = files.problems().stream().filter(Problem::isError).map(Problem::file).distinct();
    return terminal.in(
        Colour.RED,
        "%s in %s.".formatted(number(errors(), "problem"), number((int) inFiles.count(), "file")));
  }

  private int errors() {
    return (int) files.problems().stream().filter(Problem::isError).count();
  }

  private String allGood() {
    var set = files.set().orElseThrow();
    return terminal.in(Colour.GREEN, "No problems: ")
        + "%s, %s, %s in %s."
            .formatted(
                number(set.flows().size(), "flow"),
                number(set.answers().size(), "answer"),
                number(files.talks().size(), "test"),
                number(set.company().languages().size(), "language"));
  }

  static String number(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private void json() {
    var problems =
        files.problems().stream()
            .map(
                p ->
                    Map.of(
                        "file", shown(p),
                        "line", p.line(),
                        "column", p.column(),
                        "severity", p.severity().name().toLowerCase(Locale.ROOT),
                        "message", p.message()))
            .map(TreeMap::new)
            .toList();
    var all = new TreeMap<String, Object>(Map.of("problems", problems));
    tried.ifPresent(report -> all.put("understanding", report.json()));
    terminal.say(
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }

  /** A workflow command: percent signs, ends of lines and, in values, colons and commas escaped. */
  private String annotation(Problem problem) {
    return "::%s file=%s,line=%d,col=%d::%s"
        .formatted(
            problem.severity().name().toLowerCase(Locale.ROOT),
            escaped(shown(problem)).replace(":", "%3A").replace(",", "%2C"),
            problem.line(),
            problem.column(),
            escaped(problem.message()));
  }

  private static String escaped(String words) {
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private String shown(Problem problem) {
    return files.shown(problem.file());
  }
}
