package dev.sayonce.learning;

import dev.sayonce.engine.Understander;
import dev.sayonce.flow.FlowSet;

/** Teaches a set together with what was learned from customers since its authors wrote it. */
final class LearningTeacher implements Understander.Teacher {

  private final Understander.Teacher teacher;
  private final LearnedExamples learned;

  LearningTeacher(Understander.Teacher teacher, LearnedExamples learned) {
    this.teacher = teacher;
    this.learned = learned;
  }

  @Override
  public Understander teach(FlowSet flows) {
    var more = learned.lesson().examples().stream().map(Learned::candidate).toList();
    return teacher.teach(new Examples(flows).with(more));
  }

  @Override
  public long lesson() {
    return learned.lesson().number();
  }
}
