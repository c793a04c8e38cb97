package dev.sayonce.cli;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.Problem;
import dev.sayonce.knowledge.Lessons;
import dev.sayonce.knowledge.evaluation.Confusion;
import dev.sayonce.knowledge.evaluation.HeldBack;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well a company's examples stand for themselves: each is asked as if nobody had written it.
 *
 * @param confusions the pairs of intents that were taken for each other, the worst first
 */
record TriedOut(FlowSet set, ExamplePlaces places, HeldBack heldBack, List<Confusion> confusions) {

  /** So many answers to the wrong question, of all examples of both, are no accident. */
  private static final double WORTH_A_WARNING = 0.1;

  private static final int LEAST_ANSWERED = 3;

  private static final int MOST_WARNINGS = 5;

  static TriedOut of(FlowSet set) {
    var heldBack = HeldBack.in(Lessons.in(set));
    var places = new ExamplePlaces(set);
    var confused =
        Confusion.in(heldBack).stream()
            .filter(c -> places.isOwn(c.one()) || places.isOwn(c.other()))
            .toList();
    return new TriedOut(set, places, heldBack, confused);
  }

  /** Where there are too few examples, and the worst confused pairs. */
  List<Problem> warnings() {
    return Stream.concat(new FewExamples(set, places).warnings().stream(), confused()).toList();
  }

  /** Each at the example that is taken most surely for another's. */
  private Stream<Problem> confused() {
    return confusions.stream().filter(this::isBad).limit(MOST_WARNINGS).map(this::warning);
  }

  private boolean isBad(Confusion confusion) {
    return confusion.answered() >= LEAST_ANSWERED
        && confusion.answered() >= WORTH_A_WARNING * heldBack.examplesOf(confusion);
  }

  private Problem warning(Confusion confusion) {
    var worst = confusion.examples().getFirst();
    var taken = worst.intent().equals(confusion.one()) ? confusion.other() : confusion.one();
    var message =
        ("Without itself “%s” would be answered as `%s`; %d more examples of the two are confused."
                + " Write more that tell them apart, or make one of both.")
            .formatted(worst.text(), taken.id(), confusion.times() - 1);
    return places.warning(worst.text(), worst.intent(), message);
  }
}
