package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Clarifying;
import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the bot does about a wish: answers it, begins its flow, asks which of a few was meant, or
 * admits not to know.
 */
final class Wishes {

  /** After this many clarifications in a row a person takes over. */
  private static final int MOST_CLARIFIED = 2;

  private static final int MOST_OFFERED = 6;
  private static final List<Intent> ABOUT_FILE = List.of(Intent.PERSON);
  private static final List<Intent> OFFER_PERSON = List.of(Intent.PERSON, Intent.COMPLAINT);
  private static final String SOMETHING_ELSE = "something-else";

  private Wishes() {}

  static void hear(Draft draft, int clarified, String text) {
    draft.wishes(text);
    var bare = BareFact.wish(draft.flows(), text);
    if (bare.isPresent() && draft.understanding().sure().isEmpty()) {
      follow(draft, bare.get(), text);
      return;
    }
    switch (draft.understanding().outcome()) {
      case SURE -> followAll(draft, text);
      case WHICH -> clarify(draft, clarified);
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
  private static void followAll(Draft draft, String text) {
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
    } else {
      draft.notice("also-asked", Map.of("intent", also.get().toString()));
      follow(draft, first, text);
    }
  }

  /** The answer was not what was asked for: in other words once, or a person. */
  static void missed(Draft draft, int clarified) {
    if (clarified > 0) {
      unknown(draft);
    } else {
      offer(draft, Phrase.MISSED, OFFER_PERSON, 1);
    }
  }

  private static void unknown(Draft draft) {
    Handoffs.handOff(draft, Reason.UNKNOWN_QUESTION, "", Optional.empty(), Optional.empty());
  }

  /** Does what the intent names; facts in the words are taken along. */
  static void follow(Draft draft, Intent intent, String words) {
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
    new Learning(draft, words, Optional.empty()).begin(flow);
    draft.tried(Intent.flow(flow.id()));
    FlowWalk.begin(draft, flow).from(0);
  }

  /** Abuse is answered once, calmly; who goes on is offered a person. */
  private static void answer(Draft draft, LocalText text, Intent intent) {
    boolean again = draft.before().tried().stream().anyMatch(t -> t.intent().equals(Intent.ABUSE));
    if (intent.equals(Intent.ABUSE) && again) {
      offer(draft, Phrase.OFFER_PERSON, OFFER_PERSON, 1);
      return;
    }
    draft.say(text, new SlotValues(draft, Map.of()));
    draft.tried(intent);
    draft.dialogue(Idle.FRESH);
  }

  private static void clarify(Draft draft, int clarified) {
    var offered =
        draft.understanding().guesses().stream()
            .map(Guess::intent)
            .filter(i -> title(draft, i).isPresent())
            .toList();
    if (clarified >= MOST_CLARIFIED || offered.isEmpty()) {
      unknown(draft);
    } else {
      offer(draft, offered, clarified + 1);
    }
  }

  /** Offers what the company suggests, or its first few processes. */
  static void offerSome(Draft draft) {
    var suggested = draft.flows().company().chat().suggest().stream();
    var processes =
        draft.flows().flows().keySet().stream().filter(id -> !id.equals(Flow.COMPLAINT));
    var offered =
        Stream.concat(suggested, processes)
            .distinct()
            .flatMap(id -> intent(draft, id).stream())
            .limit(MOST_OFFERED)
            .toList();
    offer(draft, offered, 0);
  }

  private static Optional<Intent> intent(Draft draft, String id) {
    return draft
        .flows()
        .flow(id)
        .map(f -> Intent.flow(f.id()))
        .or(() -> draft.flows().answer(id).map(a -> Intent.answer(a.id())));
  }

  private static void offer(Draft draft, List<Intent> offered, int clarified) {
    offer(draft, Phrase.WHICH, offered, clarified);
  }

  private static void offer(Draft draft, Phrase question, List<Intent> offered, int clarified) {
    var buttons = new ArrayList<Button>();
    offered.forEach(i -> title(draft, i).ifPresent(t -> buttons.add(new Button(i.toString(), t))));
    buttons.add(new Button(SOMETHING_ELSE, somethingElse(draft)));
    int entry = draft.say(question, Map.of(), buttons);
    draft.dialogue(new Clarifying(offered, clarified, entry));
  }

  /** Offers the same again, as after a change of language. */
  static void offerAgain(Draft draft, Clarifying clarifying) {
    if (isAboutFile(clarifying)) {
      askAboutFile(draft, clarifying.clarified());
    } else {
      offer(draft, clarifying.offered(), clarifying.clarified());
    }
  }

  /** What a file is about only the customer can say; who would rather not, gets a person. */
  static void askAboutFile(Draft draft, int clarified) {
    var buttons =
        title(draft, Intent.PERSON)
            .map(t -> List.of(new Button(Intent.PERSON.toString(), t)))
            .orElse(List.of());
    int entry = draft.say(Phrase.FILE_RECEIVED, Map.of(), buttons);
    draft.dialogue(new Clarifying(ABOUT_FILE, clarified, entry));
  }

  /** A file while the bot asks which; of several files in a row only the first is asked about. */
  static void takeFile(Draft draft, Clarifying clarifying) {
    draft.say(Phrase.FILE_KEPT);
    if (!isAboutFile(clarifying)) {
      offerAgain(draft, clarifying);
    }
  }

  private static boolean isAboutFile(Clarifying clarifying) {
    return clarifying.offered().equals(ABOUT_FILE);
  }

  private static String somethingElse(Draft draft) {
    return draft.flows().phrases().say(Phrase.SOMETHING_ELSE, draft.language());
  }

  private static Optional<String> title(Draft draft, Intent intent) {
    return switch (intent.kind()) {
      case FLOW -> draft.flows().flow(intent.id()).map(f -> f.title().in(draft.language()));
      case ANSWER -> draft.flows().answer(intent.id()).map(a -> a.title().in(draft.language()));
    };
  }

  /**
   * Words while the bot asks which: the label of a button is as good as the button, anything else
   * is a wish of its own.
   */
  static void hearWhich(Draft draft, Clarifying clarifying, String text) {
    var said = text.strip().toLowerCase(Locale.ROOT);
    clarifying.offered().stream()
        .filter(
            i -> title(draft, i).filter(t -> t.toLowerCase(Locale.ROOT).equals(said)).isPresent())
        .findFirst()
        .ifPresentOrElse(
            intent -> follow(draft, intent, draft.question()),
            () -> hear(draft, clarifying.clarified(), text));
  }

  /** Takes a pressed button of the question which; false if it has no such button. */
  static boolean press(Draft draft, Clarifying clarifying, Event.CustomerChose event) {
    if (event.option().equals(SOMETHING_ELSE)) {
      CustomerTurns.pressed(draft, event, somethingElse(draft));
      noneOfThese(draft, clarifying);
      return true;
    }
    var intent =
        clarifying.offered().stream().filter(i -> i.toString().equals(event.option())).findFirst();
    var label = intent.flatMap(i -> title(draft, i));
    label.ifPresent(
        l -> {
          CustomerTurns.pressed(draft, event, l);
          follow(draft, intent.orElseThrow(), draft.question());
        });
    return label.isPresent();
  }

  private static void noneOfThese(Draft draft, Clarifying clarifying) {
    if (clarifying.clarified() >= MOST_CLARIFIED) {
      unknown(draft);
    } else {
      draft.say(Phrase.OTHER_WORDS);
      draft.dialogue(new Idle(clarifying.clarified()));
    }
  }
}
