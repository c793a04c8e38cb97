package dev.sayonce.flow.slot;

import java.util.Locale;
import java.util.Optional;

/** What values a slot takes. Values are kept as text in one form only, whatever was written. */
public sealed interface SlotType
    permits TextSlot,
        ShapedSlot,
        NumberSlot,
        DateSlot,
        TimeSlot,
        PhoneSlot,
        EmailSlot,
        ReachSlot,
        MoneySlot,
        YesNoSlot,
        ChoiceSlot {

  int LONGEST_VALUE = 500;

  /** The value in a customer's words, or empty if there is none. */
  Optional<Found> find(Heard heard);

  /** A value that was computed or written by an author, as it is kept; empty if it is none. */
  Optional<String> normal(Object value);

  /** A kept value as conditions compare it: a text, a double, true or false. */
  default Object value(String kept) {
    return kept;
  }

  /** A kept value as people of that language write it. */
  default String shown(String kept, Locale locale) {
    return kept;
  }

  /** A value to show whose answer did not fit, where the author gave none. */
  default Optional<String> example(Locale locale) {
    return Optional.empty();
  }

  /**
   * The upper-case letters and figures that every value begins with; none if that can't be told.
   */
  default String beginning() {
    return "";
  }

  /**
   * Whether a value may be taken from words that were said before anybody asked for it: it can't
   * well be mistaken for anything else.
   */
  default Pick pick() {
    return Pick.NEVER;
  }

  /** How a value may be taken from words that are not an answer. */
  enum Pick {
    /** It is what it looks like. */
    FOR_SURE,
    /** It probably is; the customer is asked to confirm it. */
    AS_A_GUESS,
    NEVER
  }
}
