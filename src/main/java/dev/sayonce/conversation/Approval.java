package dev.sayonce.conversation;

import java.time.Instant;
import java.util.Map;

/**
 * An action that an agent wants run beyond their own limits: it waits for the word of somebody who
 * may.
 *
 * @param entry the number of the line that asks for it, by which it is known in its conversation
 * @param with what the action is given, as it is kept
 * @param shown the same as people may see it
 * @param by who wants it
 * @param why in their words
 */
public record Approval(
    int entry,
    String action,
    Map<String, String> with,
    String shown,
    Agent by,
    String why,
    Instant at) {

  public Approval {
    with = Map.copyOf(with);
  }
}
