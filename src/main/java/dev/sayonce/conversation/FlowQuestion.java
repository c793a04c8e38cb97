package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.Found;
import dev.sayonce.flow.slot.TextSlot;
import dev.sayonce.flow.slot.YesNoSlot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question of a flow: how it is asked, which answers fit, and what happens to those that don't.
 * What was guessed for it is confirmed instead.
 */
final class FlowQuestion {

  private final Draft draft;
  private final FlowWalk walk;
  private final Step step;
  private final Prompt prompt;

  FlowQuestion(Draft draft, FlowWalk walk) {
    this.draft = draft;
    this.walk = walk;
    this.step = walk.flow().steps().get(walk.at());
    this.prompt = new Prompt(draft, walk, step);
  }

  static FlowQuestion of(Draft draft, Flow flow, Asking asking) {
    return new FlowQuestion(draft, FlowWalk.resume(draft, flow, asking));
  }

  // asking

  void ask() {
    prompt.ask(0, Optional.empty());
  }

  /** Asks the waiting question again after something came between. */
  static void askAgain(Draft draft, Flow flow, Asking asking) {
    of(draft, flow, asking).prompt.ask(asking.misses(), Optional.empty());
  }

  Flow flow() {
    return walk.flow();
  }

  /** Asks the question before this one again; false if this is the first. */
  boolean back() {
    if (step instanceof Step.Survey && draft.survey().isPresent()) {
      draft.unsurveyed();
      ask();
      return true;
    }
    return walk.back();
  }

  /** The slot that the question fills, if it keeps the answer. */
  Optional<String> asked() {
    return prompt.slot();
  }

  /** True if what was guessed waits to be confirmed. */
  boolean isGuessing() {
    return guess().isPresent();
  }

  private Optional<Guess> guess() {
    return prompt.guess();
  }

  private Optional<Slot> slot(Step.Ask ask) {
    return Optional.ofNullable(walk.flow().slots().get(ask.slot()));
  }

  /** True if any words are an answer. */
  boolean takesAnyWords() {
    return switch (step) {
      case Step.Ask a ->
          guess().isEmpty() && slot(a).filter(s -> s.type() instanceof TextSlot).isPresent();
      case Step.Survey _ -> draft.survey().isPresent();
      default -> false;
    };
  }

  // answers in words

  /** True if the words are plainly the answer, though they may mean something else elsewhere. */
  boolean isAnsweredPlainly(String words) {
    return switch (step) {
      case Step.Choice c when guess().isEmpty() -> isPlain(new Options(c), words);
      case Step.Ask a when guess().isPresent() || isYesNo(a) ->
          Guess.means(draft, words).isPresent();
      case Step.Ask a -> isLabel(a, words);
      case Step.Prove _ -> OneTimeCode.in(words).isPresent();
      default -> guess().isPresent() && Guess.means(draft, words).isPresent();
    };
  }

  private boolean isYesNo(Step.Ask ask) {
    return slot(ask).filter(s -> s.type() instanceof YesNoSlot).isPresent();
  }

  private boolean isLabel(Step.Ask ask, String words) {
    var choice = slot(ask).filter(s -> s.type() instanceof ChoiceSlot);
    return isSure(choice.flatMap(s -> s.type().find(draft.heard(words))));
  }

  /** A word of a label is as good as the label, unless it works everywhere, like "cancel". */
  private boolean isPlain(Options options, String words) {
    return isSure(options.find(draft, words))
        && (options.isLabel(words) || draft.flows().interrupts().in(words).isEmpty());
  }

  private static boolean isSure(Optional<Found> found) {
    return found.filter(Found::sure).isPresent();
  }

