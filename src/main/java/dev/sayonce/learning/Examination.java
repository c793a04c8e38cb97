package dev.sayonce.learning;

import dev.sayonce.engine.Understander;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.words.Plain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Asks every example as if nobody had written it: knowledge is taught without a part of the
 * examples, is asked for that part, and so with each part in turn. The parts are the same whatever
 * is added, so that two results differ by the addition alone.
 */
final class Examination {

  private static final int PARTS = 3;

  private final Understander.Teacher teacher;
  private final FlowSet flows;
  private final List<Candidate> questions;
  private final Map<String, Integer> parts = new HashMap<>();

  /**
   * @param flows with everything that was learned so far
   */
  Examination(Understander.Teacher teacher, FlowSet flows) {
    this.teacher = teacher;
    this.flows = flows;
    this.questions = new Examples(flows).all();
    deal();
  }

  /** Of each answer and language every part gets some. */
  private void deal() {
    var counts = new HashMap<String, Integer>();
    for (var question : questions) {
      var group = question.intent() + " " + question.language();
      int number = counts.merge(group, 1, Integer::sum);
      parts.put(key(question), Math.floorMod(number + group.hashCode(), PARTS));
    }
  }

  private static String key(Candidate question) {
    return question.intent() + " " + Plain.words(question.text());
  }

  List<Candidate> questions() {
    return questions;
  }

  /** What is made of each question, in their order, with more examples that are never held back. */
  List<Meaning> with(List<Candidate> more) {
    var taught =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> teacher.teach(new Examples(without(part)).with(more)))
            .toList();
    return questions.stream()
        .map(q -> Meaning.of(taught.get(part(q)).understand(q.text())))
        .toList();
  }

  private FlowSet without(int part) {
    return new Examples(flows).without(example -> part(example) == part);
  }

  private int part(Candidate question) {
    return parts.getOrDefault(key(question), 0);
  }
}
