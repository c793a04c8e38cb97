package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Dialogue;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Mode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says where a talk stands, for an author who wants to know why. */
public record StateWords(Rehearsal rehearsal) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm:ss", Locale.ENGLISH);

  /** One fact a line; nothing but the time before the first words. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    rehearsal
        .current()
        .ifPresent(
            c -> {
              lines.add(mode());
              lines.add("language: " + c.language());
              lines.add("known: " + facts(c));
              understood().ifPresent(lines::add);
            });
    lines.add("time: " + time());
    return lines;
  }

  private String time() {
    var zone = rehearsal.scene().flows().company().team("").hours().zone();
    return TIME.format(rehearsal.now().atZone(zone));
  }

  private static String facts(Conversation conversation) {
    return conversation.slots().isEmpty()
        ? "nothing"
        : new TreeMap<>(conversation.slots())
            .entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
  }

  /** What the last words were taken for, and how surely. */
  public Optional<String> understood() {
    var understanding = rehearsal.understanding();
    var guesses =
        understanding.guesses().stream()
            .map(g -> "%s %.0f %%".formatted(id(g.intent()), g.sure() * 100))
            .collect(Collectors.joining(", "));
    return guesses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "understood (%s): %s"
                .formatted(understanding.outcome().name().toLowerCase(Locale.ROOT), guesses));
  }

  private static String id(Intent intent) {
    return intent.toString();
  }

  String mode() {
    return rehearsal.current().map(c -> mode(c.mode())).orElse("nothing has been said");
  }

  private String mode(Mode mode) {
    return switch (mode) {
      case Mode.WithBot(var dialogue) -> dialogue(dialogue);
      case Mode.Queued(var handoff, _, _) ->
          "waits for team %s because of %s".formatted(handoff.team(), handoff.reason().word());
      case Mode.WithAgent a -> "talks with " + a.agent().name();
      case Mode.Resolved _ -> "resolved";
      case Mode.Abandoned _ -> "abandoned";
      case Mode.Continued _ -> "continued elsewhere";
    };
  }

  private static String dialogue(Dialogue dialogue) {
    return switch (dialogue) {
      case Dialogue.Idle _ -> "the bot listens";
      case Dialogue.Asking a ->
          "flow %s waits at step %d%s"
              .formatted(
                  a.flow(), a.step() + 1, a.misses() == 0 ? "" : ", " + a.misses() + " missed");
      case Dialogue.Calling c ->
          "flow %s waits at step %d for a back end".formatted(c.flow(), c.step() + 1);
      case Dialogue.Clarifying c ->
          "the bot asks which: "
              + c.offered().stream().map(Intent::toString).collect(Collectors.joining(", "));
    };
  }
}
