package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Dialogue.Calling;
import dev.sayonce.conversation.Dialogue.Clarifying;
import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Phrase;
import java.util.Optional;

/** The bot's side of the talk: what it makes of words and buttons while it leads. */
final class BotTalk {

  private BotTalk() {}

  static void hear(Draft draft, Dialogue dialogue, String text) {
    if (draft.understanding().pressed()) {
      new Speaking(draft, dialogue).follow();
      draft.matched();
      listen(draft, dialogue, text, false);
      return;
    }
    var question = question(draft, dialogue);
    boolean plain = question.filter(q -> q.isAnsweredPlainly(text)).isPresent();
    var speaking = new Speaking(draft, dialogue);
    if (!plain && speaking.isSwitched()) {
      return;
    }
    if (!plain) {
      speaking.follow(text, question.filter(FlowQuestion::takesAnyWords).isPresent());
    }
    if (!plain && interrupt(draft, dialogue, text)) {
      return;
    }
    if (!plain && new Interrupting(draft, dialogue).hearDenial()) {
      return;
    }
    if (!(dialogue instanceof Asking) || draft.understanding().sure().isPresent()) {
      draft.matched();
    }
    var learning = new Learning(draft, text, question.flatMap(FlowQuestion::asked));
    // "No, the other number" puts a known fact right, though a guess waits for a yes or no.
    boolean guessing = question.filter(FlowQuestion::isGuessing).isPresent();
    if ((!plain || guessing) && new Correcting(draft, learning).hear(dialogue)) {
      return;
    }
    learning.pickUp();
    question.ifPresent(q -> learning.guess(q.flow()));
    listen(draft, dialogue, text, plain);
  }

  private static boolean interrupt(Draft draft, Dialogue dialogue, String text) {
    return new Interrupting(draft, dialogue).hear(text);
  }

  private static void listen(Draft draft, Dialogue dialogue, String text, boolean plain) {
    if (!plain && draft.understanding().isSure(Intent.PERSON)) {
      person(draft, dialogue, text);
      return;
    }
    switch (dialogue) {
      case Asking asking when draft.understanding().pressed() -> hearWish(draft, asking, text);
      case Asking asking -> hearAnswer(draft, asking, text, plain);
      case Calling calling -> new CallWait(draft, calling).hear(text);
      case Clarifying clarifying -> Which.hear(draft, clarifying, text);
      case Idle idle -> Wishes.hear(draft, idle.clarified(), text);
    }
  }

  private static Optional<FlowQuestion> question(Draft draft, Dialogue dialogue) {
    return dialogue instanceof Asking asking
        ? flowOf(draft, asking).map(flow -> FlowQuestion.of(draft, flow, asking))
        : Optional.empty();
  }

  /**
   * The bot can't look into a file: it says so and asks what it is about, or asks again what it was
   * asking; no try is lost by it.
   */
  static void takeFile(Draft draft, Dialogue dialogue) {
    switch (dialogue) {
      case Asking asking ->
          flowOf(draft, asking)
              .ifPresentOrElse(
                  flow -> {
                    draft.say(Phrase.FILE_KEPT);
                    FlowQuestion.askAgain(draft, flow, asking);
                  },
                  () -> flowIsGone(draft, asking.flow()));
      case Calling _ -> draft.say(Phrase.FILE_KEPT);
      case Clarifying clarifying -> Which.takeFile(draft, clarifying);
      case Idle idle -> Which.askAboutFile(draft, idle.clarified());
    }
  }

  /** The bot can make nothing of what came: it says so, and asks again what it was asking. */
  static void takeOther(Draft draft, Dialogue dialogue, Phrase apology) {
    draft.say(apology);
    switch (dialogue) {
      case Asking asking ->
          flowOf(draft, asking)
              .ifPresentOrElse(
                  flow -> FlowQuestion.askAgain(draft, flow, asking),
                  () -> flowIsGone(draft, asking.flow()));
      case Clarifying clarifying -> Which.offerAgain(draft, clarifying);
      case Calling _, Idle _ -> {}
    }
  }

  /**
   * Who wants a person gets one. In the middle of a flow what it is about is known: it goes to that
   * flow's team, and nothing is asked.
   */
  private static void person(Draft draft, Dialogue dialogue, String text) {
    if (draft.question().isEmpty()) {
      draft.wishes(text);
    }
    var asked = running(draft, dialogue);
    if (asked.isPresent()) {
      handOffFrom(draft, asked.get());
    } else {
      Wishes.follow(draft, Intent.PERSON, text);
    }
  }

  private static Optional<Flow> running(Draft draft, Dialogue dialogue) {
    return switch (dialogue) {
      case Asking asking -> flowOf(draft, asking);
      case Calling calling -> new CallWait(draft, calling).flow();
      case Clarifying _, Idle _ -> Optional.empty();
    };
  }

