package dev.sayonce.action;

/** What came of asking a back end, all tries together. */
sealed interface Reply {

  record Answered(Answer answer) implements Reply {}

  /**
   * No try brought an answer.
   *
   * @param mayBeDone true if one of them may have been carried out all the same
   */
  record Unanswered(boolean mayBeDone, String reason) implements Reply {}
}
