package dev.sayonce.learning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.Understander;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.talk.Talk;
import dev.sayonce.learning.Review.BrokenTest;
import dev.sayonce.learning.Review.Change;
import dev.sayonce.rehearsal.Played;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tries a new example out before it takes effect: all examples are asked again, and the authors'
 * tests played, without it and with it. Takes some seconds of one core; nobody's questions wait for
 * it.
 */
final class Reviewer {

  private static final int MOST_WAITING = 16;
  private static final int MOST_KEPT = 64;
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Understander.Teacher teacher;
  private final LearnedExamples learned;
  private final FlowSets sets;
  private final Function<FlowSet, List<Talk>> tests;
  private final Scheduler scheduler =
      Schedulers.newBoundedElastic(1, MOST_WAITING, "reviewing", 60, true);
  private final Cache<Draft, Mono<Review>> reviews =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

  /** Stays the same from one proposal to the next, till something is accepted. */
  private final Cache<String, Basis> bases =
      Caffeine.newBuilder().maximumSize(1).expireAfterAccess(KEPT).build();

  /**
   * @param teacher who teaches a set and nothing else
   * @param tests the authors' tests of a set
   */
  Reviewer(
      Understander.Teacher teacher,
      LearnedExamples learned,
      FlowSets sets,
      Function<FlowSet, List<Talk>> tests) {
    this.teacher = teacher;
    this.learned = learned;
    this.sets = sets;
    this.tests = tests;
  }

  private record Draft(Candidate candidate, String basis) {}

  /** What would come of the example; asked again it is the same try, under way or done. */
  Mono<Review> review(Candidate candidate) {
    var flows = sets.active();
    var lesson = learned.lesson();
    var draft = new Draft(candidate, Basis.name(flows, lesson));
    return reviews.get(draft, _ -> begin(candidate, flows, lesson, draft));
  }

  private Mono<Review> begin(Candidate candidate, FlowSet flows, Lesson lesson, Draft draft) {
    return Mono.fromCallable(() -> review(candidate, basis(flows, lesson), teacher))
        .subscribeOn(scheduler)
        .doOnError(_ -> reviews.invalidate(draft))
        .cache();
  }

  private Basis basis(FlowSet flows, Lesson lesson) {
    return bases.get(
        Basis.name(flows, lesson), _ -> Basis.of(flows, lesson, teacher, tests.apply(flows)));
  }

  static Review review(Candidate candidate, Basis basis, Understander.Teacher teacher) {
    var changes = changes(candidate, basis);
    return new Review(
        Meaning.of(basis.whole().understand(candidate.text())),
        changes.stream().filter(c -> c.worth() < 0).toList(),
        changes.stream().filter(c -> c.worth() > 0).toList(),
        brokenTests(candidate, basis, teacher),
        basis.examination().questions().size(),
        basis.name());
  }

  /** The worst first. */
  private static List<Change> changes(Candidate candidate, Basis basis) {
    var questions = basis.examination().questions();
    var after = basis.examination().with(List.of(candidate));
    return IntStream.range(0, questions.size())
        .mapToObj(i -> new Change(questions.get(i), basis.meanings().get(i), after.get(i)))
        .filter(change -> change.worth() != 0 && change.concerns(candidate.intent()))
        .sorted(Comparator.comparingInt(Change::worth))
        .toList();
  }

  private static List<BrokenTest> brokenTests(
      Candidate candidate, Basis basis, Understander.Teacher teacher) {
    var flows = new Examples(basis.flows()).with(List.of(candidate));
    return Basis.play(flows, teacher.teach(flows), basis.passing()).stream()
        .flatMap(played -> played.failure().map(f -> broken(played, f)).stream())
        .toList();
  }

  private static BrokenTest broken(Played played, Played.Failure failure) {
    var talk = played.talk();
    return new BrokenTest(
        talk.name(), talk.file(), failure.line(), failure.expected(), failure.got());
  }

  void close() {
    scheduler.dispose();
  }
}
