package dev.sayonce.knowledge.evaluation;

import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.knowledge.Insight;
import dev.sayonce.knowledge.Knowledge;
import dev.sayonce.knowledge.Labels.Labelled;
import java.util.stream.Stream;

/**
 * A labelled question with what the knowledge made of it.
 *
 * @param millis the time that it took
 */
public record Asked(Labelled question, Insight insight, double millis) {

  private static final double NANOS_PER_MILLI = 1e6;

  static Asked of(Knowledge knowledge, Labelled question) {
    long began = System.nanoTime();
    var insight = knowledge.consider(question.text());
    return new Asked(question, insight, millisSince(began));
  }

  static double millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / NANOS_PER_MILLI;
  }

  /** What was decided. */
  public Understanding understood() {
    return insight.understood();
  }

  boolean isLikeliest() {
    return isAmong(insight.likeliest().stream().limit(1));
  }

  boolean isAmongLikeliest() {
    return isAmong(insight.likeliest().stream());
  }

  private boolean isAmong(Stream<Guess> guesses) {
    return guesses.anyMatch(g -> question.intent().filter(g.intent()::equals).isPresent());
  }

  boolean isInScope() {
    return question.isInScope();
  }

  boolean isFirstRight() {
    return isAmong(understood().guesses().stream().limit(1));
  }

  boolean isAmongGuesses() {
    return isAmong(understood().guesses().stream());
  }

  boolean isAnswered() {
    return understood().outcome() == Outcome.SURE;
  }

  boolean isAnsweredRight() {
    return isAnswered() && isFirstRight();
  }

  boolean isClarified() {
    return understood().outcome() == Outcome.WHICH;
  }

  boolean isHandedOver() {
    return understood().outcome() == Outcome.UNKNOWN;
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
    return understood().guesses().getFirst().intent();
  }

  /** The probability that was stated for the first guess. */
  double stated() {
    return understood().guesses().isEmpty() ? 0 : understood().guesses().getFirst().sure();
  }
}