  static void handOffFrom(Draft draft, Flow flow) {
    if (FlowEnd.isComplaint(flow)) {
      ComplaintFiling.in(draft).file(FlowEnd.team(flow));
    }
    Handoffs.handOff(draft, Reason.ASKED, flow.id(), FlowEnd.team(flow), Optional.empty());
  }

  /** A suggestion pressed in the middle of a flow is a wish, never the answer to its question. */
  private static void hearWish(Draft draft, Asking asking, String text) {
    var intent = draft.understanding().sure().orElseThrow();
    flowOf(draft, asking)
        .ifPresentOrElse(
            flow -> hearWish(draft, flow, asking, intent, text), () -> Wishes.hear(draft, 0, text));
  }

  private static void hearWish(Draft draft, Flow flow, Asking asking, Intent intent, String text) {
    if (intent.equals(Intent.flow(flow.id()))) {
      FlowQuestion.askAgain(draft, flow, asking);
    } else {
      digress(draft, flow, asking, intent, text);
    }
  }

  private static void hearAnswer(Draft draft, Asking asking, String text, boolean plain) {
    flowOf(draft, asking)
        .ifPresentOrElse(
            flow -> hearAnswer(draft, flow, asking, text, plain),
            () -> flowIsGone(draft, asking.flow()));
  }

  static void flowIsGone(Draft draft, String flow) {
    var what = "flow " + flow + " is gone";
    Handoffs.handOff(draft, Reason.BROKEN, what, Optional.empty(), Optional.empty());
  }

  private static void hearAnswer(
      Draft draft, Flow flow, Asking asking, String text, boolean plain) {
    var question = FlowQuestion.of(draft, flow, asking);
    boolean between = !plain && question.takesAnyWords() && isKnownQuestion(draft, text);
    if (between || !question.answer(text)) {
      digressOrMiss(draft, flow, asking, text);
    }
  }

  /** Any words fill a slot for words, but not those that are plainly a question we know. */
  private static boolean isKnownQuestion(Draft draft, String text) {
    return text.strip().endsWith("?") && draft.understanding().sure().isPresent();
  }

  private static void digressOrMiss(Draft draft, Flow flow, Asking asking, String text) {
    draft
        .understanding()
        .sure()
        .filter(intent -> !intent.equals(Intent.flow(flow.id())))
        .ifPresentOrElse(
            intent -> digress(draft, flow, asking, intent, text),
            () -> FlowQuestion.of(draft, flow, asking).miss(asking.misses(), text));
  }

  /**
   * A known question in the middle of a flow: it is answered and the flow's question asked again;
   * another process takes the place.
   */
  private static void digress(Draft draft, Flow flow, Asking asking, Intent intent, String text) {
    var here = Intent.flow(flow.id());
    draft.wishes(text);
    if (draft.understanding().also().filter(a -> !a.intent().equals(here)).isPresent()) {
      Wishes.followAll(draft, text);
    } else {
      Wishes.follow(draft, intent, text);
    }
    if (draft.mode() instanceof Mode.WithBot(Idle _)) {
      draft.say(Phrase.BACK_TO_QUESTION);
      FlowQuestion.askAgain(draft, flow, asking);
    }
  }

  /** The flow of a waiting question, unless the company's files have changed under it. */
  static Optional<Flow> flowOf(Draft draft, Asking asking) {
    return flowOf(draft, asking.flow(), asking.step());
  }

  static Optional<Flow> flowOf(Draft draft, String flow, int step) {
    return draft.before().flowSet().equals(draft.flows().hash())
        ? draft.flows().flow(flow).filter(f -> step < f.steps().size())
        : Optional.empty();
  }

  /** Takes a pressed button; false if it is not one of the question that waits. */
  static boolean press(Draft draft, Dialogue dialogue, Event.CustomerChose event) {
    if (Interrupting.press(draft, dialogue, event)) {
      return true;
    }
    return switch (dialogue) {
      case Asking asking when asking.prompt() == event.entry() ->
          question(draft, asking).map(q -> q.press(event)).orElse(false);
      case Clarifying c when c.prompt() == event.entry() -> Which.press(draft, c, event);
      case Asking _, Clarifying _, Calling _, Idle _ -> false;
    };
  }

  /** Says again what waits for an answer, after a change of language. */
  static void repeat(Draft draft, Dialogue dialogue) {
    draft.say(Phrase.LANGUAGE_SWITCHED);
    switch (dialogue) {
      case Asking asking ->
          flowOf(draft, asking).ifPresent(f -> FlowQuestion.askAgain(draft, f, asking));
      case Clarifying clarifying -> Which.offerAgain(draft, clarifying);
      case Calling _, Idle _ -> {}
    }
  }
}
