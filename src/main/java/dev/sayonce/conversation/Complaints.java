package dev.sayonce.conversation;

import dev.sayonce.conversation.Complaint.Term;
import dev.sayonce.conversation.Complaint.Told;
import dev.sayonce.flow.ComplaintRules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The complaints of a thread during a turn, oldest first. */
final class Complaints {

  /** What a private line about one is called; the figures are made from these. */
  static final String NOTICE = "complaint";

  private static final int MOST = 10;

  private final Draft draft;
  private final List<Complaint> all;

  Complaints(Draft draft, List<Complaint> before) {
    this.draft = draft;
    this.all = new ArrayList<>(before);
  }

  List<Complaint> all() {
    return List.copyOf(all);
  }

  List<Complaint> open() {
    return all.stream().filter(Complaint::isOpen).toList();
  }

  /** What a customer who asks about a complaint means: the open ones, else the last. */
  List<Complaint> meant() {
    return open().isEmpty() ? all().subList(Math.max(0, all.size() - 1), all.size()) : open();
  }

  Optional<Complaint> find(String number) {
    return all.stream().filter(c -> c.number().equals(number)).findFirst();
  }

  /** The newest that waits for the customer's word. */
  Optional<Complaint> proposed() {
    return open().stream().filter(Complaint::isProposed).reduce((_, newer) -> newer);
  }

  /** The last one, if none is open and the customer may still open it again. */
  Optional<Complaint> reopenable() {
    return open().isEmpty() && !all.isEmpty()
        ? Optional.of(all.getLast()).filter(c -> c.mayReopen(draft.now(), rules()))
        : Optional.empty();
  }

  /** Those that are what the conversation with an agent is about: they end before it does. */
  Stream<Complaint> of(Mode.WithAgent mode) {
    return open().stream()
        .filter(
            c -> c.filed().conversation().equals(draft.before().id()) || c.isOwnedBy(mode.agent()));
  }

  ComplaintRules rules() {
    return draft.flows().company().complaints();
  }

  /** The time that a new complaint, or one that is not settled after all, is given. */
  Term term(String team) {
    var hours = draft.flows().company().team(team).hours();
    var deadline = rules().deadline().after(draft.now(), hours);
    var warnAt = hours.beforeWork(deadline, rules().warnBefore());
    return new Term(
        deadline, warnAt.isAfter(draft.now()) ? warnAt : halfWay(deadline), Told.NOTHING);
  }

  /** Where the whole time is shorter than that of the warning. */
  private Instant halfWay(Instant deadline) {
    var half = Duration.between(draft.now(), deadline).dividedBy(2);
    return draft.now().plus(half).truncatedTo(ChronoUnit.MILLIS);
  }

  /** A new one, or one as it is from now on. */
  void put(Complaint complaint) {
    int at = all.indexOf(find(complaint.number()).orElse(complaint));
    if (at < 0) {
      all.add(complaint);
      makeRoom();
    } else {
      all.set(at, complaint);
    }
  }

  /** The same, told to agents and counted. */
  void put(Complaint complaint, String what, Map<String, String> details) {
    put(complaint);
    var told = new HashMap<>(details);
    told.put("number", complaint.number());
    told.put("what", what);
    draft.notice(NOTICE, told);
  }

  private void makeRoom() {
    while (all.size() > MOST) {
      all.remove(all.stream().filter(c -> !c.isOpen()).findFirst().orElse(all.getFirst()));
    }
  }

  /** They go on with their customer in another thread. */
  void leave() {
    all.clear();
  }

  /** The one timer of the thread goes off for the first of them. */
  void setTimer() {
    all.stream()
        .flatMap(c -> c.nextMoment(rules()).stream())
        .min(Instant::compareTo)
        .ifPresentOrElse(at -> draft.set(Timer.COMPLAINT, at), () -> draft.clear(Timer.COMPLAINT));
  }
}
