package dev.sayonce.knowledge.evaluation;

import dev.sayonce.knowledge.Knowledge;
import dev.sayonce.knowledge.Labels;
import dev.sayonce.knowledge.Lessons;
import dev.sayonce.knowledge.meaning.Meaning;
import java.util.List;
import java.util.Optional;

/** A knowledge is learned and asked questions whose answers it has never seen. */
public final class Examination {

  private static final int WARM = 300;

  private final Knowledge knowledge;
  private final double trainMillis;

  public Examination(Lessons lessons, Optional<Meaning> meaning) {
    long began = System.nanoTime();
    knowledge = Knowledge.of(lessons, meaning);
    trainMillis = Asked.millisSince(began);
    // A gateway has been up for a while when the time of an answer matters.
    lessons.examples().stream().limit(WARM).forEach(e -> knowledge.understand(e.text() + " x"));
  }

  public Evaluation on(Labels labels) {
    return Evaluation.of(asked(labels), trainMillis);
  }

  public List<Asked> asked(Labels labels) {
    return labels.questions().stream().map(question -> Asked.of(knowledge, question)).toList();
  }
}
