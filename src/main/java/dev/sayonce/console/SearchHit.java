package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.conversation.SearchWords.Snippet;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation in which something was found.
 *
 * @param where {@code name}, {@code number} (any other known fact) or {@code text}
 * @param n the number of the entry, of a text
 * @param snippet the words round it
 * @param mark where it stands in the snippet
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SearchHit(
    Summary summary,
    String where,
    Optional<Integer> n,
    String snippet,
    Mark mark,
    Optional<Instant> at) {

  /** From a character (inclusive) to a character (exclusive). */
  record Mark(int from, int to) {}

  static SearchHit fact(Summary summary, String where, Snippet snippet) {
    return of(summary, where, Optional.empty(), snippet, Optional.empty());
  }

  static SearchHit text(Summary summary, int n, Snippet snippet, Instant at) {
    return of(summary, "text", Optional.of(n), snippet, Optional.of(at));
  }

  private static SearchHit of(
      Summary summary, String where, Optional<Integer> n, Snippet snippet, Optional<Instant> at) {
    var mark = new Mark(snippet.from(), snippet.to());
    return new SearchHit(summary, where, n, snippet.text(), mark, at);
  }
}
