package dev.sayonce.flow;

import java.util.List;
import java.util.Optional;

/**
 * One step of a flow. A new kind of step is a new record here, a branch in the schema and one in
 * the interpreter.
 */
public sealed interface Step {

  /** The author's name for this step, needed only where something goes to it. */
  Optional<String> id();

  /** The bot says something and goes on. */
  record Say(Optional<String> id, LocalText say) implements Step {}

  /** The bot asks for a slot and waits; skipped when the slot is known. */
  record Ask(Optional<String> id, String slot, LocalText say, Retry retry) implements Step {}

  /** The bot offers buttons and waits; the label typed is as good as pressed. */
  record Choice(Optional<String> id, Optional<String> slot, LocalText say, List<Option> options)
      implements Step {}

  /** A person takes over, with everything known. Ends the flow. */
  record Handoff(Optional<String> id, Optional<String> team, Optional<LocalText> say)
      implements Step {}

  /** The process is over. */
  record End(Optional<String> id, Outcome outcome) implements Step {}

  /** A button: where it leads, or empty for the next step. */
  record Option(String id, LocalText label, Optional<String> goTo) {}

  /**
   * What happens to an answer that does not fit.
   *
   * @param max how often the customer may try again before a person takes over, 0 to 5
   * @param say what the bot says then; empty: it asks in the same words
   */
  record Retry(int max, Optional<LocalText> say) {
    public static final Retry DEFAULT = new Retry(2, Optional.empty());
  }

  /**
   * How a process ends: the customer agreed that the case is solved, or the talk simply goes on.
   */
  enum Outcome {
    RESOLVED,
    OPEN
  }
}
