package dev.sayonce.conversation;

import dev.sayonce.conversation.Complaint.Told;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.flow.Phrase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What customers are told of their complaints, and what they may press. */
record ComplaintWords(Draft draft) {

  /** What every button about a complaint begins with. */
  static final String BUTTON = "complaint:";

  static final String ANOTHER = BUTTON + "another";
  static final String ACCEPT = BUTTON + "accept:";
  static final String DISPUTE = BUTTON + "dispute:";
  static final String REOPEN = BUTTON + "reopen:";

  private static final int RADIX = 36;

  /** In the name of whoever has the word: the bot where it leads, else the product. */
  void tell(Phrase phrase, Complaint complaint, List<Button> buttons) {
    switch (draft.mode()) {
      case Mode.WithBot _, Mode.Queued _ -> draft.say(phrase, values(complaint), buttons);
      case Mode.WithAgent _, Mode.Closed _ -> state(phrase, complaint, buttons);
    }
  }

  /** In the product's name, whoever has the word. */
  void state(Phrase phrase, Complaint complaint, List<Button> buttons) {
    draft.state(phrase, values(complaint), buttons);
  }

  /** Number, state, owner, deadline and what comes next. */
  void tellState(Complaint complaint) {
    tell(state(complaint), complaint, buttons(complaint));
  }

  private static Phrase state(Complaint complaint) {
    boolean late = complaint.term().told() == Told.LATE;
    return switch (complaint.stage()) {
      case RECEIVED -> late ? Phrase.COMPLAINT_STATE_LATE : Phrase.COMPLAINT_STATE_RECEIVED;
      case OWNED -> late ? Phrase.COMPLAINT_STATE_LATE : Phrase.COMPLAINT_STATE_OWNED;
      case DISPUTED -> late ? Phrase.COMPLAINT_STATE_LATE : Phrase.COMPLAINT_STATE_DISPUTED;
      case PROPOSED -> Phrase.COMPLAINT_STATE_PROPOSED;
      case CLOSED -> closed(complaint);
    };
  }

  private static Phrase closed(Complaint complaint) {
    return complaint.closing().filter(c -> c.end() == Complaint.End.ACCEPTED).isPresent()
        ? Phrase.COMPLAINT_STATE_ACCEPTED
        : Phrase.COMPLAINT_STATE_UNANSWERED;
  }

  /** What the customer may do about it at this moment. */
  List<Button> buttons(Complaint complaint) {
    var number = complaint.number();
    if (complaint.isProposed()) {
      return List.of(
          button(ACCEPT + key(complaint), Phrase.COMPLAINT_ACCEPT),
          button(DISPUTE + key(complaint), Phrase.COMPLAINT_DISPUTE));
    }
    return complaint.mayReopen(draft.now(), draft.complaints().rules())
        ? List.of(button(REOPEN + number, Phrase.COMPLAINT_REOPEN))
        : List.of();
  }

  /** Names the proposal too: a button under an earlier one must not agree to this. */
  static String key(Complaint complaint) {
    var at = complaint.proposal().map(p -> p.at().toEpochMilli()).orElse(0L);
    return complaint.number() + ":" + Long.toString(at, RADIX);
  }

  Button button(String id, Phrase label) {
    return new Button(id, draft.flows().phrases().say(label, draft.language()));
  }

  private Map<String, String> values(Complaint complaint) {
    var values = new HashMap<String, String>();
    values.put("number", complaint.number());
    values.put("when", when(complaint, complaint.term().deadline()));
    values.put(
        "agent",
        complaint
            .owner()
            .map(Agent::name)
            .orElseGet(
                () -> draft.flows().phrases().say(Phrase.COMPLAINT_NOBODY, draft.language())));
    complaint.proposal().ifPresent(p -> values.put("outcome", quotable(p.outcome())));
    var hours = draft.flows().company().team(complaint.filed().team()).hours();
    hours.nextOpening(draft.now()).ifPresent(at -> values.put("back", when(complaint, at)));
    return values;
  }

  /** Within a sentence of ours, which has a full stop of its own. */
  private static String quotable(String outcome) {
    return outcome.endsWith(".") && !outcome.endsWith("..")
        ? outcome.substring(0, outcome.length() - 1)
        : outcome;
  }

  private String when(Complaint complaint, Instant at) {
    return Handoffs.when(draft, draft.flows().company().team(complaint.filed().team()), at);
  }
}
