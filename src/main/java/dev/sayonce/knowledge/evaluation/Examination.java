package dev.sayonce.knowledge.evaluation;

import dev.sayonce.knowledge.Knowledge;
import dev.sayonce.knowledge.Labels;
import dev.sayonce.knowledge.Labels.Labelled;
import dev.sayonce.knowledge.Lessons;
import dev.sayonce.knowledge.meaning.Meaning;
import java.util.List;
import java.util.Optional;

/** A knowledge is learned and asked questions whose answers it has never seen. */
public final class Examination {

  private static final int WARM = 300;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Knowledge knowledge;
  private final double trainMillis;

  public Examination(Lessons lessons, Optional<Meaning> meaning) {
    long began = System.nanoTime();
    knowledge = Knowledge.of(lessons, meaning);
    trainMillis = since(began);
    // A gateway has been up for a while when the time of an answer matters.
    lessons.examples().stream().limit(WARM).forEach(e -> knowledge.understand(e.text() + " x"));
  }

  public Evaluation on(Labels labels) {
    return Evaluation.of(asked(labels), trainMillis);
  }

  public List<Asked> asked(Labels labels) {
    return labels.questions().stream().map(this::asked).toList();
  }

  private Asked asked(Labelled question) {
    long began = System.nanoTime();
    var understood = knowledge.understand(question.text());
    return new Asked(question, understood, since(began));
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / NANOS_PER_MILLI;
  }
}
