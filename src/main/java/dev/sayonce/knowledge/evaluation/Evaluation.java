package dev.sayonce.knowledge.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The figures of a knowledge on labelled questions; shares are between 0 and 1 and empty where
 * there is nothing to share.
 *
 * @param inScopeAccuracy the first guess is right, before any decision
 * @param inScopeTop3 one of the first three guesses is right, before any decision
 * @param oosRecall of what must not be answered, what was not
 * @param oosPrecision of what was not answered, what must not be
 * @param overallAccuracy answered right, or rightly not answered
 * @param answered of the questions in scope, as all that follow: an answer was given
 * @param answeredRight the right one
 * @param clarified the customer was asked which of a few is meant
 * @param clarifiedHasRight and the right one was among them
 * @param handedOver a person was called
 * @param solved answered right, or the right button was there
 * @param calibrationError how far, on average, the stated probability is from the truth
 * @param queryMillisP50 the time that understanding takes, of half of the questions
 * @param trainMillis the time that learning takes
 */
public record Evaluation(
    Optional<Double> inScopeAccuracy,
    Optional<Double> inScopeTop3,
    Optional<Double> oosRecall,
    Optional<Double> oosPrecision,
    Optional<Double> overallAccuracy,
    Optional<Double> answered,
    Optional<Double> answeredRight,
    Optional<Double> clarified,
    Optional<Double> clarifiedHasRight,
    Optional<Double> handedOver,
    Optional<Double> solved,
    Optional<Double> calibrationError,
    Optional<Double> queryMillisP50,
    Optional<Double> queryMillisP99,
    double trainMillis) {

  static Evaluation of(List<Asked> asked, double trainMillis) {
    var inScope = asked.stream().filter(Asked::isInScope).toList();
    var outOfScope = asked.stream().filter(a -> !a.isInScope()).toList();
    var unanswered = asked.stream().filter(a -> !a.isAnswered()).toList();
    return new Evaluation(
        share(inScope, Asked::isLikeliest),
        share(inScope, Asked::isAmongLikeliest),
        share(outOfScope, a -> !a.isAnswered()),
        share(unanswered, a -> !a.isInScope()),
        share(asked, a -> a.isInScope() ? a.isAnsweredRight() : !a.isAnswered()),
        share(inScope, Asked::isAnswered),
        share(inScope, Asked::isAnsweredRight),
        share(inScope, Asked::isClarified),
        share(inScope, a -> a.isClarified() && a.isAmongGuesses()),
        share(inScope, Asked::isHandedOver),
        share(inScope, Asked::isSolved),
        Reliability.of(asked).error(),
        quantile(asked, 0.5),
        quantile(asked, 0.99),
        rounded(trainMillis));
  }

  private static Optional<Double> share(List<Asked> of, Predicate<Asked> holds) {
    return of.isEmpty()
        ? Optional.empty()
        : Optional.of(rounded((double) of.stream().filter(holds).count() / of.size()));
  }

  private static Optional<Double> quantile(List<Asked> asked, double part) {
    var millis = asked.stream().mapToDouble(Asked::millis).sorted().toArray();
    return millis.length == 0
        ? Optional.empty()
        : Optional.of(rounded(millis[(int) Math.ceil(part * millis.length) - 1]));
  }

  static double rounded(double number) {
    return Math.round(number * 10_000) / 10_000.0;
  }
}
