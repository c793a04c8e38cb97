package dev.sayonce.learning;

import dev.sayonce.engine.Understander;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.talk.Talk;
import dev.sayonce.rehearsal.Played;
import dev.sayonce.rehearsal.TalkPlayer;
import java.util.List;

/**
 * What is understood now: the files with everything that was learned, how each example fares when
 * it is held back, and how the authors' tests go.
 *
 * @param name another one for other files and for another lesson
 * @param flows with everything that was learned
 */
record Basis(
    String name,
    FlowSet flows,
    Understander whole,
    Examination examination,
    List<Meaning> meanings,
    List<Played> played) {

  private static final int SHORT_HASH = 12;

  static String name(FlowSet flows, Lesson lesson) {
    var hash = flows.hash();
    return "%s.%d"
        .formatted(hash.substring(0, Math.min(SHORT_HASH, hash.length())), lesson.number());
  }

  /** Takes as long as teaching a few times. */
  static Basis of(FlowSet files, Lesson lesson, Understander.Teacher teacher, List<Talk> tests) {
    var flows =
        new Examples(files).with(lesson.examples().stream().map(Learned::candidate).toList());
    var whole = teacher.teach(flows);
    var examination = new Examination(teacher, flows);
    return new Basis(
        name(files, lesson),
        flows,
        whole,
        examination,
        examination.with(List.of()),
        play(flows, whole, tests));
  }

  static List<Played> play(FlowSet flows, Understander whole, List<Talk> tests) {
    var player = new TalkPlayer(flows, whole);
    return tests.stream().map(player::play).toList();
  }

  /** The tests that pass. */
  List<Talk> passing() {
    return played.stream().filter(Played::passed).map(Played::talk).toList();
  }
}
