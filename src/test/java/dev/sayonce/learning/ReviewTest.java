package dev.sayonce.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.engine.Understander;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Shop;
import dev.sayonce.flow.talk.Line;
import dev.sayonce.flow.talk.Talk;
import dev.sayonce.flow.words.Plain;
import dev.sayonce.knowledge.Knowledge;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a new example would do to the old ones. */
class ReviewTest {

  private static final Intent COST = Intent.answer("delivery-cost");
  private static final Candidate MISPLACED =
      new Candidate(Intent.flow("return"), Language.EN, "the price of shipping");

  /** Means what the example with the most words in common means, if there are two at least. */
  private static Understander mostWords(FlowSet flows) {
    var all = new Examples(flows).all();
    return words ->
        all.stream()
            .max((a, b) -> Integer.compare(common(a, words), common(b, words)))
            .filter(best -> common(best, words) >= 2)
            .map(best -> sure(best.intent()))
            .orElse(Understanding.NOTHING);
  }

  private static int common(Candidate example, String words) {
    var common = new HashSet<>(Plain.tokens(example.text()));
    common.retainAll(Plain.tokens(words));
    return common.size();
  }

  private static Understanding sure(Intent intent) {
    return new Understanding(
        Outcome.SURE, List.of(new Guess(intent, 1)), Optional.empty(), Optional.empty());
  }

  private static Basis basis(Understander.Teacher teacher, Talk... tests) {
    return Basis.of(Shop.FLOWS, Lesson.NONE, teacher, List.of(tests));
  }

  private static Talk talk(String words, String answer) {
    var bot =
        new Line.Bot(
            2,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(answer),
            Optional.empty(),
            Optional.empty());
    return new Talk(
        words,
        "tests/shop.yaml",
        1,
        Language.EN,
        Optional.of(Instant.parse("2026-05-04T08:00:00Z")),
        Optional.empty(),
        Map.of(),
        List.of(new Line.User(1, words), bot));
  }

  @Test
  void everyExampleIsAskedOnceWhileItIsHeldBack() {
    var examination = new Examination(ReviewTest::exactly, Shop.FLOWS);
    assertThat(examination.questions()).hasSize(new Examples(Shop.FLOWS).all().size());
    assertThat(examination.with(List.of()))
        .as("who knows examples by heart only knows none that is held back")
        .allMatch(m -> m.outcome() == Outcome.UNKNOWN);
    var all = examination.questions();
    assertThat(examination.with(all))
        .as("what is held back can't be brought in again as it is")
        .hasSameSizeAs(all)
        .allMatch(m -> m.outcome() == Outcome.SURE);
  }

  private static Understander exactly(FlowSet flows) {
    var examples = new Examples(flows);
    return words -> examples.meaning(words).map(ReviewTest::sure).orElse(Understanding.NOTHING);
  }

  @Test
  void showsTheQuestionsAndTestsThatAMisplacedExampleWouldTake() {
    var test = talk("price of shipping", "delivery-cost");
    var basis = basis(ReviewTest::mostWords, test);
    assertThat(basis.passing()).as("it passes today").hasSize(1);

    var review = Reviewer.review(MISPLACED, basis, ReviewTest::mostWords);

    assertThat(review.worse())
        .as("price of delivery, what does shipping cost")
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.question().intent()).isEqualTo(COST);
              assertThat(change.after().intents()).containsExactly(MISPLACED.intent());
            });
    assertThat(review.tests())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.file()).isEqualTo("tests/shop.yaml");
              assertThat(broken.line()).isEqualTo(2);
            });
    assertThat(review.tried()).isEqualTo(new Examples(Shop.FLOWS).all().size());
    assertThat(review.basis()).isEqualTo(basis.name());
  }

  @Test
  void showsNothingWhereNothingChanges() {
    var fitting = new Candidate(Intent.flow("return"), Language.EN, "boots are going home");
    var review = Reviewer.review(fitting, basis(ReviewTest::mostWords), ReviewTest::mostWords);
    assertThat(review.worse()).isEmpty();
    assertThat(review.tests()).isEmpty();
    assertThat(review.today()).isEqualTo(new Meaning(Outcome.UNKNOWN, List.of()));
  }

  @Test
  void asksBackIsWorthMoreThanAPersonAndLessThanAnAnswer() {
    var right = new Meaning(Outcome.SURE, List.of(COST));
    var which = new Meaning(Outcome.WHICH, List.of(Intent.PERSON, COST));
    var person = new Meaning(Outcome.UNKNOWN, List.of());
    var wrong = new Meaning(Outcome.SURE, List.of(Intent.PERSON));
    assertThat(List.of(right, which, person, wrong))
        .extracting(m -> m.worth(COST))
        .containsExactly(3, 2, 1, 0);
  }

  @Test
  void theRealKnowledgeUnderstandsAnAcceptedExampleAtOnceAndAsAWhole() {
    var words = "I would rather not keep it";
    var learned = new Candidate(Intent.flow("return"), Language.EN, words);
    var before = Knowledge.of(Shop.FLOWS).understand(words);
    var after = Knowledge.of(new Examples(Shop.FLOWS).with(List.of(learned))).understand(words);
    assertThat(before.sure()).isNotEqualTo(Optional.of(learned.intent()));
    assertThat(after.sure()).hasValue(learned.intent());
  }
}
