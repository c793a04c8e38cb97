package dev.sayonce.conversation;

import dev.sayonce.conversation.Complaint.Filed;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Interrupt;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.slot.TextSlot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a complaint of what is known by now. */
record ComplaintFiling(Draft draft, Complaints complaints, ComplaintWords words) {

  private static final int LONGEST_ABOUT = 500;

  static ComplaintFiling in(Draft draft) {
    return new ComplaintFiling(draft, draft.complaints(), new ComplaintWords(draft));
  }

  /**
   * Files what is known as a complaint: the customer has its number, its deadline and what comes
   * next at once. Who has the case owns it; else somebody is looked for.
   */
  void file(Optional<String> team) {
    var to = draft.flows().company().team(team.or(complaints.rules()::team).orElse(""));
    var id = draft.before().id();
    var number = ComplaintNumber.of(id, draft.eventId());
    var facts = facts();
    var filed = new Filed(number, id, draft.now(), to.id(), about(facts), facts);
    var complaint = Complaint.received(filed, complaints.term(to.id()));
    complaints.put(complaint, "received", Map.of("team", to.id()));
    words.tell(Phrase.COMPLAINT_FILED, complaint, List.of());
    if (draft.mode() instanceof Mode.WithAgent a) {
      ComplaintTurns.own(draft, complaint, a.agent(), true);
    } else {
      ComplaintTurns.lookForOwner(draft, complaint);
    }
  }

  /** The customer's own words: those that led here, unless they were the bare wish to complain. */
  private String about(Map<String, String> facts) {
    var question = draft.question();
    var about = isBareWish(question) ? toldIn(facts).orElse(question) : question;
    return about.substring(0, Math.min(LONGEST_ABOUT, about.length()));
  }

  private boolean isBareWish(String words) {
    return draft.flows().interrupts().in(words).filter(i -> i == Interrupt.COMPLAINT).isPresent()
        || draft.flows().question(Flow.COMPLAINT).stream()
            .anyMatch(label -> label.byLanguage().containsValue(words));
  }

  /** What was answered in words of the customer's own. */
  private Optional<String> toldIn(Map<String, String> facts) {
    return draft.flows().flow(Flow.COMPLAINT).stream()
        .flatMap(flow -> flow.slots().values().stream())
        .filter(slot -> slot.type() instanceof TextSlot && facts.containsKey(slot.name()))
        .map(slot -> facts.getOrDefault(slot.name(), ""))
        .findFirst();
  }

  private Map<String, String> facts() {
    var facts = new HashMap<String, String>();
    draft.flows().flow(Flow.COMPLAINT).stream()
        .flatMap(flow -> flow.slots().keySet().stream())
        .forEach(slot -> draft.slot(slot).ifPresent(value -> facts.put(slot, value)));
    return facts;
  }
}
