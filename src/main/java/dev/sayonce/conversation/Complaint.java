package dev.sayonce.conversation;

import dev.sayonce.flow.ComplaintRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer's complaint on its way from the word to an end that the customer agreed to. It belongs
 * to the thread and outlives the conversation that it was made in.
 *
 * @param owner who sees it through, once somebody does
 * @param term by when the customer has an answer
 * @param claims how many people took the case over for it
 * @param disputes how often an outcome was not accepted
 * @param proposal the last outcome that was proposed
 * @param closing how it ended
 */
public record Complaint(
    Filed filed,
    Stage stage,
    Optional<Agent> owner,
    Term term,
    int claims,
    int disputes,
    Optional<Proposal> proposal,
    Optional<Closing> closing) {

  /** Those that wait for the customer come after those that wait for us. */
  private static final Duration LATER = Duration.ofDays(365);

  /**
   * What stands from the beginning.
   *
   * @param number by which everybody calls it: {@code R-4F7K2Q}
   * @param conversation where it was made
   * @param about the customer's words that led to it
   * @param facts what was known then, by slot
   */
  public record Filed(
      String number,
      ConversationId conversation,
      Instant at,
      String team,
      String about,
      Map<String, String> facts) {

    public Filed {
      facts = Map.copyOf(Objects.requireNonNullElse(facts, Map.of()));
    }
  }

  /** Where it stands. */
  public enum Stage {
    RECEIVED,
    OWNED,
    PROPOSED,
    DISPUTED,
    CLOSED;

    /** The word for it in the API and in transcripts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The time till there is an answer.
   *
   * @param warnAt when owner and supervisors are warned
   * @param told what they were told about it
   */
  public record Term(Instant deadline, Instant warnAt, Told told) {}

  /** What owner and supervisors were told about the deadline. */
  public enum Told {
    NOTHING,
    SOON,
    LATE
  }

  /**
   * An outcome that waits for the customer's word.
   *
   * @param outcome in the words of who proposes it
   * @param asked when the customer was last asked
   * @param reminders how often they were reminded
   */
  public record Proposal(
      String outcome,
      Agent by,
      ConversationId conversation,
      Instant at,
      Instant asked,
      int reminders) {

    Proposal reminded(Instant now) {
      return new Proposal(outcome, by, conversation, at, now, reminders + 1);
    }
  }

  /** The end of it. */
  public record Closing(Instant at, End end) {}

  /** How a complaint ends. */
  public enum End {
    /** The customer agreed to the outcome. */
    ACCEPTED,
    /** Nothing was heard in spite of reminders; that is no consent. */
    NO_ANSWER;

    /** The word for it in the API and in transcripts: {@code no-answer}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Complaint received(Filed filed, Term term) {
    return new Complaint(
        filed, Stage.RECEIVED, Optional.empty(), term, 0, 0, Optional.empty(), Optional.empty());
  }

  public String number() {
    return filed.number();
  }

  public boolean isOpen() {
    return stage != Stage.CLOSED;
  }

  /** True while the next word is the customer's. */
  public boolean isProposed() {
    return stage == Stage.PROPOSED;
  }

  boolean isOwnedBy(Agent agent) {
    return owner.filter(o -> o.id().equals(agent.id())).isPresent();
  }

  /** True if one person settled it in the conversation in which it was made, at the first try. */
  public boolean isSettledAtFirstContact() {
    return closing.filter(c -> c.end() == End.ACCEPTED).isPresent()
        && proposal.filter(p -> p.conversation().equals(filed.conversation())).isPresent()
        && claims <= 1
        && disputes == 0;
  }

  // its way; who calls these has looked at the stage

  /** Somebody was found who sees it through, or took it. */
  Complaint ownedBy(Agent agent, boolean claimed) {
    var next = stage == Stage.RECEIVED ? Stage.OWNED : stage;
    int hands = claims + (claimed ? 1 : 0);
    return new Complaint(filed, next, Optional.of(agent), term, hands, disputes, proposal, closing);
  }

  Complaint proposed(Proposal outcome) {
    return new Complaint(
        filed, Stage.PROPOSED, owner, term, claims, disputes, Optional.of(outcome), closing);
  }

  Complaint told(Told what) {
    var later = new Term(term.deadline(), term.warnAt(), what);
    return new Complaint(filed, stage, owner, later, claims, disputes, proposal, closing);
  }

  Complaint closed(Instant at, End end) {
    var ending = Optional.of(new Closing(at, end));
    return new Complaint(filed, Stage.CLOSED, owner, term, claims, disputes, proposal, ending);
  }

  /** The customer is not content, with a proposal or with an end: there is a new time for it. */
  Complaint disputed(Term anew) {
    return new Complaint(
        filed, Stage.DISPUTED, owner, anew, claims, disputes + 1, proposal, Optional.empty());
  }

  // its times

  /** When time changes something about it next. */
  Optional<Instant> nextMoment(ComplaintRules rules) {
    return switch (stage) {
      case RECEIVED, OWNED, DISPUTED ->
          switch (term.told()) {
            case NOTHING -> Optional.of(term.warnAt());
            case SOON -> Optional.of(term.deadline());
            case LATE -> Optional.empty();
          };
      case PROPOSED -> proposal.map(p -> nextMoment(p, rules));
      case CLOSED -> Optional.empty();
    };
  }

  private static Instant nextMoment(Proposal proposal, ComplaintRules rules) {
    return proposal.reminders() < rules.remindTimes()
        ? proposal.asked().plus(rules.remindAfter())
        : endOf(proposal, rules);
  }

  /** A reminder that came late, for we were away, gives its time all the same. */
  private static Instant endOf(Proposal proposal, ComplaintRules rules) {
    var end = proposal.at().plus(rules.closeAfter());
    var patient = proposal.asked().plus(rules.remindAfter());
    return end.isAfter(patient) ? end : patient;
  }

  /** True if the customer may still open it again. */
  boolean mayReopen(Instant now, ComplaintRules rules) {
    return closing.filter(c -> !now.isAfter(c.at().plus(rules.reopenWithin()))).isPresent();
  }

  /** Puts lists in order: the earlier, the more urgent. */
  public Instant urgency() {
    return isProposed() ? term.deadline().plus(LATER) : term.deadline();
  }
}
