package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.conversation.Turn.Why;
import dev.sayonce.flow.Phrase;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent's doing makes of a conversation. Who does not have it may only take it or leave a
 * note.
 */
final class AgentTurns {

  /** The customer was asked for what they had already told. */
  static final String ASKED_AGAIN = "asked-again";

  private AgentTurns() {}

  static Turn claimed(Draft draft, Event.AgentClaimed event) {
    return switch (draft.mode()) {
      case Mode.Queued(var handoff, _, _) -> take(draft, event.agent(), handoff);
      case Mode.WithBot _ -> take(draft, event.agent(), takeOver(draft));
      case Mode.WithAgent a ->
          late(draft, Why.CLAIMED, a.agent().name(), "claim", event.agent(), "");
      case Mode.Resolved _, Mode.Abandoned _ when !draft.complaints().open().isEmpty() ->
          take(draft, event.agent(), takeOver(draft));
      case Mode.Closed _ -> late(draft, Why.CLOSED, "", "claim", event.agent(), "");
    };
  }

  private static Handoff takeOver(Draft draft) {
    var team =
        draft.complaints().open().stream()
            .findFirst()
            .map(c -> c.filed().team())
            .orElseGet(() -> draft.flows().company().team("").id());
    return new Handoff(Reason.TAKEN_OVER, "", team, draft.question(), draft.now());
  }

  private static Turn take(Draft draft, Agent agent, Handoff handoff) {
    draft.notice("claimed", Map.of("agent", agent.name()));
    draft.state(Phrase.AGENT_JOINED, Map.of("agent", agent.name()));
    var mode = new Mode.WithAgent(handoff, agent, draft.now(), Optional.of(handoff.askedAt()));
    draft.mode(mode);
    ComplaintTurns.claimed(draft, mode);
    return draft.applied();
  }

  static Turn replied(Draft draft, Event.AgentReplied event) {
    return switch (draft.mode()) {
      case Mode.WithAgent a when holds(a, event) -> {
        draft.quote(new Author.ByAgent(event.agent()), Content.Text.of(event.text()));
        Repeats.in(event.text(), draft.before().slots(), draft.flows())
            .forEach(slot -> draft.notice(ASKED_AGAIN, Map.of("slot", slot)));
        draft.mode(new Mode.WithAgent(a.handoff(), a.agent(), a.claimedAt(), Optional.empty()));
        yield draft.applied();
      }
      case Mode other -> notTheirs(draft, other, "reply", event.agent(), event.text());
    };
  }

  static Turn sentFile(Draft draft, Event.AgentSentFile event) {
    return switch (draft.mode()) {
      case Mode.WithAgent a when holds(a, event) -> {
        draft.quote(new Author.ByAgent(event.agent()), new Content.File(event.file()));
        draft.mode(new Mode.WithAgent(a.handoff(), a.agent(), a.claimedAt(), Optional.empty()));
        yield draft.applied();
      }
      case Mode other -> notTheirs(draft, other, "file", event.agent(), event.file().name());
    };
  }

  static Turn noted(Draft draft, Event.AgentNoted event) {
    draft.note(new Author.ByAgent(event.agent()), event.text());
    return draft.applied();
  }

  static Turn handedBack(Draft draft, Event.AgentHandedBack event) {
    return switch (draft.mode()) {
      case Mode.WithAgent a when holds(a, event) -> {
        draft.notice("handed-back", Map.of("agent", event.agent().name()));
        draft.dialogue(Dialogue.Idle.FRESH);
        draft.say(Phrase.HANDED_BACK);
        yield draft.applied();
      }
      case Mode other -> notTheirs(draft, other, "hand-back", event.agent(), "");
    };
  }

  static Turn resolved(Draft draft, Event.AgentResolved event) {
    return switch (draft.mode()) {
      case Mode.WithAgent a
          when holds(a, event) && ComplaintTurns.standsInTheWay(draft, a).isPresent() ->
          late(
              draft,
              ComplaintTurns.standsInTheWay(draft, a).get(),
              "",
              "resolve",
              event.agent(),
              "");
      case Mode.WithAgent a when holds(a, event) -> {
        draft.notice("resolved", Map.of("by", event.agent().name()));
        draft.state(Phrase.RESOLVED, Map.of());
        draft.mode(new Mode.Resolved(draft.now(), Optional.of(a)));
        yield draft.applied();
      }
      case Mode other -> notTheirs(draft, other, "resolve", event.agent(), "");
    };
  }

  static Turn proposed(Draft draft, Event.AgentProposed event) {
    return switch (draft.mode()) {
      case Mode.WithAgent a when holds(a, event) -> ComplaintTurns.proposed(draft, event, a);
      case Mode other -> notTheirs(draft, other, "propose", event.agent(), event.text());
    };
  }

  /** Anybody who sees the case may know; the customer notices nothing. */
  static Turn toldAbout(Draft draft, Event.AgentToldAbout event) {
    var question = draft.before().handoff().map(Handoff::question).orElse("");
    if (question.isEmpty()) {
      return late(draft, Why.PASSED, "", "about", event.agent(), event.intent().toString());
    }
    new AboutQuestion(event.intent().toString(), question).noticeIn(draft, event.agent());
    return draft.applied();
  }

  static boolean holds(Mode.WithAgent mode, Event.ByAgent event) {
    return mode.agent().id().equals(event.agent().id());
  }

  static Turn notTheirs(Draft draft, Mode mode, String what, Agent agent, String text) {
    return switch (mode) {
      case Mode.WithAgent a -> late(draft, Why.CLAIMED, a.agent().name(), what, agent, text);
      case Mode.Closed _ -> late(draft, Why.CLOSED, "", what, agent, text);
      case Mode.WithBot _, Mode.Queued _ -> late(draft, Why.NOT_CLAIMED, "", what, agent, text);
    };
  }

  /** An event for a case that is over because another began on the thread. */
  static Turn ofAnotherCase(Draft draft, Event.ByAgent event) {
    var text =
        switch (event) {
          case Event.AgentReplied r -> r.text();
          case Event.AgentSentFile f -> f.file().name();
          case Event.AgentNoted n -> n.text();
          case Event.AgentProposed p -> p.text();
          case Event.AgentToldAbout a -> a.intent().toString();
          case Event.AgentRan r -> r.action();
          case Event.AgentDecided d -> Integer.toString(d.entry());
          case Event.AgentClaimed _, Event.AgentHandedBack _, Event.AgentResolved _ -> "";
        };
    return late(draft, Why.CLOSED, "", "earlier-case", event.agent(), text);
  }

  static Turn late(Draft draft, Why why, String holder, String what, Agent agent, String text) {
    return draft.late(
        why, holder, "late", Map.of("what", what, "agent", agent.name(), "text", text));
  }
}
