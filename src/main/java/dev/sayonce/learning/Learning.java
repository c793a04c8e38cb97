package dev.sayonce.learning;

import dev.sayonce.conversation.Intent;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.FlowSet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What people decide about customers' own words. */
public final class Learning {

  private final LearningStore store;
  private final LearnedExamples learned;
  private final Following following;
  private final Reviewer reviewer;
  private final FlowSets flows;
  private final Export export;
  private final Clock clock;

  Learning(
      LearningStore store,
      LearnedExamples learned,
      Following following,
      Reviewer reviewer,
      FlowSets flows,
      Export export,
      Clock clock) {
    this.store = store;
    this.learned = learned;
    this.following = following;
    this.reviewer = reviewer;
    this.flows = flows;
    this.export = export;
    this.clock = clock;
  }

  /** Where an accepted example stands. */
  public enum Place {
    /** It is understood by everybody who has caught up, and not in the files yet. */
    LEARNED,
    /** The files have it: it may be withdrawn. */
    IN_FILES,
    /** Its answer is gone, or the files use its words for something else. */
    WITHOUT_EFFECT
  }

  /** Why an example can't be accepted. */
  public enum Objection {
    /** Nobody asks for that answer or flow, or it is gone. */
    NO_INTENT,
    NO_LANGUAGE,
    /** Too short or too long for an example. */
    SIZE,
    /** There is a number or an address in it. */
    PERSONAL,
    /** These words stand for something already. */
    TAKEN
  }

  public Mono<List<Proposal>> proposals() {
    return store.proposals(clock.instant()).collectList();
  }

  public List<Learned> examples() {
    return learned.lesson().examples();
  }

  /** True if this gateway understands all that was accepted. */
  public boolean isFresh() {
    return flows.isFresh();
  }

  public Place place(Learned example) {
    var files = new Examples(flows.active());
    var meaning = files.meaning(example.candidate().text());
    if (meaning.isEmpty()) {
      return files.isAskedFor(example.candidate().intent()) ? Place.LEARNED : Place.WITHOUT_EFFECT;
    }
    return meaning.filter(example.candidate().intent()::equals).isPresent()
        ? Place.IN_FILES
        : Place.WITHOUT_EFFECT;
  }

  /** What customers may ask for by their own words. */
  public List<Intent> intents() {
    return new Examples(flows.active()).intents().toList();
  }

  /** What speaks against the example whatever it would do to others. */
  public Optional<Objection> objection(Candidate candidate) {
    var now = known();
    if (!new Examples(now).isAskedFor(candidate.intent())) {
      return Optional.of(Objection.NO_INTENT);
    }
    if (!now.company().languages().contains(candidate.language())) {
      return Optional.of(Objection.NO_LANGUAGE);
    }
    if (!Harvest.isExampleSized(candidate.text())) {
      return Optional.of(Objection.SIZE);
    }
    if (!PersonalData.isNoneIn(candidate.text())) {
      return Optional.of(Objection.PERSONAL);
    }
    return meaning(candidate.text()).map(_ -> Objection.TAKEN);
  }

  /** What these very words stand for already. */
  public Optional<Intent> meaning(String words) {
    return new Examples(known()).meaning(words);
  }

  private FlowSet known() {
    return new Examples(flows.active())
        .with(learned.lesson().examples().stream().map(Learned::candidate).toList());
  }

  /** What would come of the example; takes seconds the first time. */
  public Mono<Review> review(Candidate candidate) {
    return reviewer.review(candidate);
  }

  /**
   * Accepts a proposal, as it is or changed.
   *
   * @param basis of the review that was shown
   */
  public Mono<LearningStore.Acceptance> accept(
      String proposal, Candidate as, String by, String basis) {
    var lesson = learned.lesson();
    return basis.equals(Basis.name(flows.active(), lesson))
        ? store
            .accept(proposal, new Learned(as, by, clock.instant()), lesson.number())
            .doOnNext(_ -> following.nudge())
        : Mono.just(LearningStore.Acceptance.CHANGED);
  }

  /** False if there is no such proposal. */
  public Mono<Boolean> refuse(String proposal) {
    return store.refuse(proposal, clock.instant());
  }

  /** Takes accepted examples back; how many there were of them. */
  public Mono<Long> withdraw(List<String> ids) {
    return store.withdraw(ids).doOnNext(_ -> following.nudge());
  }

  /** A diff that brings what was learned into the files that serve; empty if they have it all. */
  public String diff() {
    return export.diff(flows.active(), examples());
  }
}
