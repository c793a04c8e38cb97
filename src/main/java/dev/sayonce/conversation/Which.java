package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Clarifying;
import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks which of a few things was meant, and hears what the customer makes of it. */
final class Which {

  /** After this many clarifications in a row a person takes over. */
  private static final int MOST_CLARIFIED = 2;

  private static final int MOST_OFFERED = 6;
  private static final List<Intent> ABOUT_FILE = List.of(Intent.PERSON);
  private static final List<Intent> OFFER_PERSON = List.of(Intent.PERSON, Intent.COMPLAINT);
  private static final String SOMETHING_ELSE = "something-else";

  private Which() {}

  static void clarify(Draft draft, int clarified) {
    var offered =
        draft.understanding().guesses().stream()
            .map(Guess::intent)
            .filter(i -> title(draft, i).isPresent())
            .toList();
    if (clarified >= MOST_CLARIFIED || offered.isEmpty()) {
      Wishes.unknown(draft);
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

  /** Offers a person before the customer has to ask for one. */
  static void offerPerson(Draft draft, Phrase question) {
    offer(draft, question, OFFER_PERSON, 1);
  }

  /** Offers what may have been meant instead, and a person. */
  static void offerInstead(Draft draft, Phrase question, List<Intent> others) {
    offer(draft, question, Stream.concat(others.stream(), Stream.of(Intent.PERSON)).toList(), 1);
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

  static Optional<String> title(Draft draft, Intent intent) {
    return switch (intent.kind()) {
      case FLOW -> draft.flows().flow(intent.id()).map(f -> f.title().in(draft.language()));
      case ANSWER -> draft.flows().answer(intent.id()).map(a -> a.title().in(draft.language()));
    };
  }

  /**
   * Words while the bot asks which: the label of a button is as good as the button, anything else
   * is a wish of its own.
   */
  static void hear(Draft draft, Clarifying clarifying, String text) {
    var said = text.strip().toLowerCase(Locale.ROOT);
    clarifying.offered().stream()
        .filter(
            i -> title(draft, i).filter(t -> t.toLowerCase(Locale.ROOT).equals(said)).isPresent())
        .findFirst()
        .ifPresentOrElse(
            intent -> follow(draft, intent),
            () -> Wishes.hear(draft, clarifying.clarified(), text));
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
          follow(draft, intent.orElseThrow());
        });
    return label.isPresent();
  }

  private static void follow(Draft draft, Intent intent) {
    Wishes.follow(draft, intent, draft.question());
    Wishes.goOnIfIdle(draft);
  }

  private static void noneOfThese(Draft draft, Clarifying clarifying) {
    if (clarifying.clarified() >= MOST_CLARIFIED) {
      Wishes.unknown(draft);
    } else {
      draft.say(Phrase.OTHER_WORDS);
      draft.dialogue(new Idle(clarifying.clarified()));
    }
  }
}
