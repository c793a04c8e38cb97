package dev.sayonce.knowledge.evaluation;

import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.knowledge.Labels.Labelled;

/** A labelled question with what the knowledge made of it, and in what time. */
public record Asked(Labelled question, Understanding understood, double millis) {

  boolean isInScope() {
    return question.isInScope();
  }

  boolean isFirstRight() {
    return understood.guesses().stream()
        .limit(1)
        .anyMatch(g -> question.intent().filter(g.intent()::equals).isPresent());
  }

  boolean isAmongGuesses() {
    return understood.guesses().stream()
        .anyMatch(g -> question.intent().filter(g.intent()::equals).isPresent());
  }

  boolean isAnswered() {
    return understood.outcome() == Outcome.SURE;
  }

  boolean isAnsweredRight() {
    return isAnswered() && isFirstRight();
  }

  boolean isClarified() {
    return understood.outcome() == Outcome.WHICH;
  }

  boolean isHandedOver() {
    return understood.outcome() == Outcome.UNKNOWN;
  }

  boolean isSolved() {
    return isAnsweredRight() || isClarified() && isAmongGuesses();
  }

  /** What the question is about; only of one in scope. */
  Intent meant() {
    return question.intent().orElseThrow();
  }

  /** What it was taken for first; only where there was a guess. */
  Intent taken() {
    return understood.guesses().getFirst().intent();
  }

  /** The probability that was stated for the first guess. */
  double stated() {
    return understood.guesses().isEmpty() ? 0 : understood.guesses().getFirst().sure();
  }
}
