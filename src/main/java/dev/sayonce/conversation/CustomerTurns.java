package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Event.CustomerEdited.Place;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Phrase;
import java.util.Map;
import java.util.Optional;

/** What a customer's doing makes of a conversation, by who has the word. */
final class CustomerTurns {

  private static final Author CUSTOMER = new Author.Customer();

  private CustomerTurns() {}

  static Turn said(Draft draft, Event.CustomerSaid event) {
    event.quoted().ifPresent(words -> draft.notice("replied-to", Map.of("text", words)));
    say(draft, event.text());
    return draft.applied();
  }

  private static void say(Draft draft, String text) {
    draft.quote(CUSTOMER, Content.Text.of(text));
    if (new Complaining(draft).hear(text)) {
      return;
    }
    switch (draft.mode()) {
      case Mode.WithBot(Dialogue dialogue) -> BotTalk.hear(draft, dialogue, text);
      case Mode.Queued queued -> Handoffs.addToCase(draft, queued, text);
      case Mode.WithAgent a -> draft.mode(unanswered(draft, a));
      case Mode.Closed closed -> writeAfterEnd(draft, closed, text);
    }
  }

  /** The bot hears what was meant; where it does not lead, the line itself is enough. */
  static Turn edited(Draft draft, Event.CustomerEdited event) {
    var original = event.original().filter(o -> o.conversation().equals(draft.before().id()));
    draft.quote(CUSTOMER, new Content.Edited(event.text(), original.map(Place::entry)));
    switch (draft.mode()) {
      case Mode.WithBot(Dialogue dialogue) -> BotTalk.hear(draft, dialogue, event.text());
      case Mode.WithAgent a -> draft.mode(unanswered(draft, a));
      case Mode.Queued _, Mode.Closed _ -> {}
    }
    return draft.applied();
  }

  /**
   * Nobody but a person can look into a file; it counts as words that nobody has answered. Words
   * that came with it are heard like any others, and of several files the first is answered.
   */
  static Turn sentFile(Draft draft, Event.CustomerSentFile event) {
    draft.quote(CUSTOMER, new Content.File(event.file()));
    if (event.caption().isPresent()) {
      say(draft, event.caption().get());
    } else {
      takeFile(draft, event.more());
    }
    return draft.applied();
  }

  private static void takeFile(Draft draft, boolean more) {
    switch (draft.mode()) {
      case Mode.WithBot(Dialogue dialogue) -> {
        if (!more) {
          BotTalk.takeFile(draft, dialogue);
        }
      }
      case Mode.Queued queued -> Handoffs.addToCase(draft, queued, "");
      case Mode.WithAgent a -> draft.mode(unanswered(draft, a));
      case Mode.Closed closed -> sendAfterEnd(draft, closed);
    }
  }

  /** The customer is told what the bot can't do with it, and agents see it. */
  static Turn sentOther(Draft draft, Event.CustomerSentOther event) {
    draft.quote(CUSTOMER, new Content.Special(event.kind(), event.text()));
    var apology = apology(event.kind());
    if (event.caption().isPresent()) {
      apology.ifPresent(sorry -> draft.state(sorry, Map.of()));
      say(draft, event.caption().get());
    } else {
      takeOther(draft, apology);
    }
    return draft.applied();
  }

  private static Optional<Phrase> apology(String kind) {
    return switch (kind) {
      case "file-too-large" -> Optional.of(Phrase.FILE_TOO_LARGE);
      case "file-not-taken" -> Optional.of(Phrase.FILE_NOT_TAKEN);
      default -> Optional.empty();
    };
  }

  private static void takeOther(Draft draft, Optional<Phrase> apology) {
    switch (draft.mode()) {
      case Mode.WithBot(Dialogue dialogue) ->
          BotTalk.takeOther(draft, dialogue, apology.orElse(Phrase.CANNOT_READ));
      case Mode.Queued queued -> {
        apology.ifPresent(sorry -> draft.state(sorry, Map.of()));
        Handoffs.addToCase(draft, queued, "");
      }
      case Mode.WithAgent a -> {
        apology.ifPresent(sorry -> draft.state(sorry, Map.of()));
        draft.mode(unanswered(draft, a));
      }
      case Mode.Closed closed -> otherAfterEnd(draft, closed, apology.orElse(Phrase.CANNOT_READ));
    }
  }

  private static void otherAfterEnd(Draft draft, Mode.Closed closed, Phrase apology) {
    draft.notice("reopened", Map.of());
    closed
        .served()
        .ifPresentOrElse(
            served -> reopenWithPerson(draft, served),
            () -> {
              draft.dialogue(Dialogue.Idle.FRESH);
              draft.say(apology);
            });
  }

  static Mode.WithAgent unanswered(Draft draft, Mode.WithAgent mode) {
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
    if (new Complaining(draft).press(event)) {
      return draft.applied();
    }
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
      case Mode.Resolved _, Mode.Continued _ ->
          draft.late(Turn.Why.CLOSED, "", "late-end", Map.of());
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
