package dev.sayonce.action;

import java.util.Map;

/** What a back end answered. */
sealed interface Answer {

  /** Well: the values by the names of the outputs. */
  record Good(Map<String, Object> values) implements Answer {}

  /** It will not, for a reason that the catalogue knows. */
  record Refused(String reason) implements Answer {}

  /**
   * It makes no sense.
   *
   * @param mayBeDone true if it sounds as if something was done
   */
  record Bad(String reason, boolean mayBeDone) implements Answer {}
}
