package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.Complaint;
import dev.sayonce.conversation.Complaint.Closing;
import dev.sayonce.conversation.Complaint.Proposal;
import dev.sayonce.conversation.Complaint.Told;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A complaint as the console shows it beside its conversation and in lists.
 *
 * @param conversation where it was made
 * @param due {@code soon} or {@code late}, once owner and supervisors were told
 * @param end {@code accepted} or {@code no-answer}
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ComplaintLine(
    String number,
    String state,
    String conversation,
    Instant madeAt,
    String team,
    Optional<Agent> owner,
    Instant deadline,
    Optional<String> due,
    String about,
    Optional<String> outcome,
    Optional<Instant> proposedAt,
    Optional<Instant> closedAt,
    Optional<String> end) {

  static ComplaintLine of(Complaint c) {
    return new ComplaintLine(
        c.number(),
        c.stage().word(),
        c.filed().conversation().value(),
        c.filed().at(),
        c.filed().team(),
        c.owner(),
        c.term().deadline(),
        due(c),
        c.filed().about(),
        c.proposal().map(Proposal::outcome),
        c.proposal().map(Proposal::at),
        c.closing().map(Closing::at),
        c.closing().map(closing -> closing.end().word()));
  }

  /** While the customer has the word nobody else is late. */
  private static Optional<String> due(Complaint c) {
    return Optional.of(c.term().told())
        .filter(told -> told != Told.NOTHING && c.isOpen() && !c.isProposed())
        .map(told -> told.name().toLowerCase(Locale.ROOT));
  }
}
