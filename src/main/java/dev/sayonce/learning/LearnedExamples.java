package dev.sayonce.learning;

import reactor.core.publisher.Mono;

/** The accepted examples as this gateway knows them, at hand without asking Redis. */
final class LearnedExamples {

  private final LearningStore store;
  private volatile Lesson lesson = Lesson.NONE;

  LearnedExamples(LearningStore store) {
    this.store = store;
  }

  Lesson lesson() {
    return lesson;
  }

  /** Learns what was accepted or withdrawn since, here or at another gateway. */
  Mono<Void> follow() {
    return Mono.defer(() -> store.lessonAfter(lesson.number()))
        .doOnNext(newer -> lesson = newer)
        .then();
  }
}
