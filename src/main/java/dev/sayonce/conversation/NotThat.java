package dev.sayonce.conversation;

import dev.sayonce.conversation.Besides.Wish;
import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Words that say what is not wanted: "that's not what I asked", "no, not the return". They lead to
 * the next best guess, and from there to a person.
 */
final class NotThat {

  private static final double LEAST = 0.02;

  private NotThat() {}

  // an answer that missed

  /** The answer was not what was asked for: the next best once, or a person. */
  static void missed(Draft draft, int clarified) {
    var others = likely(draft, draft.besides().others());
    if (clarified > 0) {
      Wishes.unknown(draft);
    } else if (others.isEmpty()) {
      Which.offerPerson(draft, Phrase.MISSED);
    } else if (others.getFirst().sure() >= draft.flows().company().matching().answerFrom()) {
      tryNext(draft, others);
    } else {
      draft.matched(Outcome.UNKNOWN, others);
      Which.offerInstead(draft, Phrase.MISSED_WHICH, intents(others));
    }
  }

  /** A second miss leads to a person. */
  private static void tryNext(Draft draft, List<Guess> others) {
    draft.matched(Outcome.SURE, others);
    draft.say(Phrase.MISSED_NEXT);
    Wishes.follow(draft, others.getFirst().intent(), draft.question());
    if (draft.mode() instanceof Mode.WithBot(Idle _)) {
      draft.dialogue(new Idle(1));
      Wishes.goOn(draft);
    }
  }

  /** True if a question beside the process was answered last, not the process begun. */
  static boolean isElsewhere(Draft draft) {
    var tried = draft.before().tried();
    return !tried.isEmpty() && tried.getLast().intent().kind() == Intent.Kind.ANSWER;
  }

  /** The answer beside a process missed: it is put right, then the process goes on. */
  static void missedBeside(Draft draft, Flow flow) {
    draft.besides(
        draft.besides().with(Optional.of(new Wish(Intent.flow(flow.id()), draft.question()))));
    missed(draft, 0);
  }

  // a wish that is denied

  /** True if it is the very process that asks. */
  static boolean isDenied(Draft draft, Flow flow, Asking asking) {
    var root = FlowWalk.resume(draft, flow, asking).root();
    return draft.understanding().isDenial()
        && draft.understanding().denied().stream()
            .anyMatch(i -> i.equals(Intent.flow(flow.id())) || i.equals(Intent.flow(root.id())));
  }

  static void denied(Draft draft, int clarified, String text) {
    if (wasLast(draft)) {
      missed(draft, clarified);
      return;
    }
    draft.wishes(text);
    var others = likely(draft, draft.understanding().guesses());
    if (clarified > 0) {
      Wishes.unknown(draft);
    } else if (draft.understanding().outcome() == Outcome.WHICH && !others.isEmpty()) {
      Which.offerInstead(draft, Phrase.WHICH, intents(others));
    } else {
      draft.say(Phrase.OTHER_WORDS);
      draft.dialogue(new Idle(1));
    }
  }

  /** What is not wanted is what was just given. */
  private static boolean wasLast(Draft draft) {
    var tried = draft.before().tried();
    return !tried.isEmpty() && draft.understanding().denied().contains(tried.getLast().intent());
  }

  /**
   * What is worth a button. An example as an author wrote it leaves no doubt, and so no chance to
   * its runners-up: the nearest two are offered all the same.
   */
  private static List<Guess> likely(Draft draft, List<Guess> guesses) {
    var possible =
        guesses.stream()
            .filter(g -> !g.intent().isSmallTalk() && !g.intent().equals(Intent.PERSON))
            .filter(g -> !draft.understanding().denied().contains(g.intent()))
            .filter(g -> Which.title(draft, g.intent()).isPresent())
            .toList();
    boolean doubtless = guesses.stream().allMatch(g -> g.sure() == 0);
    return doubtless ? possible : possible.stream().filter(g -> g.sure() >= LEAST).toList();
  }

  private static List<Intent> intents(List<Guess> guesses) {
    return guesses.stream().map(Guess::intent).toList();
  }

  /** What agents see of words that deny: never a sure hit, and nothing to learn from. */
  static Content.Matched seen(Understanding understanding) {
    return new Content.Matched(
        understanding.isDenial() ? Outcome.UNKNOWN : understanding.outcome(),
        understanding.guesses());
  }
}
