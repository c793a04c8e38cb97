package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Dialogue.Calling;
import dev.sayonce.conversation.Dialogue.Clarifying;
import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Interrupt;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What works wherever the customer is: cancel, back, repeat, start over, language, help. */
final class Interrupting {

  private static final String LANGUAGE = "language:";

  private final Draft draft;
  private final Dialogue dialogue;

  Interrupting(Draft draft, Dialogue dialogue) {
    this.draft = draft;
    this.dialogue = dialogue;
  }

  /** True if the words are an interrupt and nothing more; then it is done. */
  boolean hear(String words) {
    var interrupt = draft.flows().interrupts().in(words).filter(i -> !i.isAboutComplaint());
    interrupt.ifPresent(
        i -> {
          draft.notice("interrupt", Map.of("what", i.key()));
          take(i);
        });
    return interrupt.isPresent();
  }

  private void take(Interrupt interrupt) {
    switch (interrupt) {
      case CANCEL -> cancel();
      case BACK -> back();
      case REPEAT -> repeat();
      case START_OVER -> startOver();
      case LANGUAGE -> offerLanguages();
      case HELP -> help();
      case NOT_THAT -> notThat();
      case PERSON -> Wishes.follow(draft, Intent.PERSON, "");
      case COMPLAINT, COMPLAINT_ACCEPT, COMPLAINT_DISPUTE, COMPLAINT_REOPEN -> {}
    }
  }

  private void cancel() {
    switch (dialogue) {
      case Asking asking -> leave(flow(asking));
      case Calling calling -> {
        var wait = new CallWait(draft, calling);
        if (wait.cancel()) {
          leave(wait.flow());
        }
      }
      case Clarifying _ -> {
        draft.dialogue(Idle.FRESH);
        draft.say(Phrase.NOTHING_RUNNING);
      }
      case Idle _ -> draft.say(Phrase.NOTHING_RUNNING);
    }
  }

  private void leave(Optional<Flow> flow) {
    var title = flow.map(this::title).orElse("");
    draft.dialogue(Idle.FRESH);
    draft.say(Phrase.CANCELLED, Map.of("title", title), List.of());
    Wishes.goOn(draft);
  }

  private String title(Flow flow) {
    return flow.title().in(draft.language());
  }

  private void back() {
    switch (dialogue) {
      case Asking asking ->
          flow(asking)
              .ifPresentOrElse(
                  f -> back(f, asking), () -> BotTalk.flowIsGone(draft, asking.flow()));
      case Calling calling -> new CallWait(draft, calling).oneMoment();
      case Clarifying _, Idle _ -> cancel();
    }
  }

  private void back(Flow flow, Asking asking) {
    if (!FlowQuestion.of(draft, flow, asking).back()) {
      draft.say(Phrase.NOTHING_BEFORE);
      FlowQuestion.askAgain(draft, flow, asking);
    }
  }

  private void repeat() {
    switch (dialogue) {
      case Asking asking ->
          flow(asking)
              .ifPresentOrElse(
                  f -> FlowQuestion.askAgain(draft, f, asking),
                  () -> BotTalk.flowIsGone(draft, asking.flow()));
      case Clarifying clarifying -> Which.offerAgain(draft, clarifying);
      case Calling calling -> new CallWait(draft, calling).oneMoment();
      case Idle _ -> repeatAnswer();
    }
  }

  private void repeatAnswer() {
    var tried = draft.before().tried();
    var last = tried.isEmpty() ? Optional.<Intent>empty() : Optional.of(tried.getLast().intent());
    last.filter(i -> i.kind() == Intent.Kind.ANSWER)
        .flatMap(i -> draft.flows().answer(i.id()))
        .ifPresentOrElse(
            answer -> draft.say(answer.say(), new SlotValues(draft, Map.of())),
            () -> draft.say(Phrase.NOTHING_RUNNING));
  }

  private void startOver() {
    switch (dialogue) {
      case Asking asking ->
          flow(asking)
              .ifPresentOrElse(
                  f -> startOver(f, asking), () -> BotTalk.flowIsGone(draft, asking.flow()));
      case Calling calling -> new CallWait(draft, calling).oneMoment();
      case Clarifying _, Idle _ -> cancel();
    }
  }

  private void startOver(Flow flow, Asking asking) {
    draft.say(Phrase.STARTED_OVER);
    FlowWalk.resume(draft, flow, asking).startOver();
  }

  private void offerLanguages() {
    var buttons =
        draft.flows().company().languages().stream()
            .map(l -> new Button(LANGUAGE + l.code(), nameOf(l)))
            .toList();
    draft.say(Phrase.WHICH_LANGUAGE, Map.of(), buttons);
  }

  /** As its speakers call it. */
  private static String nameOf(Language language) {
    var locale = language.locale();
    var name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private void notThat() {
    switch (dialogue) {
      case Asking asking when NotThat.isElsewhere(draft) ->
          flow(asking)
              .ifPresentOrElse(
                  f -> NotThat.missedBeside(draft, root(f, asking)),
                  () -> BotTalk.flowIsGone(draft, asking.flow()));
      case Asking asking when asking.run().turns() > 0 -> cancel();
      case Asking _ when draft.besides().others().isEmpty() -> cancel();
      case Asking _ -> NotThat.missed(draft, 0);
      case Calling _ -> cancel();
      case Clarifying clarifying -> NotThat.missed(draft, clarifying.clarified());
      case Idle idle -> NotThat.missed(draft, idle.clarified());
    }
  }

  /** True if the words say that the process is not what is wanted; then it is left. */
  boolean hearDenial() {
    boolean denied =
        dialogue instanceof Asking asking
            && flow(asking).filter(f -> NotThat.isDenied(draft, f, asking)).isPresent();
    if (denied) {
      draft.matched();
      notThat();
    }
    return denied;
  }

  private Flow root(Flow flow, Asking asking) {
    return FlowWalk.resume(draft, flow, asking).root();
  }

  private void help() {
    draft.say(Phrase.HELP);
    switch (dialogue) {
      case Asking asking ->
          flow(asking)
              .ifPresentOrElse(
                  f -> FlowQuestion.askAgain(draft, f, asking),
                  () -> BotTalk.flowIsGone(draft, asking.flow()));
      case Clarifying clarifying -> Which.offerAgain(draft, clarifying);
      case Calling _ -> {}
      case Idle _ -> Which.offerSome(draft);
    }
  }

  private Optional<Flow> flow(Asking asking) {
    return BotTalk.flowOf(draft, asking);
  }

  /** Takes a pressed button of the languages offered, however long ago; false if it is none. */
  static boolean press(Draft draft, Dialogue dialogue, Event.CustomerChose event) {
    var language =
        draft.flows().company().languages().stream()
            .filter(l -> event.option().equals(LANGUAGE + l.code()))
            .findFirst();
    language.ifPresent(
        l -> {
          CustomerTurns.pressed(draft, event, nameOf(l));
          draft.speak(l, true);
          BotTalk.repeat(draft, dialogue);
        });
    return language.isPresent();
  }
}
