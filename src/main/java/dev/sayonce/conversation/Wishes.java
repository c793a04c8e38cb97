package dev.sayonce.conversation;

import dev.sayonce.conversation.Besides.Wish;
import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the bot does about a wish: answers it, begins its flow, asks which of a few was meant, or
 * admits not to know.
 */
final class Wishes {

  private Wishes() {}

  static void hear(Draft draft, int clarified, String text) {
    if (draft.understanding().isDenial()) {
      NotThat.denied(draft, clarified, text);
      return;
    }
    draft.wishes(text);
    var bare = BareFact.wish(draft.flows(), text);
    if (bare.isPresent() && draft.understanding().sure().isEmpty()) {
      follow(draft, bare.get(), text);
      return;
    }
    switch (draft.understanding().outcome()) {
      case SURE -> {
        followAll(draft, text);
        goOnIfIdle(draft);
      }
      case WHICH -> Which.clarify(draft, clarified);
      case UNKNOWN -> unknown(draft);
      case UNREADABLE -> askForWords(draft, clarified);
    }
  }

  /** A cat on the keyboard is asked once; after that a person looks. */
  private static void askForWords(Draft draft, int clarified) {
    if (clarified > 0) {
      unknown(draft);
    } else {
      draft.say(Phrase.UNREADABLE);
      draft.dialogue(new Idle(1));
    }
  }

  /** Both of two questions are answered; a process comes last, for it goes on asking. */
  static void followAll(Draft draft, String text) {
    var first = draft.understanding().guesses().getFirst().intent();
    var also = draft.understanding().also().map(Guess::intent);
    if (also.isEmpty()) {
      follow(draft, first, text);
    } else if (first.kind() == Intent.Kind.ANSWER) {
      follow(draft, first, text);
      follow(draft, also.get(), text);
    } else if (also.get().kind() == Intent.Kind.ANSWER) {
      follow(draft, also.get(), text);
      follow(draft, first, text);
    } else if (comesBack(draft, first) || !comesBack(draft, also.get())) {
      oneByOne(draft, first, also.get(), text);
    } else {
      oneByOne(draft, also.get(), first, text);
    }
  }

  /** A process that only ends with a person would take the second wish along. */
  private static boolean comesBack(Draft draft, Intent intent) {
    var steps = draft.flows().flow(intent.id()).map(Flow::steps).orElse(List.of());
    return steps.stream().anyMatch(Step.End.class::isInstance)
        || !steps.isEmpty() && !(steps.getLast() instanceof Step.Handoff);
  }

  private static void oneByOne(Draft draft, Intent first, Intent second, String text) {
    draft.notice("also-asked", Map.of("intent", second.toString()));
    var titles =
        Map.of(
            "first", Which.title(draft, first).orElse(first.id()),
            "second", Which.title(draft, second).orElse(second.id()));
    draft.say(Phrase.ONE_BY_ONE, titles, List.of());
    draft.besides(draft.besides().with(Optional.of(new Wish(second, text))));
    follow(draft, first, text);
  }

  /** An answer ends what was asked for; a process ends in its own time. */
  static void goOnIfIdle(Draft draft) {
    if (draft.mode() instanceof Mode.WithBot(Idle _)) {
      goOn(draft);
    }
  }

  /** Comes back to a wish that had to wait; false if there is none, or the bot no longer leads. */
  static boolean goOn(Draft draft) {
    var next = draft.besides().next().filter(_ -> draft.mode() instanceof Mode.WithBot);
    next.ifPresent(
        wish -> {
          draft.besides(draft.besides().with(Optional.empty()));
          var title = Which.title(draft, wish.intent()).orElse(wish.intent().id());
          draft.say(Phrase.NOW_THE_OTHER, Map.of("title", title), List.of());
          follow(draft, wish.intent(), wish.words());
        });
    return next.isPresent();
  }

  static void unknown(Draft draft) {
    Handoffs.handOff(draft, Reason.UNKNOWN_QUESTION, "", Optional.empty(), Optional.empty());
  }

  /** Does what the intent names; facts in the words are taken along. */
  static void follow(Draft draft, Intent intent, String words) {
    draft.besides(draft.besides().without(intent));
    var flows = draft.flows();
    switch (intent.kind()) {
      case FLOW ->
          flows
              .flow(intent.id())
              .ifPresentOrElse(f -> begin(draft, f, words), () -> unknown(draft));
      case ANSWER ->
          flows
              .answer(intent.id())
              .ifPresentOrElse(a -> answer(draft, a.say(), intent), () -> unknown(draft));
    }
  }

  /** Begins a flow; facts in the words that asked for it are taken along. */
  private static void begin(Draft draft, Flow flow, String words) {
    if (flow.id().equals(Flow.COMPLAINT) && new Complaining(draft).tellThatThereIsOne()) {
      draft.dialogue(Idle.FRESH);
      return;
    }
    new Learning(draft, words, Optional.empty()).begin(flow);
    walk(draft, flow);
  }

  /** Begins a flow for another case of the same kind. */
  static void beginAnew(Draft draft, String id) {
    draft.flows().flow(id).ifPresentOrElse(f -> walk(draft, f), () -> unknown(draft));
  }

  private static void walk(Draft draft, Flow flow) {
    draft.tried(Intent.flow(flow.id()));
    FlowWalk.begin(draft, flow).from(0);
  }

  /** Abuse is answered once, calmly; who goes on is offered a person. */
  private static void answer(Draft draft, LocalText text, Intent intent) {
    boolean again = draft.before().tried().stream().anyMatch(t -> t.intent().equals(Intent.ABUSE));
    if (intent.equals(Intent.ABUSE) && again) {
      Which.offerPerson(draft, Phrase.OFFER_PERSON);
      return;
    }
    if (!intent.equals(Intent.COMPLAINT_STATUS) || !new Complaining(draft).tellState()) {
      draft.say(text, new SlotValues(draft, Map.of()));
    }
    draft.tried(intent);
    draft.dialogue(Idle.FRESH);
  }
}
