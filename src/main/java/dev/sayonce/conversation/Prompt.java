package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.TextSlot;
import dev.sayonce.flow.slot.YesNoSlot;
import java.util.List;
import java.util.Optional;

/** How a step of a flow asks: its words and buttons, or what was guessed, to be confirmed. */
record Prompt(Draft draft, FlowWalk walk, Step step) {

  /**
   * Asks and waits.
   *
   * @param instead other words than the step's own
   */
  void ask(int misses, Optional<LocalText> instead) {
    int entry =
        switch (step) {
          case Step.Survey s -> new SurveyQuestion(draft, s).ask(walk.values());
          case Step.Prove _ -> new ProofQuestion(draft, walk).ask(misses);
          case Step.Ask _, Step.Choice _ when guess().isPresent() -> guess().get().ask();
          case Step.Ask a -> draft.say(instead.orElse(a.say()), walk.values(), buttons());
          case Step.Choice c -> draft.say(instead.orElse(c.say()), walk.values(), buttons());
          case Step.Say _,
              Step.Call _,
              Step.Set _,
              Step.Branch _,
              Step.Goto _,
              Step.Run _,
              Step.Handoff _,
              Step.End _ ->
              throw new IllegalStateException(
                  "Nothing is asked at " + walk.at() + " of " + walk.flow().id());
        };
    draft.dialogue(new Asking(walk.flow().id(), walk.at(), misses, entry, walk.run()));
  }

  /** What may be pressed instead of answering in words. */
  List<Button> buttons() {
    if (guess().isPresent()) {
      return Guess.yesNo(draft);
    }
    return switch (step) {
      case Step.Ask a -> buttons(a);
      case Step.Choice c -> new Options(c).buttons(draft);
      case Step.Survey s -> new SurveyQuestion(draft, s).buttons();
      case Step.Prove _ -> new ProofQuestion(draft, walk).buttons();
      default -> List.of();
    };
  }

  private List<Button> buttons(Step.Ask ask) {
    var slot = Optional.ofNullable(walk.flow().slots().get(ask.slot()));
    return switch (slot.map(Slot::type).orElse(new TextSlot())) {
      case YesNoSlot _ -> Guess.yesNo(draft);
      case ChoiceSlot choice ->
          choice.options().stream()
              .map(o -> new Button(o.id(), o.label(draft.language().locale())))
              .toList();
      default -> List.of();
    };
  }

  /** The slot that the answer fills, if it is kept. */
  Optional<String> slot() {
    return switch (step) {
      case Step.Ask a -> Optional.of(a.slot());
      case Step.Choice c -> c.slot();
      default -> Optional.empty();
    };
  }

  /** What has to be confirmed instead of being asked. */
  Optional<Guess> guess() {
    return slot().filter(draft.memory()::guesses).map(name -> new Guess(draft, walk, name));
  }
}
