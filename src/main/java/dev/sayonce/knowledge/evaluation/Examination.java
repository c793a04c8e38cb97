package dev.sayonce.knowledge.evaluation;

import dev.sayonce.knowledge.Example;
import dev.sayonce.knowledge.Knowledge;
import dev.sayonce.knowledge.Labels;
import dev.sayonce.knowledge.Lessons;
import dev.sayonce.knowledge.meaning.Meaning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A knowledge is learned and asked questions whose answers it has never seen. */
public final class Examination {

  /** A gateway has been up for a while when the time of an answer matters. */
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  private static final String A_SLIP = "x";

  private final Knowledge knowledge;
  private final double trainMillis;

  public Examination(Lessons lessons, Optional<Meaning> meaning) {
    long began = System.nanoTime();
    knowledge = Knowledge.of(lessons, meaning);
    trainMillis = Asked.millisSince(began);
    warmUp(lessons.examples());
  }

  private void warmUp(List<Example> examples) {
    long began = System.nanoTime();
    for (int i = 0; !examples.isEmpty() && System.nanoTime() - began < WARM_UP.toNanos(); i++) {
      knowledge.understand(examples.get(i % examples.size()).text() + A_SLIP);
    }
  }

  public Evaluation on(Labels labels) {
    return Evaluation.of(asked(labels), trainMillis);
  }

  public List<Asked> asked(Labels labels) {
    return labels.questions().stream().map(question -> Asked.of(knowledge, question)).toList();
  }
}
