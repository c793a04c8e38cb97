package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Dialogue.Clarifying;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Shop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows when an answer missed, when a wish is denied, and when there are two of them. */
class NotThatTest {

  private static final String DOUBTFUL = "delivery, I think";
  private static final String CLEAR_SECOND = "delivery or so";
  private static final String NOT_RETURN = "I don't want to return it";
  private static final String BOTH = "return it, and I have a complaint";
  private static final String MISSED = "that's not what I asked";
  private static final Intent COST = Intent.answer("delivery-cost");
  private static final Intent HOURS = Intent.answer("opening-hours");
  private static final Intent RETURN = Intent.flow("return");

  private final Talk talk = new Talk(Shop.FLOWS, Talk.CONTACT, NotThatTest::understand);

  private static Understanding understand(String words) {
    return switch (words) {
      case DOUBTFUL -> sure(new Guess(COST, 0.6), new Guess(HOURS, 0.1), new Guess(RETURN, 0.1));
      case CLEAR_SECOND -> sure(new Guess(COST, 0.55), new Guess(HOURS, 0.4));
      case NOT_RETURN ->
          new Understanding(
                  Outcome.WHICH, List.of(new Guess(HOURS, 0.2)), Optional.empty(), Optional.empty())
              .without(List.of(RETURN));
      case BOTH -> sure(new Guess(RETURN, 0.9)).and(Optional.of(new Guess(Intent.COMPLAINT, 0.9)));
      case Talk.RETURN -> sure(new Guess(RETURN, 0.9), new Guess(HOURS, 0.02));
      default -> Talk.understand(words);
    };
  }

  private static Understanding sure(Guess... guesses) {
    return new Understanding(Outcome.SURE, List.of(guesses), Optional.empty(), Optional.empty());
  }

  private List<String> offered() {
    return talk.transcript.stream()
        .filter(e -> !e.isPrivate())
        .reduce((_, b) -> b)
        .map(e -> ((Content.Text) e.content()).buttons().stream().map(Button::id).toList())
        .orElseThrow();
  }

  private Dialogue dialogue() {
    return ((Mode.WithBot) talk.mode()).dialogue();
  }

  @Test
  void offersTheRunnersUpAndAPerson() {
    talk.says(DOUBTFUL);
    talk.says(MISSED);
    assertThat(offered())
        .containsExactly("answer:opening-hours", "flow:return", "flow:person", "something-else");
    talk.presses(talk.prompt(), "answer:opening-hours");
    assertThat(talk.lastWords()).isEqualTo("We open at 8.");
  }

  @Test
  void answersWithTheNextBestWhereItIsClear() {
    talk.says(CLEAR_SECOND);
    var turn = talk.says(MISSED);
    assertThat(talk.lastWords()).isEqualTo("We open at 8.");
    assertThat(turn.entries())
        .anyMatch(e -> e.content() instanceof Content.Matched(var o, _) && o == Outcome.SURE);
    talk.says(MISSED);
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
    assertThat(talk.current().handoff().orElseThrow().question()).isEqualTo(CLEAR_SECOND);
  }

  @Test
  void callsAPersonWhenTheNextIsNotItEither() {
    talk.says(DOUBTFUL);
    talk.says(MISSED);
    talk.says(MISSED);
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
  }

  @Test
  void offersAPersonWhereNothingComesNext() {
    talk.suggests("delivery-cost", Language.EN);
    talk.says(MISSED);
    assertThat(offered()).containsExactly("flow:person", "flow:complaint", "something-else");
  }

  @Test
  void comesBackToTheProcessAfterAnAnswerBesideItMissed() {
    talk.says(Talk.RETURN);
    talk.says(CLEAR_SECOND);
    talk.says(MISSED);
    assertThat(dialogue()).isInstanceOf(Asking.class);
    assertThat(talk.lastWords()).isEqualTo("Which order?");
  }

  @Test
  void leavesAProcessThatIsDenied() {
    talk.says(Talk.RETURN);
    talk.says(NOT_RETURN);
    assertThat(dialogue()).isInstanceOf(Clarifying.class);
    assertThat(offered()).containsExactly("answer:opening-hours", "flow:person", "something-else");
  }

  @Test
  void leavesAProcessOnItsWayWithoutMuchAdo() {
    talk.says(Talk.RETURN);
    talk.says("AB123456");
    talk.says(NOT_RETURN);
    assertThat(talk.lastWords()).startsWith("All right, we'll leave it: Return");
    assertThat(dialogue()).isInstanceOf(Dialogue.Idle.class);
  }

  @Test
  void asksWhatIsWantedInsteadAndNeverBeginsWhatIsDenied() {
    var turn = talk.says(NOT_RETURN);
    assertThat(offered()).containsExactly("answer:opening-hours", "flow:person", "something-else");
    assertThat(turn.entries())
        .as("nothing to learn from")
        .noneMatch(e -> e.content() instanceof Content.Matched(var o, _) && o == Outcome.WHICH);
    assertThat(turn.next().tried()).isEmpty();
  }

  @Test
  void dealsWithTheSecondWishAfterTheFirst() {
    talk.says(BOTH);
    assertThat(((Asking) dialogue()).flow()).isEqualTo("return");
    assertThat(talk.current().besides().next())
        .map(Besides.Wish::intent)
        .hasValue(Intent.COMPLAINT);

    var turn = talk.says("cancel");

    assertThat(turn.entries())
        .flatExtracting(e -> e.text().stream().toList())
        .anyMatch(text -> text.startsWith("Now for the other thing"));
    assertThat(turn.next().tried()).last().extracting(Tried::intent).isEqualTo(Intent.COMPLAINT);
    assertThat(turn.next().besides().next()).isEmpty();
  }

  @Test
  void handsOverWithTheSecondWishInSight() {
    var turn = talk.says(BOTH);
    assertThat(turn.entries())
        .anyMatch(e -> e.content() instanceof Content.Notice(var c, _) && c.equals("also-asked"));
    talk.says(Talk.PERSON);
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
    assertThat(talk.current().besides()).isEqualTo(Besides.NONE);
  }
}
