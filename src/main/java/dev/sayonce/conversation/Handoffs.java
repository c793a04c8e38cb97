package dev.sayonce.conversation;

import dev.sayonce.conversation.Handoff.Reason;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Team;
import dev.sayonce.flow.slot.Found;
import dev.sayonce.flow.slot.ReachSlot;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way from the bot to a person: the customer hears the truth about who is there, the case goes
 * into the waiting list.
 */
final class Handoffs {

  /** The slot that keeps where a customer can be reached. */
  static final String REACH = "reach";

  private Handoffs() {}

  /**
   * Puts the case in line.
   *
   * @param team the team's id; unknown or empty: the company's first team
   * @param say the flow's own words, used when somebody is there
   */
  static void handOff(
      Draft draft, Reason reason, String detail, Optional<String> team, Optional<String> say) {
    var to = draft.flows().company().team(team.orElse(""));
    var handoff = new Handoff(reason, detail, to.id(), draft.question(), draft.now());
    draft.notice("handed-off", Map.of("reason", reason.word(), "detail", detail, "team", to.id()));
    boolean somebody = isAnyoneAtWork(draft, to);
    if (somebody) {
      say.ifPresentOrElse(words -> draft.say(words, List.of()), () -> draft.say(words(reason)));
    } else {
      var truth = nobody(draft, to);
      draft.say(truth.phrase(), truth.values(), List.of());
    }
    draft.besides(Besides.NONE);
    draft.mode(new Mode.Queued(handoff, false, !somebody && !draft.knows(REACH)));
  }

  private static boolean isAnyoneAtWork(Draft draft, Team team) {
    return team.hours().isOpen(draft.now()) && draft.desk().isAnyoneIn(team.id());
  }

  /**
   * Puts a case that a person had before at the front of the line; where nobody is at work the
   * customer hears that too.
   */
  static void backInLine(Draft draft, Handoff handoff) {
    var team = draft.flows().company().team(handoff.team());
    boolean somebody = isAnyoneAtWork(draft, team);
    if (!somebody) {
      var truth = nobody(draft, team);
      draft.state(truth.phrase(), truth.values());
    }
    draft.mode(new Mode.Queued(handoff, true, !somebody && !draft.knows(REACH)));
  }

  private static Phrase words(Reason reason) {
    return switch (reason) {
      case UNKNOWN_QUESTION -> Phrase.HANDED_OVER_UNKNOWN;
      case BROKEN -> Phrase.HANDED_OVER_BROKEN;
      case ASKED, RETRIES_USED, FLOW, TAKEN_OVER, RETURNED, REOPENED -> Phrase.HANDED_OVER;
    };
  }

  /** A sentence of ours with what it names. */
  private record Truth(Phrase phrase, Map<String, String> values) {}

  private static Truth nobody(Draft draft, Team team) {
    var opening =
        team.hours().isOpen(draft.now())
            ? Optional.<Instant>empty()
            : team.hours().nextOpening(draft.now());
    return opening
        .map(at -> new Truth(Phrase.NOBODY_HERE, Map.of("when", when(draft, team, at))))
        .orElseGet(() -> new Truth(Phrase.NOBODY_HERE_UNKNOWN, Map.of()));
  }

  /** A day and time as people of the customer's language say it, in the team's zone. */
  static String when(Draft draft, Team team, Instant at) {
    var local = at.atZone(team.hours().zone());
    var locale = draft.language().locale();
    var values =
        Map.of(
            "day", DateTimeFormatter.ofPattern("d MMMM", locale).format(local),
            "time", DateTimeFormatter.ofPattern("HH:mm", locale).format(local));
    return draft.flows().phrases().say(Phrase.WHEN, draft.language(), values);
  }

  /**
   * The customer writes while the case waits: what they leave is kept with it, and they are told
   * once.
   */
  static void addToCase(Draft draft, Mode.Queued queued, String text) {
    var reach = reach(draft, text);
    var learning = new Learning(draft, text, Optional.of(REACH));
    if (learning.correct(List.of()).isEmpty()) {
      learning.pickUp();
    }
    if (queued.awaitingReach() && reach.isPresent()) {
      draft.learn(REACH, reach.get());
      draft.say(Phrase.REACH_NOTED, Map.of("reach", reach.get()), List.of());
      draft.mode(new Mode.Queued(queued.handoff(), queued.front(), false));
    } else if (queued.awaitingReach() && !lastWordsWereTheirs(draft)) {
      draft.say(Phrase.ADDED_TO_CASE);
    }
  }

  private static Optional<String> reach(Draft draft, String text) {
    return new ReachSlot(draft.flows().company().regions())
        .find(draft.heard(text))
        .map(Found::value);
  }

  private static boolean lastWordsWereTheirs(Draft draft) {
    return draft.before().words().filter(w -> w.speaker() == Words.Speaker.CUSTOMER).isPresent();
  }
}
