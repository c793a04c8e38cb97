package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Dialogue;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Tried;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.talk.Line;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what an author expects against what came. Messages are looked at in order: one that was
 * matched, and those before it, are past.
 */
final class Expectations {

  private final Rehearsal rehearsal;
  private int seen;
  private List<Tried> triedBefore = List.of();

  Expectations(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** What comes from here on follows the customer's next doing. */
  void from(Rehearsal before) {
    seen = before.current().map(Conversation::last).orElse(0);
    triedBefore = tried();
  }

  /** Empty if it holds, else what came instead; so for all of these. */
  Optional<String> bot(Line.Bot line) {
    var messages = messages();
    var match = messages.stream().filter(m -> fits(line, m)).findFirst();
    if (match.isPresent() && isTried(line)) {
      seen = match.get().number();
      return Optional.empty();
    }
    return Optional.of(messages.isEmpty() ? silence() : Wording.messages(messages));
  }

  private String silence() {
    return seen == 0 ? "nothing: the customer has to write first" : "nothing more";
  }

  private List<Entry> messages() {
    return rehearsal.transcript().stream()
        .filter(e -> e.number() > seen && !e.isPrivate())
        .filter(e -> !(e.author() instanceof Entry.Author.Customer))
        .toList();
  }

  private boolean fits(Line.Bot line, Entry message) {
    var text = message.text().orElse("");
    return line.says().filter(says -> !text.strip().equals(says.strip())).isEmpty()
        && line.contains().filter(words -> !text.contains(words)).isEmpty()
        && line.asks().filter(slot -> !asks(message, slot)).isEmpty()
        && line.buttons().filter(names -> !offers(message, names)).isEmpty();
  }

  private boolean asks(Entry message, String slot) {
    return rehearsal.dialogue().stream()
        .anyMatch(
            d ->
                d instanceof Dialogue.Asking asking
                    && asking.prompt() == message.number()
                    && asked(asking).filter(slot::equals).isPresent());
  }

  private Optional<String> asked(Dialogue.Asking asking) {
    return rehearsal
        .scene()
        .flows()
        .flow(asking.flow())
        .map(f -> f.steps().get(asking.step()))
        .flatMap(
            step ->
                switch (step) {
                  case Step.Ask ask -> Optional.of(ask.slot());
                  case Step.Choice choice -> choice.slot();
                  case Step.Survey _,
                      Step.Say _,
                      Step.Call _,
                      Step.Prove _,
                      Step.Set _,
                      Step.Branch _ ->
                      Optional.empty();
                  case Step.Goto _, Step.Run _, Step.Handoff _, Step.End _ -> Optional.empty();
                });
  }

  private static boolean offers(Entry message, List<String> names) {
    var buttons = Rehearsal.buttons(message);
    return buttons.size() == names.size()
        && Stream.iterate(0, i -> i < names.size(), i -> i + 1)
            .allMatch(i -> TalkPlayer.isNamed(buttons.get(i), names.get(i)));
  }

  private boolean isTried(Line.Bot line) {
    var now = tried().stream().filter(t -> !triedBefore.contains(t)).map(Tried::intent).toList();
    return line.answer().filter(id -> !now.contains(Intent.answer(id))).isEmpty()
        && line.flow().filter(id -> !now.contains(Intent.flow(id))).isEmpty();
  }

  private List<Tried> tried() {
    return rehearsal.current().map(Conversation::tried).orElse(List.of());
  }

  Optional<String> handoff(Line.Handoff line) {
    if (!(mode() instanceof Mode.Queued queued)) {
      return Optional.of("no handoff: " + new StateWords(rehearsal).mode());
    }
    var handoff = queued.handoff();
    var got =
        "a handoff to team %s because of %s".formatted(handoff.team(), handoff.reason().word());
    return line.team().filter(t -> !t.equals(handoff.team())).isPresent()
            || line.reason().filter(r -> !r.equals(handoff.reason().word())).isPresent()
        ? Optional.of(got)
        : slots(line.slots());
  }

  Optional<String> end(Line.End line) {
    boolean holds =
        switch (line.outcome()) {
          case RESOLVED -> mode() instanceof Mode.Resolved;
          case ABANDONED -> mode() instanceof Mode.Abandoned;
          case OPEN -> rehearsal.dialogue().filter(Dialogue.Idle.class::isInstance).isPresent();
        };
    return holds
        ? Optional.empty()
        : Optional.of("no such end: " + new StateWords(rehearsal).mode());
  }

  Optional<String> slots(Map<String, Optional<String>> expected) {
    var known = rehearsal.current().map(Conversation::slots).orElse(Map.of());
    var other =
        expected.entrySet().stream()
            .filter(e -> !Objects.equals(known.get(e.getKey()), e.getValue().orElse(null)))
            .map(e -> e.getKey() + ": " + known.getOrDefault(e.getKey(), "not known"))
            .collect(Collectors.joining(", "));
    return other.isEmpty() ? Optional.empty() : Optional.of(other);
  }

  Optional<String> called(Line.Called line) {
    var made = rehearsal.calls();
    return made.stream().anyMatch(call -> call.fits(line))
        ? Optional.empty()
        : Optional.of(made.isEmpty() ? "no call was made" : "only these calls: " + made);
  }

  private @Nullable Mode mode() {
    return rehearsal.current().map(Conversation::mode).orElse(null);
  }
}
