package dev.sayonce.cli;

import dev.sayonce.cli.Terminal.Colour;
import dev.sayonce.conversation.Entry;
import dev.sayonce.rehearsal.Coverage;
import dev.sayonce.rehearsal.Played;
import dev.sayonce.rehearsal.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Shows how the talks went: a line for each, the whole talk where one failed. */
record TestReport(Terminal terminal, CompanyFiles files) {

  void print(List<Played> played) {
    var byFile =
        played.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.talk().file(), LinkedHashMap::new, Collectors.toList()));
    byFile.forEach(
        (file, talks) -> {
          terminal.say(terminal.in(Colour.BOLD, files.shown(file)));
          talks.forEach(this::line);
        });
    played.stream().filter(p -> !p.passed()).forEach(this::failure);
    terminal.say("");
    long failed = played.stream().filter(p -> !p.passed()).count();
    terminal.say(
        failed == 0
            ? terminal.in(
                Colour.GREEN, ProblemReport.number(played.size(), "talk") + " went as written.")
            : terminal.in(Colour.RED, failed + " of " + played.size() + " talks failed."));
  }

  private void line(Played played) {
    terminal.say(
        (played.passed() ? terminal.in(Colour.GREEN, "  ✓ ") : terminal.in(Colour.RED, "  ✗ "))
            + played.talk().name()
            + terminal.in(Colour.FAINT, " (" + played.talk().language() + ")"));
  }

  private void failure(Played played) {
    terminal.say("");
    lines(played).forEach(terminal::say);
  }

  private List<String> lines(Played played) {
    var failure = played.failure().orElseThrow();
    var lines = new ArrayList<String>();
    var place = files.shown(played.talk().file()) + ":" + failure.line() + ":";
    lines.add(terminal.in(Colour.BOLD, place) + " " + played.talk().name());
    played.transcript().stream()
        .filter(e -> !e.isPrivate())
        .map(e -> terminal.in(Colour.FAINT, "    " + said(e)))
        .forEach(lines::add);
    lines.add(terminal.in(Colour.GREEN, "    expected  ") + failure.expected());
    lines.add(terminal.in(Colour.RED, "    got       ") + failure.got());
    failure.state().forEach(fact -> lines.add("    state     " + fact));
    return lines;
  }

  private static String said(Entry entry) {
    return "%-9s %s".formatted(entry.author().word(), Wording.message(entry));
  }

  void print(Coverage coverage) {
    terminal.say("Coverage of steps and ways: %s".formatted(percent(coverage.share())));
    coverage.flows().forEach(f -> terminal.say(line(f)));
  }

  private String line(Coverage.OfFlow flow) {
    double share = (double) (flow.stepsReached() + flow.waysTaken()) / (flow.steps() + flow.ways());
    var missed =
        flow.missed().isEmpty()
            ? ""
            : "  no talk came to "
                + files.shown(flow.file())
                + ":"
                + flow.missed().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "  %-24s %5s  steps %d/%d, ways %d/%d%s"
        .formatted(
            flow.flow(),
            percent(share),
            flow.stepsReached(),
            flow.steps(),
            flow.waysTaken(),
            flow.ways(),
            terminal.in(Colour.YELLOW, missed));
  }

  /** Rounded down: a hundred is only said of all. */
  private static String percent(double share) {
    return (int) Math.floor(share * 100) + " %";
  }
}
