package dev.sayonce.flow.talk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of a {@link Talk}: something that happens, or something that must have followed. */
public sealed interface Line {

  /** Where it stands in the file, from 1. */
  int line();

  /** The customer writes. */
  record User(int line, String text) implements Line {}

  /** The customer presses the button of that id or label. */
  record Press(int line, String button) implements Line {}

  /** Time passes, and what was set to it goes off. */
  record Wait(int line, Duration time) implements Line {}

  /**
   * The bot has answered so; everything that is given must hold of one message, later ones may have
   * followed.
   *
   * @param says the exact words
   * @param contains words that stand in it
   * @param asks the slot that it now waits for
   * @param answer the answer that was given
   * @param flow the flow that was begun
   * @param buttons ids or labels of the buttons under the message, in order
   */
  record Bot(
      int line,
      Optional<String> says,
      Optional<String> contains,
      Optional<String> asks,
      Optional<String> answer,
      Optional<String> flow,
      Optional<List<String>> buttons)
      implements Line {}

  /** The case is in line for a person. */
  record Handoff(
      int line, Optional<String> team, Optional<String> reason, Map<String, Optional<String>> slots)
      implements Line {}

  /** The process has ended so. */
  record End(int line, Outcome outcome) implements Line {}

  /** These facts are known; an empty value: that fact is not known. */
  record Slots(int line, Map<String, Optional<String>> slots) implements Line {}

  /** A call was made with these arguments. */
  record Called(int line, String action, Map<String, String> with) implements Line {}

  /** How a process may end. */
  enum Outcome {
    RESOLVED,
    OPEN,
    ABANDONED
  }
}
