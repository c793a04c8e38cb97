package dev.sayonce.flow;

import dev.sayonce.flow.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of a flow. A new kind of step is a new record here, a branch in the schema and one in
 * the interpreter.
 */
public sealed interface Step {

  /**
   * Where a {@code goto} or {@code on-error} may always lead, if no step has this id: a person
   * takes over with everything known.
   */
  String TO_HUMAN = "to-human";

  /** What the step has a back end do, if it does. */
  default Optional<Call> calls() {
    return switch (this) {
      case Call call -> Optional.of(call);
      case Prove prove -> Optional.of(prove.sending());
      default -> Optional.empty();
    };
  }

  /** The author's name for this step, needed only where something goes to it. */
  Optional<String> id();

  /** The bot says something and goes on. */
  record Say(Optional<String> id, LocalText say) implements Step {}

  /** The bot asks for a slot and waits; skipped when the slot is known. */
  record Ask(Optional<String> id, String slot, LocalText say, Retry retry) implements Step {}

  /** The bot offers buttons and waits; the label typed is as good as pressed. */
  record Choice(Optional<String> id, Optional<String> slot, LocalText say, List<Option> options)
      implements Step {}

  /**
   * A back end does or tells something.
   *
   * @param action its name: {@code order.status}
   * @param as the name under which the flow knows the result
   * @param confirmed the slot whose yes the action needs
   * @param onError the step that follows where it fails, by the reason or the kind of failure;
   *     {@link #ELSE} for all the rest. Where none fits a person takes over
   */
  record Call(
      Optional<String> id,
      String action,
      Map<String, Operand> with,
      Optional<String> as,
      Optional<String> confirmed,
      Map<String, String> onError)
      implements Step {

    /** Where it goes on after any other failure. */
    public static final String ELSE = "else";

    /** The way of {@link #onError} for a failure. */
    public Optional<String> wayOf(Failure failure, String reason) {
      return Stream.of(reason, failure.word(), ELSE).filter(onError::containsKey).findFirst();
    }
  }

  /**
   * The customer proves who they are: a code is sent to the address on record, and they read it
   * back. Skipped by whom we know already.
   *
   * @param sending what sends it
   */
  record Prove(Optional<String> id, Call sending) implements Step {}

  /** Slots get values; an empty one is forgotten. In the order of the file. */
  record Set(Optional<String> id, Map<String, Optional<Operand>> values) implements Step {}

  /** The first way whose condition holds is taken; if none does, the next step follows. */
  record Branch(Optional<String> id, List<Way> ways) implements Step {}

  /** Another step follows. */
  record Goto(Optional<String> id, String target) implements Step {}

  /** Another flow runs from its beginning and comes back. */
  record Run(Optional<String> id, String flow) implements Step {}

  /**
   * Asks for a score from 0 to 10 and for the reason, once a case. Empty texts: the product's own
   * words.
   */
  record Survey(Optional<String> id, Optional<LocalText> say, Optional<LocalText> why)
      implements Step {}

  /**
   * A person takes over, with everything known. Ends the flow.
   *
   * @param complaint true if what was told is a complaint, which gets a number and a deadline
   */
  record Handoff(
      Optional<String> id, Optional<String> team, Optional<LocalText> say, boolean complaint)
      implements Step {}

  /** The process is over; of a flow that another one runs, this part of it. */
  record End(Optional<String> id, Outcome outcome) implements Step {}

  /**
   * A button: where it leads, or empty for the next step.
   *
   * @param also other words for it, by language
   */
  record Option(
      String id, LocalText label, Optional<String> goTo, Map<Language, List<String>> also) {}

  /** One way out of a branch; without a condition it is always open. */
  record Way(Optional<Expression> condition, String target) {}

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
