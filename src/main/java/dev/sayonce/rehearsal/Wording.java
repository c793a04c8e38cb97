package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.flow.talk.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in a line what an author expected and what came. */
public final class Wording {

  private Wording() {}

  static String of(Line line) {
    return switch (line) {
      case Line.User user -> "the customer writes “" + user.text() + "”";
      case Line.Press press -> "the customer presses " + press.button();
      case Line.Wait wait -> "waiting for " + wait.time();
      case Line.Bot bot -> bot(bot);
      case Line.Handoff handoff -> handoff(handoff);
      case Line.End end -> "the end: " + end.outcome().name().toLowerCase(Locale.ROOT);
      case Line.Slots slots -> "known: " + facts(slots.slots());
      case Line.Called called -> "a call of " + called.action() + " with " + called.with();
    };
  }

  private static String bot(Line.Bot line) {
    var parts = new ArrayList<String>();
    line.says().ifPresent(words -> parts.add("says “" + words + "”"));
    line.contains().ifPresent(words -> parts.add("says something with “" + words + "”"));
    line.asks().ifPresent(slot -> parts.add("asks for " + slot));
    line.answer().ifPresent(id -> parts.add("gives the answer " + id));
    line.flow().ifPresent(id -> parts.add("begins the flow " + id));
    line.buttons().ifPresent(names -> parts.add("offers " + String.join(" | ", names)));
    return "the bot " + String.join(", ", parts);
  }

  private static String handoff(Line.Handoff line) {
    var words = new StringBuilder("a handoff");
    line.team().ifPresent(team -> words.append(" to team ").append(team));
    line.reason().ifPresent(reason -> words.append(" because of ").append(reason));
    if (!line.slots().isEmpty()) {
      words.append(", known: ").append(facts(line.slots()));
    }
    return words.toString();
  }

  private static String facts(Map<String, Optional<String>> slots) {
    return slots.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue().orElse("not known"))
        .collect(Collectors.joining(", "));
  }

  static String messages(List<Entry> messages) {
    return messages.stream().map(Wording::message).collect(Collectors.joining(" ⏎ "));
  }

  /** The words of a message with its buttons behind. */
  public static String message(Entry entry) {
    var buttons = Rehearsal.buttons(entry);
    var text = "“" + entry.text().orElse("") + "”";
    return buttons.isEmpty() ? text : text + " [" + buttons(buttons) + "]";
  }

  static String buttons(List<Button> buttons) {
    return buttons.stream().map(Button::label).collect(Collectors.joining(" | "));
  }
}
