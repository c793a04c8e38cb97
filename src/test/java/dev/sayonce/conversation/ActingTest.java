package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Acting.Begun;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Runner;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have which action run, with what. Nothing is sent but what passes here. */
class ActingTest {

  private static final FlowSet FLOWS =
      flows(
          """
          url: https://back.example.com/v1
          actions:
            order.refund:
              title: {en: Refund}
              request: POST /orders/{id}/refunds
              key: Idempotency-Key
              body: {amount: "{amount}", secret: "{secret}"}
              input:
                id: {title: {en: Number}, pattern: '[A-Z]{2}\\d{6}', example: AB123456}
                amount: {title: {en: Amount}, type: money, currency: PLN}
                secret: {title: {en: Secret}, optional: true, pii: true}
              output: {number: {}}
              allowed: [agent]
              limits: {amount: {agent: 200, supervisor: 2000}}
              needs: [confirmation]
            order.status:
              title: {en: Status}
              request: GET /orders/{id}
              input: {id: {title: {en: Number}, pattern: '[A-Z]{2}\\d{6}', example: AB123456}}
              output: {state: {}}
              allowed: [bot, agent]
              needs: [identity]
          """);

  private static final Instant NOON = Talk.MONDAY_NOON;
  private static final Agent ANNA = new Agent("anna", "Anna");

  private static FlowSet flows(String catalogue) {
    var files =
        Map.of(
            "company.yaml",
            """
            name: Shop
            languages: [en]
            greeting: {en: Hello}
            zone: Europe/Warsaw
            teams: {orders: {title: {en: Orders}}}
            """,
            "actions/back.yaml",
            catalogue);
    return switch (new FlowReader().read(files)) {
      case Reading.Good(var set, _) -> set;
      case Reading.Bad(var problems) -> throw new IllegalStateException(problems.toString());
    };
  }

  private static Draft draft(Optional<Identity> identity) {
    var said =
        new Event.CustomerSaid("test:1", NOON, Talk.CONTACT, Optional.of(Language.EN), "hello");
    var fresh = Conversation.begin(Talk.THREAD, said, FLOWS, Optional.empty());
    var draft = new Draft(fresh, said, new Circumstances(FLOWS, Understanding.NOTHING, Desk.EMPTY));
    identity.ifPresent(draft::identity);
    return draft;
  }

  private static Begun refund(Runner role, Object amount, boolean confirmed) {
    return refund(role, Map.of("id", "AB123456", "amount", amount), confirmed);
  }

  private static Begun refund(Runner role, Map<String, Object> values, boolean confirmed) {
    var by = role == Runner.BOT ? new Actor.Bot() : new Actor.ByAgent(ANNA, role);
    return new Acting(draft(Optional.empty()), by, "").begin("order.refund", values, confirmed);
  }

  private static void assertRefused(Begun begun, Failure failure, String reason) {
    assertThat(begun).isEqualTo(new Begun.Refused(failure, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "AGENT, 200",
    "AGENT, 0.01",
    "SUPERVISOR, 200.01",
    "SUPERVISOR, 2000",
    "ADMIN, 99999",
  })
  void isSentWithinTheLimit(Runner role, String amount) {
    assertThat(refund(role, amount, true)).isInstanceOf(Begun.UnderWay.class);
  }

  @ParameterizedTest
  @CsvSource({"AGENT, 200.01", "AGENT, 2000", "AGENT, 1e9", "SUPERVISOR, 2000.01"})
  void isNotSentOverTheLimit(Runner role, String amount) {
    var begun = refund(role, amount, true);
    assertThat(begun).isInstanceOf(Begun.Refused.class);
    assertThat(((Begun.Refused) begun).failure()).isEqualTo(Failure.NOT_ALLOWED);
  }

  @Test
  void isNotSentByTheBotThatMayNot() {
    assertRefused(refund(Runner.BOT, "10", true), Failure.NOT_ALLOWED, "not-allowed");
  }

  @Test
  void isNotSentUnconfirmed() {
    assertRefused(refund(Runner.AGENT, "10", false), Failure.NOT_ALLOWED, "not-confirmed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../../admin", "AB123456/refunds", "AB 12 34 5", "AB123456\r\nX: y"})
  void isNotSentWithAValueThatDoesNotFit(String id) {
    assertRefused(
        refund(Runner.ADMIN, Map.of("id", id, "amount", "10"), true),
        Failure.NOT_ALLOWED,
        "no-value");
  }

  @Test
  void isNotSentWithoutAValue() {
    assertRefused(
        refund(Runner.ADMIN, Map.of("id", "AB123456"), true), Failure.NOT_ALLOWED, "no-value");
  }

  @Test
  void sendsNothingThatTheCatalogueDoesNotName() {
    var values =
        new HashMap<String, Object>(Map.of("id", "AB123456", "amount", "10", "url", "http://x"));
    var draft = draft(Optional.empty());
    new Acting(draft, new Actor.ByAgent(ANNA, Runner.AGENT), "")
        .begin("order.refund", values, true);
    var sent =
        draft.applied().effects().stream()
            .filter(Effect.CallAction.class::isInstance)
            .map(Effect.CallAction.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(sent.toString()).contains("AB123456").doesNotContain("http://x");
  }

  @Test
  void showsAgentsNoPersonalValue() {
    var draft = draft(Optional.empty());
    new Acting(draft, new Actor.ByAgent(ANNA, Runner.AGENT), "")
        .begin(
            "order.refund",
            Map.of("id", "AB123456", "amount", "10", "secret", "PESEL 44051401359"),
            true);
    assertThat(draft.applied().entries()).noneMatch(e -> e.toString().contains("44051401359"));
  }

  @Test
  void isSentOnlyForACustomerWhoseProofHolds() {
    var values = Map.<String, Object>of("id", "AB123456");
    var holds =
        new Identity("4711", Optional.empty(), Identity.Proof.PAGE, NOON.plus(Duration.ofHours(1)));
    var ranOut = new Identity("4711", Optional.empty(), Identity.Proof.PAGE, NOON);
    assertRefused(status(Optional.empty(), values), Failure.NOT_VERIFIED, "not-verified");
    assertRefused(status(Optional.of(ranOut), values), Failure.NOT_VERIFIED, "not-verified");
    assertThat(status(Optional.of(holds), values)).isInstanceOf(Begun.UnderWay.class);
  }

  private static Begun status(Optional<Identity> identity, Map<String, Object> values) {
    return new Acting(draft(identity), new Actor.Bot(), "").begin("order.status", values, false);
  }
}
