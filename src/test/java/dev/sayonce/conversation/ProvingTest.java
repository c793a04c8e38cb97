package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Calls.Result;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A customer reads a code back before something sensitive is done for them. */
class ProvingTest {

  private static final String BEGIN = "move my parcel";
  private static final String CODE = "271828";

  private static final FlowSet FLOWS =
      Shop.read(
          Map.of(
              "company.yaml",
              """
              name: Shop
              languages: [en]
              greeting: {en: Hello}
              zone: Europe/Warsaw
              teams: {orders: {title: {en: Orders}}}
              """,
              "move.yaml",
              """
              title: {en: Move}
              phrases: {en: [move my parcel, another address, send it elsewhere]}
              steps:
                - prove: customer.code
                  on-error: to-human
                - call: parcel.move
                - say: {en: "Moved."}
                - end: open
              """,
              "actions/shop.yaml",
              """
              url: https://shop.example.com
              actions:
                customer.code:
                  title: {en: Code}
                  request: POST /codes
                  key: Idempotency-Key
                  body: {code: "{code}"}
                  input: {code: {title: {en: Code}, one-time-code: true}}
                  output: {customer: {}, to: {optional: true}}
                  allowed: [bot]
                parcel.move:
                  title: {en: Move}
                  request: POST /moves
                  key: Idempotency-Key
                  allowed: [bot]
                  needs: [identity]
              """));

  private final Talk talk = new Talk(FLOWS, Talk.CONTACT, ProvingTest::understand);

  ProvingTest() {
    talk.calls = (_, _) -> new Result.Silent();
  }

  private static Understanding understand(String words) {
    return words.equals(BEGIN) ? Talk.sure(Intent.flow("move")) : Understanding.NOTHING;
  }

  /** The code was sent. */
  private Effect.CallAction sent() {
    var call = talk.called.getLast();
    assertThat(call.action()).isEqualTo("customer.code");
    var told =
        Map.of(
            "customer", "k-1", "to", "a•••@x", OneTimeCode.SEAL, OneTimeCode.seal(call.id(), CODE));
    talk.on(call.succeeded(talk.now, told));
    return call;
  }

  private List<String> bot() {
    return talk.transcript.stream()
        .filter(e -> e.author() instanceof Entry.Author.Bot)
        .flatMap(e -> e.text().stream())
        .toList();
  }

  private boolean isMoved() {
    return talk.called.stream().anyMatch(c -> c.action().equals("parcel.move"));
  }

  @Test
  void goesOnWithTheCodeThatWasSent() {
    talk.says(BEGIN);
    sent();
    assertThat(bot().getLast()).contains("a•••@x");
    var turn = talk.says("it is 271 828");
    assertThat(isMoved()).isTrue();
    assertThat(turn.next().identity().orElseThrow().customer()).isEqualTo("k-1");
    assertThat(turn.next().identity().orElseThrow().proof()).isEqualTo(Identity.Proof.CODE);
    assertThat(turn.entries()).anyMatch(e -> e.toString().contains("identified"));
  }

  @Test
  void keepsNoCodeInTheState() {
    talk.says(BEGIN);
    sent();
    assertThat(talk.current().toString()).doesNotContain(CODE);
    assertThat(talk.transcript.toString()).doesNotContain(CODE).doesNotContain("seal");
  }

  @Test
  void givesAPersonAfterThreeWrongCodes() {
    talk.says(BEGIN);
    sent();
    talk.says("111111");
    talk.says("222222");
    assertThat(talk.mode()).isInstanceOf(Mode.WithBot.class);
    talk.says("333333");
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
    assertThat(isMoved()).isFalse();
    assertThat(talk.current().identity()).isEmpty();
  }

  @Test
  void takesNoOldCodeButSendsAnother() {
    talk.says(BEGIN);
    sent();
    talk.later(ProofQuestion.GOOD_FOR.plusSeconds(1));
    int calls = talk.called.size();
    talk.says(CODE);
    assertThat(isMoved()).isFalse();
    assertThat(talk.called).hasSize(calls + 1);
    sent();
    talk.says(CODE);
    assertThat(isMoved()).isTrue();
  }

  @Test
  void sendsAnotherAtTheButtonAndTheOneBeforeCountsNoMore() {
    talk.says(BEGIN);
    sent();
    talk.presses(talk.prompt(), "again");
    var second = talk.called.getLast();
    var told = Map.of("customer", "k-1", OneTimeCode.SEAL, OneTimeCode.seal(second.id(), "314159"));
    talk.on(second.succeeded(talk.now, told));
    talk.says(CODE);
    assertThat(isMoved()).isFalse();
    talk.says("314159");
    assertThat(isMoved()).isTrue();
  }

  @Test
  void asksNobodyWhomItKnows() {
    talk.says(BEGIN);
    sent();
    talk.says(CODE);
    talk.on(talk.called.getLast().succeeded(talk.now, Map.of()));
    int calls = talk.called.size();
    talk.says(BEGIN);
    assertThat(talk.called.subList(calls, talk.called.size()))
        .extracting(Effect.CallAction::action)
        .containsExactly("parcel.move");
    talk.on(talk.called.getLast().succeeded(talk.now, Map.of()));
    talk.later(ProofQuestion.COUNTS_FOR.plus(Duration.ofMinutes(1)));
    talk.says(BEGIN);
    assertThat(talk.called.getLast().action()).isEqualTo("customer.code");
  }

  @Test
  void givesAPersonIfNoCodeCanBeSent() {
    talk.says(BEGIN);
    talk.on(talk.called.getLast().failed(talk.now, Failure.UNAVAILABLE, "not-reached", false));
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
    assertThat(isMoved()).isFalse();
  }
}
