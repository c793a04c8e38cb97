package dev.sayonce.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.Turn;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a talk teaches, with the real machine. */
class HarvestTest {

  private final Talk talk = new Talk();
  private final List<Entry> transcript = new ArrayList<>();

  private Turn keep(Turn turn) {
    transcript.addAll(turn.entries());
    return turn;
  }

  private Optional<Sighting> found(Turn turn) {
    var harvest = new Harvest(turn.next(), Shop.FLOWS);
    return turn.entries().stream()
        .flatMap(
            entry ->
                Harvest.pressed(entry)
                    .flatMap(pressed -> harvest.pressed(pressed, transcript))
                    .or(() -> harvest.told(entry))
                    .stream())
        .findFirst();
  }

  @Test
  void aPressedButtonSaysWhatTheWordsBeforeItMeant() {
    keep(talk.says(Talk.VAGUE));

    var found = found(keep(talk.presses(talk.prompt(), "answer:delivery-cost")));

    assertThat(found)
        .hasValueSatisfying(
            s -> {
              assertThat(s.candidate())
                  .isEqualTo(
                      new Candidate(Intent.answer("delivery-cost"), Language.EN, Talk.VAGUE));
              assertThat(s.source()).isEqualTo(Proposal.Source.PRESSED);
              assertThat(s.conversation()).isEqualTo(talk.current().id().value());
            });
  }

  @Test
  void theSameOccasionHasTheSameMark() {
    keep(talk.says(Talk.VAGUE));
    var turn = keep(talk.presses(talk.prompt(), "answer:delivery-cost"));
    assertThat(found(turn)).isEqualTo(found(turn));
  }

  @Test
  void aButtonOfAFlowTeachesNothing() {
    keep(talk.says(Talk.RETURN + " AB123456"));
    assertThat(found(keep(talk.presses(talk.prompt(), "damaged")))).isEmpty();
  }

  @Test
  void somethingElseTeachesNothing() {
    keep(talk.says(Talk.VAGUE));
    assertThat(found(keep(talk.presses(talk.prompt(), "something-else")))).isEmpty();
  }

  @Test
  void aButtonThatWasOfferedForAnotherReasonTeachesNothing() {
    keep(talk.says(Talk.VAGUE));
    keep(talk.switches(Language.PL));
    var turn = keep(talk.presses(talk.prompt(), "answer:delivery-cost"));
    assertThat(turn.entries()).anyMatch(e -> e.content() instanceof Content.Pressed);
    assertThat(found(turn)).as("its turn guessed at no words").isEmpty();
  }

  @Test
  void anAgentSaysWhatAnUnknownQuestionWasAbout() {
    keep(talk.says(Talk.STRANGE));
    keep(talk.claims(Talk.ANNA));

    var turn = keep(toldAbout(Intent.flow("return")));

    assertThat(found(turn))
        .hasValueSatisfying(
            s -> {
              assertThat(s.candidate().intent()).isEqualTo(Intent.flow("return"));
              assertThat(s.candidate().text()).isEqualTo(Talk.STRANGE);
              assertThat(s.source()).isEqualTo(Proposal.Source.AGENT);
            });
    assertThat(turn.entries()).allMatch(Entry::isPrivate);
  }

  @Test
  void whatIsNoQuestionOfOursTeachesNothing() {
    keep(talk.says(Talk.STRANGE));
    assertThat(found(keep(toldAbout(Intent.flow("gone"))))).isEmpty();
  }

  @Test
  void nobodyIsAskedAboutACaseThatNeverNeededAPerson() {
    keep(talk.says(Talk.COST));
    var turn = keep(toldAbout(Intent.flow("return")));
    assertThat(turn.verdict()).isInstanceOf(Turn.Verdict.Late.class);
    assertThat(found(turn)).isEmpty();
  }

  private Turn toldAbout(Intent intent) {
    return talk.toldAbout(Talk.ANNA, intent);
  }

  @Test
  void aLetterOrASignIsNoExample() {
    assertThat(Harvest.isExampleSized("a".repeat(201))).isFalse();
    assertThat(Harvest.isExampleSized("? 1 !")).isFalse();
    assertThat(Harvest.isExampleSized("ok")).isTrue();
  }
}
