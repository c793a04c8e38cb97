package dev.sayonce.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.Timer;
import dev.sayonce.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastCaseTest {

  private final Talk talk = new Talk();
  private final List<Entry> entries = new ArrayList<>();

  @Test
  void tellsWhatItWasAboutWhoHadItAndHowItEnded() {
    add(talk.says(Talk.STRANGE));
    add(talk.claims(Talk.ANNA));
    add(talk.replies(Talk.ANNA, "42"));
    add(talk.resolves(Talk.ANNA));
    var ended = talk.now;
    talk.now = talk.now.plusSeconds(60);
    add(talk.says(Talk.THANKS));

    var past = PastCase.of(talk.current().id(), entries);

    assertThat(past.status()).isEqualTo("resolved");
    assertThat(past.question()).contains(Talk.STRANGE);
    assertThat(past.agent()).contains("Anna");
    assertThat(past.beganAt()).contains(Talk.MONDAY_NOON);
    assertThat(past.endedAt()).contains(ended);
  }

  @Test
  void isAbandonedWhenItsLastEndWasThat() {
    add(talk.says(Talk.COST));
    add(talk.fires(Timer.REMIND));
    add(talk.fires(Timer.ABANDON));

    var past = PastCase.of(talk.current().id(), entries);

    assertThat(past.status()).isEqualTo("abandoned");
    assertThat(past.agent()).isEmpty();
  }

  @Test
  void shortensALongQuestionWithoutTearingACharacter() {
    add(talk.says("🎁".repeat(300)));

    var question = PastCase.of(talk.current().id(), entries).question().orElseThrow();

    assertThat(question).startsWith("🎁").endsWith("🎁…").hasSizeLessThan(210);
  }

  @Test
  void saysNothingOfAnEmptyTranscript() {
    add(talk.says(Talk.COST));
    var past = PastCase.of(talk.current().id(), List.of());
    assertThat(past.beganAt()).isEmpty();
    assertThat(past.question()).isEmpty();
  }

  private void add(Turn turn) {
    entries.addAll(turn.entries());
  }
}
