package dev.sayonce.conversation;

import dev.sayonce.conversation.Complaint.End;
import dev.sayonce.conversation.Complaint.Proposal;
import dev.sayonce.conversation.Complaint.Told;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Turn.Why;
import dev.sayonce.flow.Phrase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What agents, time and the search for an owner make of a customer's complaints. */
final class ComplaintTurns {

  private ComplaintTurns() {}

  // an owner

  static void lookForOwner(Draft draft, Complaint complaint) {
    var id = "owner:" + complaint.number() + ":" + draft.eventId();
    draft.cause(
        new Effect.FindOwner(
            id, draft.before().id(), complaint.number(), complaint.filed().team()));
  }

  /** Somebody was found; where one of the team was quicker they stay. */
  static Turn owned(Draft draft, Event.ComplaintOwned event) {
    var complaint =
        draft.complaints().find(event.number()).filter(c -> c.isOpen() && c.owner().isEmpty());
    if (complaint.isEmpty()) {
      return draft.late(
          Why.PASSED,
          "",
          "late-owner",
          Map.of("number", event.number(), "agent", event.owner().name()));
    }
    own(draft, complaint.get(), event.owner(), false);
    return draft.applied();
  }

  /** The customer hears the name, and, where nobody is at work, from when on. */
  static void own(Draft draft, Complaint complaint, Agent owner, boolean claimed) {
    var owned = complaint.ownedBy(owner, claimed);
    draft.complaints().put(owned, "owned", Map.of("agent", owner.name()));
    var team = draft.flows().company().team(complaint.filed().team());
    boolean away =
        !draft.desk().isPresent(owner)
            && !team.hours().isOpen(draft.now())
            && team.hours().nextOpening(draft.now()).isPresent();
    var words = new ComplaintWords(draft);
    words.state(away ? Phrase.COMPLAINT_OWNED_LATER : Phrase.COMPLAINT_OWNED, owned, List.of());
  }

  /** Whoever takes the case over for it answers for it from now on. */
  static void claimed(Draft draft, Mode.WithAgent mode) {
    for (var complaint : draft.complaints().open()) {
      boolean theirs =
          complaint.owner().isEmpty() || complaint.filed().team().equals(mode.handoff().team());
      if (complaint.isOwnedBy(mode.agent())) {
        if (complaint.claims() == 0) {
          draft.complaints().put(complaint.ownedBy(mode.agent(), true));
        }
      } else if (theirs) {
        own(draft, complaint, mode.agent(), true);
      }
    }
  }

  // an outcome

  static Turn proposed(Draft draft, Event.AgentProposed event, Mode.WithAgent mode) {
    var complaint = draft.complaints().find(event.number()).filter(Complaint::isOpen);
    if (complaint.isEmpty()) {
      return AgentTurns.late(draft, Why.PASSED, "", "propose", event.agent(), event.text());
    }
    if (!complaint.get().isOwnedBy(event.agent())) {
      own(draft, complaint.get(), event.agent(), true);
    }
    propose(draft, draft.complaints().find(event.number()).orElseThrow(), event);
    draft.mode(
        new Mode.WithAgent(mode.handoff(), mode.agent(), mode.claimedAt(), Optional.empty()));
    return draft.applied();
  }

  private static void propose(Draft draft, Complaint complaint, Event.AgentProposed event) {
    var now = draft.now();
    var proposal = new Proposal(event.text(), event.agent(), draft.before().id(), now, now, 0);
    var proposed = complaint.proposed(proposal);
    draft.complaints().put(proposed, "proposed", Map.of("agent", event.agent().name()));
    draft.quote(new Author.ByAgent(event.agent()), Content.Text.of(event.text()));
    var words = new ComplaintWords(draft);
    words.state(Phrase.COMPLAINT_PROPOSED, proposed, words.buttons(proposed));
  }

  /** What an agent who wants to end the conversation is told instead. */
  static Optional<Why> standsInTheWay(Draft draft, Mode.WithAgent mode) {
    var open = draft.complaints().of(mode).toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    boolean oursToAnswer = !open.stream().allMatch(Complaint::isProposed);
    return Optional.of(oursToAnswer ? Why.COMPLAINT : Why.UNCONFIRMED);
  }

  // time

  static void fired(Draft draft) {
    var rules = draft.complaints().rules();
    for (var complaint : draft.complaints().open()) {
      if (complaint.nextMoment(rules).filter(at -> !at.isAfter(draft.now())).isPresent()) {
        fire(draft, complaint);
      }
    }
  }

  private static void fire(Draft draft, Complaint complaint) {
    complaint
        .proposal()
        .filter(_ -> complaint.isProposed())
        .ifPresentOrElse(
            proposal -> askAgain(draft, complaint, proposal), () -> warn(draft, complaint));
  }

  /** A warning that comes after the deadline, for we were away, is none. */
  private static void warn(Draft draft, Complaint complaint) {
    boolean late = !complaint.term().deadline().isAfter(draft.now());
    var told = complaint.told(late ? Told.LATE : Told.SOON);
    draft.complaints().put(told, late ? "late" : "soon", ownerOf(told));
    if (late) {
      new ComplaintWords(draft).state(Phrase.COMPLAINT_LATE, told, List.of());
    }
    if (told.owner().isEmpty()) {
      lookForOwner(draft, told);
    }
  }

  private static void askAgain(Draft draft, Complaint complaint, Proposal proposal) {
    var words = new ComplaintWords(draft);
    if (proposal.reminders() < draft.complaints().rules().remindTimes()) {
      var reminded = complaint.proposed(proposal.reminded(draft.now()));
      draft.complaints().put(reminded, "reminded", Map.of());
      words.state(Phrase.COMPLAINT_REMINDER, reminded, words.buttons(reminded));
      return;
    }
    var closed = complaint.closed(draft.now(), End.NO_ANSWER);
    close(draft, closed, Map.of());
    words.state(Phrase.COMPLAINT_UNANSWERED, closed, words.buttons(closed));
    if (draft.mode() instanceof Mode.WithAgent a && draft.complaints().of(a).findAny().isEmpty()) {
      draft.notice("abandoned", Map.of());
      draft.mode(new Mode.Abandoned(draft.now(), Optional.of(a)));
    }
  }

  static void close(Draft draft, Complaint closed, Map<String, String> more) {
    var details = new HashMap<>(more);
    closed.closing().ifPresent(c -> details.put("why", c.end().word()));
    draft.complaints().put(closed, "closed", details);
  }

  static Map<String, String> ownerOf(Complaint complaint) {
    return complaint.owner().map(o -> Map.of("agent", o.name())).orElseGet(Map::of);
  }
}
