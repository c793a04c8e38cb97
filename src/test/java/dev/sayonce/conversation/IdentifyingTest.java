package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.flow.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a proof of who the customer is makes of a conversation. */
class IdentifyingTest {

  private final Talk talk = new Talk();

  private Identity identity(String customer) {
    return new Identity(
        customer, Optional.of("Anna"), Identity.Proof.PAGE, talk.now.plus(Duration.ofHours(8)));
  }

  private Turn proves(Identity identity, Map<String, String> facts) {
    return talk.on(
        new Event.CustomerIdentified(
            talk.id(), talk.now, Talk.CONTACT, Optional.of(Language.EN), identity, facts));
  }

  private static List<String> notices(Turn turn) {
    return turn.entries().stream()
        .filter(e -> e.content() instanceof Content.Notice)
        .map(e -> ((Content.Notice) e.content()).code())
        .toList();
  }

  @Test
  void tellsAgentsOnceAndCustomersNothing() {
    var first = proves(identity("4711"), Map.of());
    assertThat(first.next().identity()).contains(identity("4711"));
    assertThat(notices(first)).contains("identified");
    assertThat(first.entries()).allMatch(Entry::isPrivate);

    talk.later(Duration.ofMinutes(10));
    var again = proves(identity("4711"), Map.of());
    assertThat(again.next().identity()).contains(identity("4711"));
    assertThat(again.entries()).isEmpty();
  }

  @Test
  void neverAsksForAFactThatCameWithIt() {
    proves(identity("4711"), Map.of("orderNumber", "AB123456", "no-such-slot", "x"));
    talk.says(Talk.RETURN);
    assertThat(talk.current().slots()).containsEntry("orderNumber", "AB123456");
    assertThat(talk.current().slots()).doesNotContainKey("no-such-slot");
    assertThat(talk.lastWords()).doesNotContain("Which order?");
  }

  @Test
  void keepsWhatTheCustomerSaidThemselves() {
    talk.says(Talk.RETURN + " AB123456");
    proves(identity("4711"), Map.of("orderNumber", "CD654321"));
    assertThat(talk.current().slots()).containsEntry("orderNumber", "AB123456");
  }

  @Test
  void leavesOutAFactOfTheWrongShape() {
    proves(identity("4711"), Map.of("orderNumber", "<script>"));
    assertThat(talk.current().slots()).isEmpty();
  }

  @Test
  void takesNoProofOfSomebodyElse() {
    proves(identity("4711"), Map.of());
    var other = proves(identity("4712"), Map.of("orderNumber", "AB123456"));
    assertThat(other.verdict()).isInstanceOf(Verdict.Late.class);
    assertThat(other.next().identity()).contains(identity("4711"));
    assertThat(other.next().slots()).isEmpty();
    assertThat(notices(other)).containsExactly("late-identity");
  }

  @Test
  void tellsAgainAfterTheProofRanOut() {
    proves(identity("4711"), Map.of());
    talk.later(Duration.ofHours(9));
    assertThat(talk.current().identity().orElseThrow().holds(talk.now)).isFalse();
    assertThat(notices(proves(identity("4711"), Map.of()))).containsExactly("identified");
  }

  @Test
  void isKnownInTheNextCaseAndReopensNone() {
    talk.says(Talk.COST);
    talk.ends();
    var closed = talk.mode();
    proves(identity("4711"), Map.of());
    assertThat(talk.mode()).isEqualTo(closed);

    talk.later(Duration.ofDays(30));
    var before = talk.current().id();
    talk.says(Talk.COST);
    assertThat(talk.current().id()).isNotEqualTo(before);
    Instant until = talk.current().identity().orElseThrow().until();
    assertThat(until).isBefore(talk.now);
  }
}
