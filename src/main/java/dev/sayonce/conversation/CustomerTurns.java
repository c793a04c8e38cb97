package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Phrase;
import java.util.Map;
import java.util.Optional;

/** What a customer's doing makes of a conversation, by who has the word. */
final class CustomerTurns {

  private static final Author CUSTOMER = new Author.Customer();

  private CustomerTurns() {}

  static Turn said(Draft draft, Event.CustomerSaid event) {
    draft.quote(CUSTOMER, Content.Text.of(event.text()));
    switch (draft.mode()) {
      case Mode.WithBot(Dialogue dialogue) -> BotTalk.hear(draft, dialogue, event.text());
      case Mode.Queued queued -> Handoffs.addToCase(draft, queued, event.text());
      case Mode.WithAgent a -> draft.mode(unanswered(draft, a));
      case Mode.Closed closed -> writeAfterEnd(draft, closed, event.text());
    }
    return draft.applied();
  }

  /** Nobody but a person can look into a file; it counts as words that nobody has answered. */
  static Turn sentFile(Draft draft, Event.CustomerSentFile event) {
    draft.quote(CUSTOMER, new Content.File(event.file()));
    switch (draft.mode()) {
      case Mode.WithBot(Dialogue dialogue) -> BotTalk.takeFile(draft, dialogue);
      case Mode.Queued queued -> Handoffs.addToCase(draft, queued, "");
      case Mode.WithAgent a -> draft.mode(unanswered(draft, a));
      case Mode.Closed closed -> sendAfterEnd(draft, closed);
    }
    return draft.applied();
  }

  private static Mode.WithAgent unanswered(Draft draft, Mode.WithAgent mode) {
    var since = mode.unansweredSince().or(() -> Optional.of(draft.now()));
    return new Mode.WithAgent(mode.handoff(), mode.agent(), mode.claimedAt(), since);
  }

  /**
   * Words after the end begin the case again, where it was: with the same agent, in line, or with
   * the bot. A mere thank-you does not.
   */
  private static void writeAfterEnd(Draft draft, Mode.Closed closed, String text) {
    if (draft.understanding().isSure(Intent.THANKS)) {
      return;
    }
    draft.notice("reopened", Map.of());
    closed
        .served()
        .ifPresentOrElse(
            served -> reopenWithPerson(draft, served),
            () -> {
              draft.dialogue(Dialogue.Idle.FRESH);
              BotTalk.hear(draft, Dialogue.Idle.FRESH, text);
            });
  }

  private static void sendAfterEnd(Draft draft, Mode.Closed closed) {
    draft.notice("reopened", Map.of());
    closed
        .served()
        .ifPresentOrElse(
            served -> reopenWithPerson(draft, served),
            () -> BotTalk.takeFile(draft, Dialogue.Idle.FRESH));
  }

  private static void reopenWithPerson(Draft draft, Mode.WithAgent served) {
    var old = served.handoff();
    var handoff =
        new Handoff(Reason.REOPENED, old.detail(), old.team(), draft.question(), draft.now());
    draft.state(Phrase.REOPENED, Map.of());
    if (draft.desk().isPresent(served.agent())) {
      draft.mode(
          new Mode.WithAgent(handoff, served.agent(), draft.now(), Optional.of(draft.now())));
    } else {
      Handoffs.backInLine(draft, handoff);
    }
  }

  static Turn chose(Draft draft, Event.CustomerChose event) {
    boolean current = event.conversation().equals(draft.before().id());
    if (current
        && draft.mode() instanceof Mode.WithBot(Dialogue dialogue)
        && BotTalk.press(draft, dialogue, event)) {
      return draft.applied();
    }
    return draft.late(
        Turn.Why.PASSED,
        "",
        "late-choice",
        Map.of("entry", Integer.toString(event.entry()), "option", event.option()));
  }

  /** The customer presses a button whose label is {@code label}. */
  static void pressed(Draft draft, Event.CustomerChose event, String label) {
    draft.quote(CUSTOMER, new Content.Pressed(label, event.entry(), event.option()));
  }

  static Turn switchedLanguage(Draft draft, Event.CustomerSwitchedLanguage event) {
    if (draft.flows().company().languages().contains(event.language())) {
      draft.speak(event.language(), true);
      if (draft.mode() instanceof Mode.WithBot(Dialogue dialogue)) {
        BotTalk.repeat(draft, dialogue);
      }
    }
    return draft.applied();
  }

  /** The words that were accepted are kept as they were, for they may be others one day. */
  static Turn consented(Draft draft) {
    var language = draft.language();
    var words = draft.flows().company().chat().consent().map(text -> text.in(language));
    if (words.isEmpty()) {
      return draft.late(Turn.Why.PASSED, "", "late-consent", Map.of());
    }
    draft.notice("consented", Map.of("text", words.get(), "language", language.code()));
    return draft.applied();
  }

  /** The customer says that the case is over: whoever has it, and if only after a long silence. */
  static Turn ended(Draft draft) {
    return switch (draft.mode()) {
      case Mode.WithBot _, Mode.Queued _ -> end(draft, Optional.empty());
      case Mode.WithAgent a -> end(draft, Optional.of(a));
      case Mode.Abandoned a -> end(draft, a.served());
      case Mode.Resolved _ -> draft.late(Turn.Why.CLOSED, "", "late-end", Map.of());
    };
  }

  private static Turn end(Draft draft, Optional<Mode.WithAgent> served) {
    draft.notice("ended", Map.of());
    draft.state(Phrase.ENDED, Map.of());
    draft.mode(new Mode.Resolved(draft.now(), served));
    return draft.applied();
  }

  /** The event could not be handled: its words are kept as they came and a person takes over. */
  static Turn failed(Draft draft, Event.TurnFailed event) {
    if (!event.words().isEmpty()) {
      draft.quote(CUSTOMER, Content.Text.of(event.words()));
    }
    event.file().ifPresent(file -> draft.quote(CUSTOMER, new Content.File(file)));
    draft.notice("failed", Map.of("what", event.reason()));
    switch (draft.mode()) {
      case Mode.WithBot _ ->
          Handoffs.handOff(draft, Reason.BROKEN, "", Optional.empty(), Optional.empty());
      case Mode.Queued _ -> {}
      case Mode.WithAgent a -> draft.mode(unanswered(draft, a));
      case Mode.Closed closed ->
          closed
              .served()
              .ifPresentOrElse(
                  served -> reopenWithPerson(draft, served),
                  () ->
                      Handoffs.handOff(
                          draft, Reason.BROKEN, "", Optional.empty(), Optional.empty()));
    }
    return draft.applied();
  }
}
