package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Content;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent said a customer's question was about, as it stands in the transcript.
 *
 * @param intent as {@link Intent#toString} writes it
 * @param question the customer's words
 */
public record AboutQuestion(String intent, String question) {

  private static final String CODE = "about";
  private static final String INTENT = "intent";
  private static final String QUESTION = "question";

  /** What the entry says, if it is one of these. */
  public static Optional<AboutQuestion> in(Entry entry) {
    return entry.content() instanceof Content.Notice(var code, var details) && code.equals(CODE)
        ? Optional.of(
            new AboutQuestion(details.getOrDefault(INTENT, ""), details.getOrDefault(QUESTION, "")))
        : Optional.empty();
  }

  void noticeIn(Draft draft, Agent agent) {
    draft.notice(CODE, Map.of("agent", agent.name(), INTENT, intent, QUESTION, question));
  }
}
