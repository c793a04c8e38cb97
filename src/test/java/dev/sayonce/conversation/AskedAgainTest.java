package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Entry.Content;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks for what is known is told so, and it is counted; the reply goes out all the same. */
class AskedAgainTest {

  @Test
  void leavesAPrivateNoticeAfterTheReply() {
    var talk = known();

    var turn = talk.replies(Talk.ANNA, "Hi! What's your order number?");

    assertThat(turn.entries()).hasSize(2);
    assertThat(turn.entries().getFirst().isPrivate()).isFalse();
    assertThat(turn.entries().getLast().isPrivate()).isTrue();
    assertThat(turn.entries().getLast().content())
        .isEqualTo(new Content.Notice("asked-again", Map.of("slot", "orderNumber")));
    assertThat(turn.repeats()).isEqualTo(1);
    assertThat(turn.next().mode()).isInstanceOf(Mode.WithAgent.class);
  }

  @Test
  void leavesNoneForAnswersNotesAndWhatIsNotKnown() {
    assertThat(known().replies(Talk.ANNA, "Order AB123456 is on its way.").repeats()).isZero();
    assertThat(known().notes(Talk.ANNA, "What's the order number?").repeats()).isZero();
    assertThat(known().replies(Talk.ANNA, "Anything to add? What's your e-mail?").repeats())
        .isZero();
  }

  @Test
  void countsAQuestionThatCameTooLateForNobody() {
    assertThat(known().replies(Talk.BORIS, "What's your order number?").repeats()).isZero();
  }

  private static Talk known() {
    var talk = new Talk();
    talk.says(Talk.RETURN + " AB123456");
    talk.presses(talk.prompt(), "damaged");
    talk.claims(Talk.ANNA);
    return talk;
  }
}
