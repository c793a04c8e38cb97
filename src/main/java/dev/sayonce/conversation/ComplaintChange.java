package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Content;
import java.util.List;
import java.util.Optional;

/**
 * What one turn made of a complaint, for the figures: no names and nobody's words.
 *
 * @param what received, owned, proposed, disputed, reminded, reopened, closed, soon or late
 * @param why how it was closed: accepted or no-answer
 * @param first true if it was settled at first contact
 */
public record ComplaintChange(
    String number, String what, Optional<String> why, Optional<Boolean> first) {

  /** All of a turn, in order. */
  public static List<ComplaintChange> in(Turn turn) {
    return turn.entries().stream()
        .map(Entry::content)
        .filter(Content.Notice.class::isInstance)
        .map(Content.Notice.class::cast)
        .filter(notice -> notice.code().equals(Complaints.NOTICE))
        .map(ComplaintChange::of)
        .toList();
  }

  private static ComplaintChange of(Content.Notice notice) {
    var details = notice.details();
    return new ComplaintChange(
        details.getOrDefault("number", ""),
        details.getOrDefault("what", ""),
        Optional.ofNullable(details.get("why")),
        Optional.of(details.containsKey("first")).filter(first -> first));
  }
}
