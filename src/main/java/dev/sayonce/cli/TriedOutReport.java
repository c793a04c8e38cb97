package dev.sayonce.cli;

import dev.sayonce.cli.Terminal.Colour;
import dev.sayonce.knowledge.evaluation.Confusion;
import dev.sayonce.knowledge.evaluation.Reliability.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows an author, or a program, how the examples fared when they were tried out. */
record TriedOutReport(TriedOut tried) {

  private static final int MOST_PAIRS = 5;

  void print(Terminal terminal) {
    var heldBack = tried.heldBack();
    terminal.say("");
    terminal.say(
        terminal.in(
            Colour.BOLD,
            "Each of the %d examples, asked as if nobody had written it:"
                .formatted(heldBack.asked().size())));
    terminal.say("  %s understood first".formatted(percent(heldBack.first())));
    terminal.say(
        "  %s answered rightly, or offered as a button".formatted(percent(heldBack.solved())));
    terminal.say("  %s answered as something else".formatted(percent(heldBack.wrong())));
    pairs(terminal);
    reliability(terminal);
  }

  private void pairs(Terminal terminal) {
    if (!tried.confusions().isEmpty()) {
      terminal.say("");
      terminal.say(terminal.in(Colour.BOLD, "Most often taken for each other:"));
      tried.confusions().stream().limit(MOST_PAIRS).forEach(c -> terminal.say(line(c)));
    }
  }

  private static String line(Confusion confusion) {
    var worst = confusion.examples().getFirst();
    return "  %-40s %3d ×, %d of them answered; “%s” belongs to %s"
        .formatted(
            confusion.one().id() + " and " + confusion.other().id(),
            confusion.times(),
            confusion.answered(),
            worst.text(),
            worst.intent().id());
  }

  private void reliability(Terminal terminal) {
    terminal.say("");
    terminal.say(terminal.in(Colour.BOLD, "How sure the bot was, and how often it was right:"));
    terminal.say("  between       examples   right");
    var rows = tried.heldBack().reliability().rows();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).questions() > 0) {
        terminal.say(line(i * 100 / rows.size(), (i + 1) * 100 / rows.size(), rows.get(i)));
      }
    }
  }

  private static String line(int from, int to, Row row) {
    return String.format(
        Locale.ROOT, "  %3d–%3d %%  %10d  %s", from, to, row.questions(), percent(row.right()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%4.0f %%", 100 * share);
  }

  /** The same for programs. */
  Map<String, Object> json() {
    var heldBack = tried.heldBack();
    var all = new LinkedHashMap<String, Object>();
    all.put("examples", heldBack.asked().size());
    all.put("first", heldBack.first());
    all.put("solved", heldBack.solved());
    all.put("wrong", heldBack.wrong());
    all.put("confused", tried.confusions().stream().limit(MOST_PAIRS).map(this::pair).toList());
    all.put("reliability", rows());
    return all;
  }

  private Map<String, Object> pair(Confusion confusion) {
    return Map.of(
        "intents", List.of(confusion.one().toString(), confusion.other().toString()),
        "times", confusion.times(),
        "answered", confusion.answered());
  }

  private List<Map<String, Object>> rows() {
    var rows = new ArrayList<Map<String, Object>>();
    for (var row : tried.heldBack().reliability().rows()) {
      rows.add(Map.of("examples", row.questions(), "stated", row.stated(), "right", row.right()));
    }
    return rows;
  }
}