  /** Takes the customer's words as the answer; false if they do not fit. */
  boolean answer(String words) {
    var guess = guess();
    if (guess.isPresent()) {
      return guess.get().answer(words);
    }
    return switch (step) {
      case Step.Ask a -> fill(a, words);
      case Step.Choice c -> typed(c, words);
      case Step.Survey s -> new SurveyQuestion(draft, s).answer(words, this::surveyed);
      case Step.Prove _ -> new ProofQuestion(draft, walk).answer(words);
      default -> false;
    };
  }

  private void surveyed(boolean done) {
    if (done) {
      walk.answered(Optional.empty(), walk.at() + 1);
    } else {
      ask();
    }
  }

  private boolean fill(Step.Ask ask, String words) {
    var found = slot(ask).flatMap(s -> s.type().find(draft.heard(words)));
    found.ifPresent(
        f -> {
          if (f.sure()) {
            take(ask.slot(), f.value());
          } else {
            confirm(ask.slot(), f.value());
          }
        });
    return found.isPresent();
  }

  private void take(String slot, String value) {
    draft.learn(slot, value);
    walk.answered(Optional.of(slot), walk.at() + 1);
  }

  private void confirm(String slot, String value) {
    draft.memory().guess(slot, value);
    walk.from(walk.at());
  }

  private boolean typed(Step.Choice choice, String words) {
    var found = new Options(choice).find(draft, words);
    var option = found.flatMap(f -> Options.option(choice, f.value()));
    option.ifPresent(
        o -> {
          if (isSure(found) || choice.slot().isEmpty()) {
            take(choice, o);
          } else {
            confirm(choice.slot().get(), o.id());
          }
        });
    return option.isPresent();
  }

  private void take(Step.Choice choice, Step.Option option) {
    choice.slot().ifPresent(slot -> draft.learn(slot, option.id()));
    walk.chosen(choice, option);
  }

  // answers by buttons

  /** Takes a pressed button; false if the question has no such button. */
  boolean press(Event.CustomerChose event) {
    var guess = guess();
    var button = prompt.buttons().stream().filter(b -> b.id().equals(event.option())).findFirst();
    button.ifPresent(
        b -> {
          CustomerTurns.pressed(draft, event, b.label());
          guess.ifPresentOrElse(g -> g.settle(b.id().equals(YesNoSlot.YES)), () -> pressed(b.id()));
        });
    return button.isPresent();
  }

  private void pressed(String id) {
    switch (step) {
      case Step.Ask a -> take(a.slot(), id);
      case Step.Choice c -> Options.option(c, id).ifPresent(o -> take(c, o));
      case Step.Survey s -> new SurveyQuestion(draft, s).press(id, this::surveyed);
      case Step.Prove _ -> new ProofQuestion(draft, walk).press();
      default -> {}
    }
  }

  // answers that do not fit

  /**
   * An answer did not fit: once more, or a person when the tries are used up. Who waits for a
   * person need not try twice.
   */
  void miss(int misses, String words) {
    var retry = step instanceof Step.Ask a ? a.retry() : Step.Retry.DEFAULT;
    if (walk.root().id().equals(Flow.PERSON)) {
      draft.wishes(words);
      BotTalk.handOffFrom(draft, walk.root());
    } else if (step instanceof Step.Survey) {
      Wishes.hear(draft, 0, words); // nobody is held by a survey
    } else if (misses >= retry.max()) {
      walk.handOff(Reason.RETRIES_USED, walk.flow().id());
    } else {
      if (!(step instanceof Step.Prove) && (retry.say().isEmpty() || guess().isPresent())) {
        explain();
      }
      prompt.ask(misses + 1, retry.say());
    }
  }

  private void explain() {
    if (!prompt.buttons().isEmpty()) {
      draft.say(Phrase.CHOOSE_ONE);
    } else if (step instanceof Step.Ask ask) {
      slot(ask)
          .flatMap(s -> s.example().or(() -> s.type().example(draft.language().locale())))
          .ifPresent(e -> draft.say(Phrase.DOES_NOT_FIT, Map.of("example", e), List.of()));
    }
  }
}
