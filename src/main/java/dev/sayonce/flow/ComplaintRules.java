package dev.sayonce.flow;

import java.time.Duration;
import java.util.Optional;

/**
 * What the company promises to whoever complains.
 *
 * @param team that takes complaints where a flow names none
 * @param deadline by when there is an answer
 * @param warnBefore owner and supervisors are warned so much working time before it
 * @param remindAfter who owes us a word about a proposed outcome is reminded after this
 * @param remindTimes how often
 * @param closeAfter and without a word the complaint is closed so long after the proposal
 * @param reopenWithin one tap opens it again within this after its end
 */
public record ComplaintRules(
    Optional<String> team,
    WorkingTime deadline,
    Duration warnBefore,
    Duration remindAfter,
    int remindTimes,
    Duration closeAfter,
    Duration reopenWithin) {

  public static final ComplaintRules DEFAULT =
      new ComplaintRules(
          Optional.empty(),
          new WorkingTime(2, WorkingTime.Unit.DAYS),
          Duration.ofHours(4),
          Duration.ofHours(24),
          2,
          Duration.ofDays(7),
          Duration.ofDays(14));
}
