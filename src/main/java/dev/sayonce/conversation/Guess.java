package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.slot.YesNoSlot;
import dev.sayonce.flow.words.Corrections;
import dev.sayonce.flow.words.YesNo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was understood without having been asked for: shown to the customer once, all of a flow
 * together, with yes and no. After a no each question is asked as if nothing had been said.
 */
record Guess(Draft draft, FlowWalk walk, String slot) {

  static List<Button> yesNo(Draft draft) {
    var phrases = draft.flows().phrases();
    return List.of(
        new Button(YesNoSlot.YES, phrases.say(Phrase.ANSWER_YES, draft.language())),
        new Button(YesNoSlot.NO, phrases.say(Phrase.ANSWER_NO, draft.language())));
  }

  static Optional<Boolean> means(Draft draft, String words) {
    return YesNo.in(words, draft.language().locale());
  }

  private List<String> slots() {
    return walk.flow().slots().keySet().stream().filter(draft.memory()::guesses).toList();
  }

  int ask() {
    var facts = slots().stream().map(name -> fact(draft, name)).collect(Collectors.joining(", "));
    return draft.say(Phrase.CONFIRM, Map.of("facts", facts), yesNo(draft));
  }

  /** A slot with its value as people read it. */
  static String fact(Draft draft, String name) {
    var value = draft.memory().value(name).orElse("");
    var shown = draft.flows().label(name, value).map(l -> l.in(draft.language())).orElse(value);
    var title = draft.flows().slot(name).map(Slot::title).map(t -> t.in(draft.language()));
    return title.orElse(name) + ": " + shown;
  }

  /** Yes, no, or the right value at once. */
  boolean answer(String words) {
    var other = other(words);
    if (other.isPresent()) {
      draft.learn(slot, other.get());
      walk.from(walk.at());
      return true;
    }
    var meant = means(draft, words);
    meant.ifPresent(this::settle);
    return meant.isPresent();
  }

  /** "No, 4 May": another value of the slot that is asked for, not the one that was guessed. */
  private Optional<String> other(String words) {
    return draft
        .flows()
        .slot(slot)
        .flatMap(s -> s.type().find(draft.heard(words)))
        .filter(found -> found.sure() || Corrections.isOne(words))
        .map(found -> found.value())
        .filter(value -> !draft.memory().value(slot).filter(value::equals).isPresent());
  }

  void settle(boolean right) {
    var guessed = slots();
    if (right) {
      draft.memory().confirm(guessed);
      walk.answered(Optional.of(slot), walk.at());
    } else {
      guessed.forEach(draft.memory()::forget);
      walk.from(walk.at());
    }
  }
}
