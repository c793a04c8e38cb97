package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Entry.Content.Notice;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.conversation.Turn.Why;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Agents have actions run within their limits, and beyond them with somebody else's word. */
class AgentActingTest {

  private static final Agent CELINA = new Agent("celina", "Celina");

  private final Talk talk = new Talk();

  private void withAnna() {
    talk.calls = Calls.SILENT;
    talk.says(Talk.PERSON);
    talk.claims(Talk.ANNA);
  }

  private static List<Effect.CallAction> sent(Turn turn) {
    return turn.effects().stream()
        .filter(Effect.CallAction.class::isInstance)
        .map(Effect.CallAction.class::cast)
        .toList();
  }

  private static Notice notice(Turn turn, String code) {
    return turn.entries().stream()
        .filter(Entry::isPrivate)
        .map(Entry::content)
        .filter(Notice.class::isInstance)
        .map(Notice.class::cast)
        .filter(n -> n.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + code + " in " + turn.entries()));
  }

  private int asks(String amount) {
    withAnna();
    var turn = talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund(amount));
    assertThat(sent(turn)).isEmpty();
    return turn.next().approvals().getFirst().entry();
  }

  @Test
  void sendsWhatIsWithinTheLimitAndTellsWhoAndWhy() {
    withAnna();
    var turn = talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund("150.5"));
    assertThat(turn.verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(sent(turn)).hasSize(1);
    assertThat(sent(turn).getFirst().with()).containsEntry("amount", "150.50");
    assertThat(notice(turn, "called").details())
        .containsEntry("by", "Anna")
        .containsEntry("role", "agent")
        .containsEntry("why", "arrived broken")
        .satisfies(d -> assertThat(d.get("with")).contains("150.50").doesNotContain("61109010"));
  }

  @Test
  void tellsTheEndOfItInTheTranscriptWithWhoDidIt() {
    withAnna();
    var call = sent(talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund("50"))).getFirst();
    var done = talk.on(call.succeeded(talk.now, Map.of("number", "R-1")));
    assertThat(notice(done, "call-done").details())
        .containsEntry("by", "Anna")
        .containsEntry("told", "number: R-1");
    assertThat(done.next().pending()).isEmpty();
  }

  @Test
  void tellsAFailureInTheTranscriptAndKeepsTheConversationWithTheAgent() {
    withAnna();
    var call = sent(talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund("50"))).getFirst();
    var failed = talk.on(call.failed(talk.now, Failure.UNKNOWN_OUTCOME, "time-out", true));
    assertThat(notice(failed, "call-failed").details())
        .containsEntry("by", "Anna")
        .containsEntry("uncertain", "true");
    assertThat(failed.next().mode()).isInstanceOf(Mode.WithAgent.class);
    assertThat(failed.entries()).allMatch(Entry::isPrivate);
  }

  @Test
  void asksForAWordBeyondTheLimit() {
    withAnna();
    var turn = talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund("500"));
    assertThat(turn.verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(sent(turn)).isEmpty();
    assertThat(turn.entries()).allMatch(Entry::isPrivate);
    assertThat(turn.next().approvals())
        .singleElement()
        .satisfies(a -> assertThat(a.with()).containsEntry("amount", "500.00"))
        .satisfies(a -> assertThat(a.shown()).doesNotContain("61109010"))
        .satisfies(a -> assertThat(a.by()).isEqualTo(Talk.ANNA));
  }

  @Test
  void sendsItWithTheWordOfSomebodyWhoMay() {
    int asked = asks("500");
    var turn = talk.decides(Talk.BORIS, Runner.SUPERVISOR, asked, true);
    assertThat(sent(turn))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.by())
                    .isEqualTo(new Actor.Approved(Talk.ANNA, Talk.BORIS, Runner.SUPERVISOR)));
    assertThat(turn.next().approvals()).isEmpty();
    assertThat(notice(turn, "called").details())
        .containsEntry("by", "Anna")
        .containsEntry("approvedBy", "Boris")
        .containsEntry("why", "arrived broken");
  }

  @Test
  void sendsItOnceHoweverManyGiveTheirWord() {
    int asked = asks("500");
    talk.decides(Talk.BORIS, Runner.SUPERVISOR, asked, true);
    var again = talk.decides(CELINA, Runner.ADMIN, asked, true);
    assertThat(sent(again)).isEmpty();
    assertThat(again.verdict()).isEqualTo(new Verdict.Late(Why.PASSED, ""));
  }

  @ParameterizedTest
  @EnumSource(
      value = Runner.class,
      names = {"AGENT", "SUPERVISOR"})
  void nobodyApprovesBeyondTheirOwnLimit(Runner role) {
    int asked = asks("5000");
    var turn = talk.decides(Talk.BORIS, role, asked, true);
    assertThat(turn.verdict()).isEqualTo(new Verdict.Refused("over-limit"));
    assertThat(sent(turn)).isEmpty();
    assertThat(turn.next().approvals()).hasSize(1);
    assertThat(sent(talk.decides(CELINA, Runner.ADMIN, asked, true))).hasSize(1);
  }

  @Test
  void nobodyApprovesWhatTheyAskedForThemselves() {
    int asked = asks("500");
    var turn = talk.decides(Talk.ANNA, Runner.SUPERVISOR, asked, true);
    assertThat(turn.verdict()).isEqualTo(new Verdict.Refused("own"));
    assertThat(sent(turn)).isEmpty();
    assertThat(turn.next().approvals()).hasSize(1);
  }

  @Test
  void aWordIsRefusedWithItsReason() {
    int asked = asks("500");
    var turn = talk.decides(Talk.BORIS, Runner.SUPERVISOR, asked, false);
    assertThat(sent(turn)).isEmpty();
    assertThat(turn.next().approvals()).isEmpty();
    assertThat(notice(turn, "approval-declined").details())
        .containsEntry("by", "Boris")
        .containsEntry("why", "looked at it");
  }

  @Test
  void whoAskedMayTakeItBackButNoOtherAgent() {
    int asked = asks("500");
    assertThat(talk.decides(Talk.BORIS, Runner.AGENT, asked, false).verdict())
        .isEqualTo(new Verdict.Refused("not-allowed"));
    assertThat(talk.decides(Talk.ANNA, Runner.AGENT, asked, false).next().approvals()).isEmpty();
  }

  @Test
  void nothingWaitsForAWordWhenTheCaseHasEnded() {
    int asked = asks("500");
    assertThat(talk.resolves(Talk.ANNA).next().approvals()).isEmpty();
    var turn = talk.decides(Talk.BORIS, Runner.SUPERVISOR, asked, true);
    assertThat(turn.verdict()).isEqualTo(new Verdict.Late(Why.CLOSED, ""));
    assertThat(sent(turn)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"50000, true, over-limit", "50, false, not-confirmed", "500, false, not-confirmed"})
  void nothingIsSentThatNobodyMayHave(String amount, boolean confirmed, String reason) {
    withAnna();
    var turn = talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund(amount), confirmed);
    assertThat(turn.verdict()).isEqualTo(new Verdict.Refused(reason));
    assertThat(sent(turn)).isEmpty();
    assertThat(turn.next().approvals()).isEmpty();
  }

  @Test
  void nothingIsSentWithoutAValueThatIsNeeded() {
    withAnna();
    var turn = talk.runs(Talk.ANNA, Runner.AGENT, Map.of("id", "AB123456"));
    assertThat(turn.verdict()).isEqualTo(new Verdict.Refused("no-value"));
    assertThat(sent(turn)).isEmpty();
  }

  @Test
  void onlyWhoHasTheConversationActsInIt() {
    withAnna();
    var boris = talk.runs(Talk.BORIS, Runner.ADMIN, Talk.refund("50"));
    assertThat(boris.verdict()).isEqualTo(new Verdict.Late(Why.CLAIMED, "Anna"));
    assertThat(sent(boris)).isEmpty();
    talk.handsBack(Talk.ANNA);
    var late = talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund("50"));
    assertThat(late.verdict()).isEqualTo(new Verdict.Late(Why.NOT_CLAIMED, ""));
    assertThat(sent(late)).isEmpty();
  }

  @Test
  void noMoreThanAFewWaitForAWord() {
    withAnna();
    for (int i = 0; i < Doings.MOST_APPROVALS; i++) {
      talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund("500"));
    }
    var one = talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund("500"));
    assertThat(one.verdict()).isEqualTo(new Verdict.Refused("too-many-approvals"));
    assertThat(one.next().approvals()).hasSize(Doings.MOST_APPROVALS);
  }
}
