package dev.sayonce.conversation;

import dev.sayonce.conversation.Complaint.End;
import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The customer's word on an outcome: nobody else ends a complaint, save silence. */
record ComplaintEnding(Draft draft, Complaints complaints, ComplaintWords words) {

  /** The customer agrees: now it is closed, and the conversation with it if that was all. */
  void accept(Complaint complaint) {
    var closed = complaint.closed(draft.now(), End.ACCEPTED);
    var first =
        closed.isSettledAtFirstContact() ? Map.of("first", "true") : Map.<String, String>of();
    ComplaintTurns.close(draft, closed, first);
    words.tell(Phrase.COMPLAINT_ACCEPTED, closed, List.of());
    if (draft.mode() instanceof Mode.WithAgent a && complaints.of(a).findAny().isEmpty()) {
      draft.notice("resolved", Map.of("by", "customer"));
      draft.mode(new Mode.Resolved(draft.now(), Optional.of(a)));
    }
  }

  void dispute(Complaint complaint) {
    again(complaint, "disputed", Phrase.COMPLAINT_DISPUTED);
  }

  void reopen(Complaint complaint) {
    again(complaint, "reopened", Phrase.COMPLAINT_REOPENED);
  }

  /** Back to whoever owns it, with a deadline of its own; supervisors see it too. */
  private void again(Complaint complaint, String what, Phrase phrase) {
    var disputed = complaint.disputed(complaints.term(complaint.filed().team()));
    complaints.put(disputed, what, ComplaintTurns.ownerOf(disputed));
    words.state(phrase, disputed, List.of());
    toPerson(disputed);
  }

  private void toPerson(Complaint complaint) {
    switch (draft.mode()) {
      case Mode.Queued _ -> {}
      case Mode.WithAgent a -> draft.mode(CustomerTurns.unanswered(draft, a));
      case Mode.WithBot _, Mode.Closed _ -> {
        var handoff =
            new Handoff(
                Reason.REOPENED,
                complaint.number(),
                complaint.filed().team(),
                complaint.filed().about(),
                draft.now());
        complaint
            .owner()
            .filter(draft.desk()::isPresent)
            .ifPresentOrElse(
                owner -> draft.mode(withOwner(handoff, owner)),
                () -> Handoffs.backInLine(draft, handoff));
      }
    }
  }

  private Mode withOwner(Handoff handoff, Agent owner) {
    return new Mode.WithAgent(handoff, owner, draft.now(), Optional.of(draft.now()));
  }
}
