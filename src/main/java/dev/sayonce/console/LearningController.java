package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import dev.sayonce.handoff.Titles;
import dev.sayonce.learning.Candidate;
import dev.sayonce.learning.Learned;
import dev.sayonce.learning.Learning;
import dev.sayonce.learning.LearningStore.Acceptance;
import dev.sayonce.learning.Meaning;
import dev.sayonce.learning.Proposal;
import dev.sayonce.learning.Review;
import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What is to be learned from customers' own words, for supervisors and admins. */
@RestController
@RequestMapping("/console/api/learning")
final class LearningController {

  /** A page asks again when this has passed; long tries go on meanwhile. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** An answer or flow. */
  record Titled(String id, LocalText title) {}

  /** Everything that there is to decide on, and what was accepted. */
  record Overview(
      List<ProposalLine> proposals,
      List<ExampleLine> examples,
      List<Titled> intents,
      List<Language> languages,
      boolean live) {}

  record ProposalLine(
      String id,
      Titled intent,
      Language language,
      String text,
      String source,
      String conversation,
      int times,
      Instant last) {}

  record ExampleLine(
      String id,
      Titled intent,
      Language language,
      String text,
      String by,
      Instant at,
      String place) {}

  /** An example as somebody wants it; {@code basis} once its review was shown. */
  record Wanted(
      Optional<String> intent,
      Optional<String> language,
      Optional<String> text,
      Optional<String> basis) {}

  /** {@code review} is absent while it is being tried out. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Tried(Optional<ReviewLine> review) {}

  record ReviewLine(
      MeaningLine today,
      List<ChangeLine> worse,
      List<ChangeLine> better,
      List<Review.BrokenTest> tests,
      int tried,
      String basis) {}

  record ChangeLine(
      String text, Language language, Titled intent, MeaningLine before, MeaningLine after) {}

  record MeaningLine(Outcome outcome, List<Titled> intents) {}

  private final Learning learning;
  private final FlowSets flows;

  LearningController(Learning learning, FlowSets flows) {
    this.learning = learning;
    this.flows = flows;
  }

  @GetMapping
  Mono<Overview> overview() {
    return learning.proposals().publishOn(Schedulers.boundedElastic()).map(this::overview);
  }

  private Overview overview(List<Proposal> proposals) {
    return new Overview(
        proposals.stream().map(this::line).toList(),
        learning.examples().reversed().stream().map(this::line).toList(),
        learning.intents().stream().map(this::titled).toList(),
        flows.active().company().languages(),
        learning.isFresh());
  }

  private ProposalLine line(Proposal proposal) {
    var c = proposal.candidate();
    return new ProposalLine(
        c.id(),
        titled(c.intent()),
        c.language(),
        c.text(),
        word(proposal.source()),
        proposal.conversation(),
        proposal.times(),
        proposal.last());
  }

  private ExampleLine line(Learned example) {
    var c = example.candidate();
    return new ExampleLine(
        example.id(),
        titled(c.intent()),
        c.language(),
        c.text(),
        example.by(),
        example.at(),
        word(learning.place(example)));
  }

  private Titled titled(Intent intent) {
    return new Titled(intent.toString(), Titles.intent(intent, flows.active()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Tries an example out; asked again it answers for the same try. */
  @PostMapping("/proposals/{id}/review")
  Mono<Tried> review(@PathVariable String id, @RequestBody Wanted wanted) {
    return candidate(wanted)
        .flatMap(learning::review)
        .map(review -> new Tried(Optional.of(line(review))))
        .timeout(PATIENCE, Mono.just(new Tried(Optional.empty())));
  }

  private ReviewLine line(Review review) {
    return new ReviewLine(
        line(review.today()),
        review.worse().stream().map(this::line).toList(),
        review.better().stream().map(this::line).toList(),
        review.tests(),
        review.tried(),
        review.basis());
  }

  private ChangeLine line(Review.Change change) {
    var question = change.question();
    return new ChangeLine(
        question.text(),
        question.language(),
        titled(question.intent()),
        line(change.before()),
        line(change.after()));
  }

  private MeaningLine line(Meaning meaning) {
    return new MeaningLine(
        meaning.outcome(), meaning.intents().stream().map(this::titled).toList());
  }

  @PostMapping("/proposals/{id}/accept")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> accept(
      @PathVariable String id, @RequestBody Wanted wanted, @AuthenticationPrincipal SignedIn who) {
    return candidate(wanted)
        .flatMap(c -> learning.accept(id, c, who.account().name(), wanted.basis().orElse("")))
        .doOnNext(LearningController::refuseUnlessAccepted)
        .then();
  }

  private static void refuseUnlessAccepted(Acceptance acceptance) {
    switch (acceptance) {
      case ACCEPTED -> {}
      case GONE -> throw gone();
      case CHANGED ->
          throw new Refusal(
              HttpStatus.CONFLICT, "review-again", "Something else was learned since the review.");
      case FULL ->
          throw new Refusal(
              HttpStatus.CONFLICT, "learned-enough", "Bring some examples into the files first.");
    }
  }

  private static Refusal gone() {
    return new Refusal(HttpStatus.NOT_FOUND, "no-proposal", "There is no such proposal any more.");
  }

  private Mono<Candidate> candidate(Wanted wanted) {
    return Mono.fromCallable(() -> checked(wanted)).subscribeOn(Schedulers.boundedElastic());
  }

  private Candidate checked(Wanted wanted) {
    var candidate =
        new Candidate(
            wanted
                .intent()
                .filter(Intent::isIntent)
                .map(Intent::parse)
                .orElseThrow(() -> invalid("intent")),
            wanted
                .language()
                .filter(l -> l.matches("[a-z]{2}"))
                .map(Language::new)
                .orElseThrow(() -> invalid("language")),
            wanted
                .text()
                .map(t -> t.strip().replaceAll("[\\s\\p{Cc}]+", " "))
                .orElseThrow(() -> invalid("text")));
    learning.objection(candidate).ifPresent(objection -> object(objection, candidate));
    return candidate;
  }

  private void object(Learning.Objection objection, Candidate candidate) {
    throw switch (objection) {
      case NO_INTENT -> invalid("intent");
      case NO_LANGUAGE -> invalid("language");
      case SIZE -> invalid("text");
      case PERSONAL ->
          new Refusal(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "personal-data",
              "Leave out numbers, addresses and whatever else is one customer's alone.");
      case TAKEN ->
          new Refusal(
                  HttpStatus.CONFLICT, "words-taken", "These words stand for something already.")
              .with("intent", learning.meaning(candidate.text()).map(this::titled).orElseThrow());
    };
  }

  private static Refusal invalid(String field) {
    return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "This is no example.")
        .with("field", field);
  }

  @PostMapping("/proposals/{id}/refuse")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> refuse(@PathVariable String id) {
    return learning.refuse(id).filter(done -> done).switchIfEmpty(Mono.error(gone())).then();
  }

  record Ids(List<String> ids) {}

  @PostMapping("/examples/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> withdraw(@RequestBody Ids wanted) {
    return learning.withdraw(wanted.ids()).then();
  }
}
