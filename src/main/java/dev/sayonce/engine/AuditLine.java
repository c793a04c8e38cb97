package dev.sayonce.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Content.Notice;
import dev.sayonce.conversation.Turn;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that was done with an action: who, what, when, why and what came of it. It outlives the
 * conversation, so it names no personal value in full.
 *
 * @param at milliseconds since 1970
 * @param entry the number of the transcript's line that says the same
 * @param what {@code called}, {@code call-done}, {@code call-failed}, {@code approval-asked},
 *     {@code approval-declined}
 * @param details who, with what, and what came of it
 */
public record AuditLine(
    long at, ConversationId conversation, int entry, String what, Map<String, String> details) {

  private static final Set<String> AUDITED =
      Set.of("called", "call-done", "call-failed", "approval-asked", "approval-declined");

  static List<AuditLine> of(Turn turn) {
    return turn.entries().stream()
        .filter(AuditLine::isAudited)
        .map(entry -> of(turn.next().id(), entry))
        .toList();
  }

  private static boolean isAudited(Entry entry) {
    return entry.content() instanceof Notice(var code, _) && AUDITED.contains(code);
  }

  private static AuditLine of(ConversationId conversation, Entry entry) {
    var notice = (Notice) entry.content();
    return new AuditLine(
        entry.at().toEpochMilli(), conversation, entry.number(), notice.code(), notice.details());
  }

  /** True if an agent had it done, or decided on it. */
  @JsonIgnore
  boolean isOfPeople() {
    return details.containsKey("agent");
  }
}
