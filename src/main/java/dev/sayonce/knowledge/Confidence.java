package dev.sayonce.knowledge;

import dev.sayonce.knowledge.Calibrator.Trial;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How sure something is of the intents that were found. Words that a model of meaning knows leave
 * more signals than others: each kind is judged by a calibrator of its own.
 */
final class Confidence {

  private final Map<Integer, Calibrator> bySignals;

  private Confidence(List<Trial> trials, Predicate<Trial> came) {
    bySignals =
        trials.stream()
            .collect(
                Collectors.groupingBy(
                    trial -> trial.signals().length,
                    Collectors.collectingAndThen(
                        Collectors.toList(), some -> Calibrator.train(some, came))));
  }

  /** That the first intent is right. */
  static Confidence inFirst(List<Trial> trials) {
    return new Confidence(trials, Trial::right);
  }

  /** That one of the first three is right: whether it is worth asking. */
  static Confidence inThree(List<Trial> trials) {
    return new Confidence(trials, Trial::among);
  }

  /** Of what was never tried nothing is sure. */
  double of(Evidence evidence) {
    var calibrator = bySignals.get(evidence.signals().length);
    return calibrator == null ? 0 : calibrator.probability(evidence.signals());
  }
}
