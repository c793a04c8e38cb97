package dev.sayonce.console;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case before the present one on a thread. It keeps no state of its own: what it was stands in
 * its transcript.
 *
 * @param question the customer's first words
 * @param agent who spoke or took it last
 */
record PastCase(
    ConversationId id,
    Optional<Instant> beganAt,
    Optional<Instant> endedAt,
    String status,
    Optional<String> question,
    Optional<String> agent) {

  private static final Map<String, String> ENDS =
      Map.of("resolved", "resolved", "ended", "resolved", "abandoned", "abandoned");
  private static final int LONGEST_QUESTION = 200;

  /**
   * @param entries its transcript, or the beginning and the end of a long one
   */
  static PastCase of(ConversationId id, List<Entry> entries) {
    var end = entries.stream().filter(e -> endOf(e).isPresent()).reduce((_, later) -> later);
    return new PastCase(
        id,
        entries.stream().findFirst().map(Entry::at),
        end.map(Entry::at),
        end.flatMap(PastCase::endOf).orElse("resolved"),
        entries.stream()
            .filter(e -> e.author() instanceof Author.Customer)
            .flatMap(e -> e.text().stream())
            .findFirst()
            .map(PastCase::shortened),
        entries.stream().flatMap(e -> agent(e).stream()).reduce((_, later) -> later));
  }

  private static Optional<String> endOf(Entry entry) {
    return entry.content() instanceof Content.Notice(var code, _)
        ? Optional.ofNullable(ENDS.get(code))
        : Optional.empty();
  }

  private static Optional<String> agent(Entry entry) {
    if (entry.author() instanceof Author.ByAgent(var agent) && !entry.isPrivate()) {
      return Optional.of(agent.name());
    }
    return entry.content() instanceof Content.Notice(var code, var details)
            && code.equals("claimed")
        ? Optional.ofNullable(details.get("agent"))
        : Optional.empty();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_QUESTION
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUESTION / 2)) + "…";
  }
}
