package dev.sayonce.action;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Content.Notice;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.engine.EffectHandler;
import dev.sayonce.engine.SettableClock;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.engine.TestCustomer;
import dev.sayonce.engine.TestEngine;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.redis.TestRedis;
import dev.sayonce.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Whatever a back end does, it is asked as often as is right and not once more, the customer hears
 * something true, and agents see what happened.
 */
class ActionsIT {

  private static final String SECRET = "s3cret-value";
  private static final int TRIES = 3;

  private static final String CATALOGUE =
      """
      url: https://api.example.com/v1
      headers: {Authorization: "Bearer ${env.SHOP_KEY}"}
      largest: 8
      breaker: {failures: 50, of: 10, open-for: 1s}
      actions:
        order.status:
          title: {en: Status}
          request: GET /orders/{id}
          query: {note: "{note}"}
          headers: {X-Note: "{note}"}
          input: {id: {title: {en: Number}}, note: {title: {en: Note}, optional: true}}
          output: {state: {}, days: {path: delivery.days, type: number}}
          refusals: {404: unknown-order}
          allowed: [bot]
          time-out: 3s
          retries: 2
        order.refund:
          title: {en: Refund}
          request: POST /orders/{id}/refunds
          key: Idempotency-Key
          body: {note: "{id}"}
          input: {id: {title: {en: Number}, pii: true}}
          output: {number: {pii: true}}
          refusals: {409: already-refunded}
          allowed: [bot]
          time-out: 3s
          retries: 2
        order.annul:
          title: {en: Cancel}
          request: POST /orders/{id}/annul
          input: {id: {title: {en: Number}}}
          allowed: [bot]
          time-out: 3s
      """;

  private static final String FLOW =
      """
      title: {en: NAME}
      phrases: {en: [NAME one, NAME two, NAME three]}
      slots: {orderId: {title: {en: Number}}}
      steps:
        - ask: orderId
          say: {en: Number?}
        - call: order.NAME
          with: {id: "{orderId}" MORE}
          as: told
          on-error: {unavailable: down, bad-answer: odd, refused: refused, else: to-human}
        - say: {en: "DONE"}
        - end: open
        - id: down
          say: {en: "It is down."}
        - end: open
        - id: odd
          say: {en: "It talks nonsense."}
        - end: open
        - id: refused
          say: {en: "It will not."}
        - end: open
      """;

  private static final FlowSet FLOWS = flows();

  private final SettableClock clock = new SettableClock();
  private final TestCustomer customer = TestCustomer.onTheWeb(clock);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final BackEnds backEnds = new BackEnds(meters);
  private final WireMockServer wire = new WireMockServer(wireMockConfig().dynamicPort());
  private TestEngine gateway;
  private SignalFeed signals;
  private HttpActions actions;

  private static FlowSet flows() {
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
            "actions/shop.yaml",
            CATALOGUE,
            "status.yaml",
            flow("status", "State {told.state}, {told.days} days.", ", note: \"{orderId}\""),
            "refund.yaml",
            flow("refund", "Refunded as {told.number}.", ""),
            "annul.yaml",
            flow("annul", "Annulled.", ""));
    return switch (new FlowReader().read(files)) {
      case Reading.Good(var set, _) -> set;
      case Reading.Bad(var problems) -> throw new IllegalStateException(problems.toString());
    };
  }

  private static String flow(String name, String done, String more) {
    return FLOW.replace("NAME", name).replace("DONE", done).replace("MORE", more);
  }

  private static Understanding understand(String words) {
    return FLOWS.flow(words).isPresent()
        ? new Understanding(
            Understanding.Outcome.SURE,
            List.of(new Guess(Intent.flow(words), 0.9)),
            Optional.empty(),
            Optional.empty())
        : Understanding.NOTHING;
  }

  @BeforeEach
  void start() {
    TestRedis.flush();
    wire.start();
    warmUp();
    var handler =
        new EffectHandler() {
          @Override
          public boolean handles(Effect effect) {
            return effect instanceof Effect.CallAction;
          }

          @Override
          public Mono<Outcome> carryOut(Effect effect, int attempt) {
            return actions.carryOut(effect, attempt);
          }
        };
    gateway =
        TestEngine.Setup.at(clock)
            .understander(ActionsIT::understand)
            .handler(handler)
            .handedOutFor(Duration.ofSeconds(30))
            .lease(Duration.ofMinutes(1))
            .start();
    gateway.serve(FLOWS);
    signals = new SignalFeed(gateway.redis, "signals");
    at(wire.baseUrl() + "/v1", true);
  }

  /** The first answer of a server takes its time, and none here may come too late by that. */
  private void warmUp() {
    WebClient.create(wire.baseUrl())
        .get()
        .exchangeToMono(ClientResponse::releaseBody)
        .block(TestEngine.PATIENCE);
    wire.resetRequests();
  }

  private void at(String url, boolean ownNetwork) {
    var place = new ActionsProperties.Place(Optional.of(URI.create(url)), Optional.of(ownNetwork));
    var environment = new MockEnvironment().withProperty("SHOP_KEY", SECRET);
    var sites = new Sites(new ActionsProperties(Map.of("shop", place)), List.of(), environment);
    actions =
        new HttpActions(
            gateway.flows,
            sites,
            backEnds,
            new OneTimeCodes(new CodeStore(TestRedis.redis())),
            gateway.engine,
            signals,
            meters,
            Tracing.OFF,
            clock);
  }

  @AfterEach
  void stop() {
    gateway.close();
    signals.close();
    backEnds.close();
    wire.stop();
  }

  private void answers(ResponseDefinitionBuilder response) {
    wire.stubFor(any(anyUrl()).willReturn(response));
  }

  /** The customer wants it done with that order; what is called is called. */
  private void wants(String flow, String order) {
    gateway.take(customer.thread(), customer.says(flow));
    gateway.take(customer.thread(), customer.says(order));
    gateway.round();
  }

  private List<LoggedRequest> requests() {
    return wire.findAll(anyRequestedFor(anyUrl()));
  }

  private List<String> said() {
    return gateway.transcript(customer.thread()).stream()
        .filter(e -> e.author() instanceof Entry.Author.Bot)
        .flatMap(e -> e.text().stream())
        .toList();
  }

  private List<Map<String, String>> notices(String code) {
    return gateway.transcript(customer.thread()).stream()
        .flatMap(
            e ->
                e.content() instanceof Notice(var c, var details) && c.equals(code)
                    ? Stream.of(details)
                    : Stream.empty())
        .toList();
  }

  private Map<String, String> failure() {
    assertThat(notices("call-failed")).hasSize(1);
    return notices("call-failed").getFirst();
  }

  private void assertPersonTookOver() {
    assertThat(gateway.stored(customer.thread()).mode()).isInstanceOf(Mode.Queued.class);
  }

  @Test
  void tellsWhatTheBackEndTells() {
    wire.stubFor(
        get("/v1/orders/AB1?note=AB1")
            .willReturn(okJson("{\"state\":\"SENT\",\"delivery\":{\"days\":2},\"more\":[1]}")));
    wants("status", "AB1");
    assertThat(said()).contains("State SENT, 2 days.");
    assertThat(requests()).hasSize(1);
    assertThat(requests().getFirst().getHeader("Authorization")).isEqualTo("Bearer " + SECRET);
    assertThat(notices("call-done").getFirst()).containsEntry("told", "days: 2, state: SENT");
    assertThat(gateway.stored(customer.thread()).pending()).isEmpty();
  }

  @Test
  void showsNothingSecretAndNothingPersonal() {
    answers(okJson("{\"number\":\"R-777-888\"}"));
    wants("refund", "AB123456");
    assertThat(said()).contains("Refunded as R-777-888.");
    var notes = notices("called").toString() + notices("call-done");
    assertThat(notes).contains("•••").doesNotContain("AB123456", "R-777-888", SECRET);
    assertThat(gateway.transcript(customer.thread()).toString()).doesNotContain(SECRET);
    assertThat(TestRedis.redis().commands().keys("*").collectList().block()).isNotEmpty();
  }

  @Test
  void takesARefusalForAnAnswer() {
    answers(aResponse().withStatus(404));
    wants("status", "AB1");
    assertThat(said()).contains("It will not.");
    assertThat(requests()).hasSize(1);
    assertThat(failure())
        .containsEntry("error", "refused")
        .containsEntry("reason", "unknown-order");
  }

  static Stream<ResponseDefinitionBuilder> outages() {
    return Stream.of(
        aResponse().withStatus(500),
        aResponse().withStatus(503),
        aResponse().withStatus(429),
        okJson("{}").withFixedDelay(6000),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void asksAgainWhatIsSafeAndThenSaysThatItIsDown(ResponseDefinitionBuilder outage) {
    answers(outage);
    wants("status", "AB1");
    assertThat(requests()).hasSize(TRIES);
    assertThat(said()).contains("It is down.");
    assertThat(failure()).containsEntry("error", "unavailable").doesNotContainKey("uncertain");
  }

  static Stream<ResponseDefinitionBuilder> nonsense() {
    return Stream.of(
        aResponse().withStatus(200).withBody("<html>maintenance</html>"),
        okJson("{\"state\":\"SENT\",\"delivery\":{\"days\":\"soon\"}}"),
        okJson("{\"state\":{\"a\":1},\"delivery\":{\"days\":1}}"),
        okJson("{\"state\":\"SENT\"}"),
        okJson("{\"state\":\"SENT\",\"delivery\":{\"days\":1}} {}"),
        okJson("[" + "1,".repeat(100_000) + "1]"),
        okJson("[".repeat(8000)),
        aResponse().withStatus(200),
        aResponse().withStatus(401),
        aResponse().withStatus(302).withHeader("Location", "/v1/private"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void takesNonsenseForWhatItIs(ResponseDefinitionBuilder response) {
    answers(response);
    wants("status", "AB1");
    assertThat(requests()).hasSize(1);
    assertThat(said()).contains("It talks nonsense.");
    assertThat(failure()).containsEntry("error", "bad-answer");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void neverRepeatsWhatNobodyKnowsTheOutcomeOf(Fault fault) {
    answers(aResponse().withFault(fault));
    wants("annul", "AB1");
    if (fault == Fault.MALFORMED_RESPONSE_CHUNK) { // the status says that it went well
      assertThat(said()).contains("Annulled.");
    } else {
      assertPersonTookOver();
      assertThat(failure())
          .containsEntry("error", "unknown-outcome")
          .containsEntry("uncertain", "true");
    }
    assertThat(requests()).hasSize(1);
  }

  @Test
  void neverRepeatsWhatTimedOut() {
    answers(okJson("{}").withFixedDelay(6000));
    wants("annul", "AB1");
    clock.forward(Duration.ofSeconds(40));
    gateway.round();
    assertPersonTookOver();
    assertThat(failure()).containsEntry("reason", "time-out").containsEntry("uncertain", "true");
    assertThat(requests()).hasSize(1);
  }

  @Test
  void repeatsUnderTheSameKey() {
    wire.stubFor(
        post("/v1/orders/AB1/refunds")
            .inScenario("s")
            .whenScenarioStateIs("Started")
            .willSetStateTo("2")
            .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    wire.stubFor(
        post("/v1/orders/AB1/refunds")
            .inScenario("s")
            .whenScenarioStateIs("2")
            .willReturn(okJson("{\"number\":\"7\"}")));
    wants("refund", "AB1");
    assertThat(said()).contains("Refunded as 7.");
    assertThat(requests()).hasSize(2);
    assertThat(requests().stream().map(r -> r.getHeader("Idempotency-Key")).distinct()).hasSize(1);
  }

  @Test
  void givesWhatStaysInDoubtToAPersonInTheEnd() {
    answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
    wants("refund", "AB1");
    assertThat(notices("call-failed")).isEmpty();
    clock.forward(Duration.ofSeconds(8));
    gateway.round();
    int before = requests().size();
    assertThat(before).isGreaterThan(TRIES);
    clock.forward(Duration.ofSeconds(60));
    gateway.round();
    assertPersonTookOver();
    assertThat(notices("call-failed"))
        .anyMatch(n -> "unknown-outcome".equals(n.get("error")) && n.containsKey("uncertain"));
    assertThat(requests().stream().map(r -> r.getHeader("Idempotency-Key")).distinct()).hasSize(1);
  }

  @Test
  void asksNothingAfterACrashThatItCannotAskTwice() {
    answers(okJson("{\"number\":\"7\"}"));
    gateway.take(customer.thread(), customer.says("annul"));
    gateway.take(customer.thread(), customer.says("AB1"));
    var state = gateway.stored(customer.thread());
    var call = state.pending().getFirst();
    var effect =
        new Effect.CallAction(
            call.call(),
            state.id(),
            FLOWS.hash(),
            "order.annul",
            Map.of("id", "AB1"),
            call.by(),
            call.since());
    actions.carryOut(effect, 2).block(TestEngine.PATIENCE);
    assertThat(requests()).isEmpty();
    assertPersonTookOver();
    assertThat(failure()).containsEntry("reason", "interrupted").containsEntry("uncertain", "true");
  }

  @Test
  void leavesABackEndInTroubleAloneAndComesBack() {
    answers(aResponse().withStatus(500));
    for (int i = 0; i < 4; i++) {
      wants("status", "AB" + i);
    }
    int stormed = requests().size();
    assertThat(stormed).isBetween(5, 10);
    wants("status", "AB9");
    assertThat(requests()).hasSize(stormed);
    assertThat(said().getLast()).isEqualTo("It is down.");
    assertThat(
            meters
                .get("resilience4j.circuitbreaker.state")
                .tag("name", "shop")
                .tag("state", "open")
                .gauge()
                .value())
        .isEqualTo(1);

    answers(okJson("{\"state\":\"SENT\",\"delivery\":{\"days\":2}}"));
    await()
        .atMost(TestEngine.PATIENCE)
        .until(
            () -> {
              wants("status", "AB10");
              return said().getLast().equals("State SENT, 2 days.");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../admin",
        "..",
        "a/../../admin",
        "a/b",
        "a\\b",
        "%2e%2e",
        "a%2fb",
        "a?admin=1",
        "a#b",
        "a;b",
        "a\r\nX-Evil: 1",
        "a\u0000b"
      })
  void sendsNothingThatCouldClimbOut(String order) {
    answers(okJson("{\"state\":\"SENT\",\"delivery\":{\"days\":2}}"));
    wants("status", order);
    assertThat(requests()).isEmpty();
    assertPersonTookOver();
    assertThat(failure()).containsEntry("error", "not-allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{id}", "${env.SHOP_KEY}", "a&admin=1", "a b+c", "x=1", "http:evil", "@evil"})
  void keepsAValueAValue(String order) {
    answers(okJson("{\"state\":\"SENT\",\"delivery\":{\"days\":2}}"));
    wants("status", order);
    assertThat(requests()).hasSize(1);
    var sent = requests().getFirst();
    var path = URI.create(sent.getAbsoluteUrl());
    assertThat(path.getPath()).isEqualTo("/v1/orders/" + order);
    assertThat(sent.getQueryParams()).containsOnlyKeys("note");
    assertThat(sent.queryParameter("note").firstValue()).isEqualTo(order);
    assertThat(sent.getUrl()).doesNotContain(SECRET);
    assertThat(sent.getHeader("X-Note")).isEqualTo(order);
  }

  @Test
  void keepsAFieldAField() {
    answers(okJson("{\"number\":\"7\"}"));
    wants("refund", "x\",\"amount\":999,\"y\":\"");
    assertThat(requests().getFirst().getBodyAsString())
        .isEqualTo("{\"note\":\"x\\\",\\\"amount\\\":999,\\\"y\\\":\\\"\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d/v1", "http://localhost:%d/v1", "http://[::1]:%d/v1"})
  void asksNobodyInOurOwnNetwork(String url) {
    answers(okJson("{\"state\":\"SENT\",\"delivery\":{\"days\":2}}"));
    at(url.formatted(wire.port()), false);
    wants("status", "AB1");
    assertThat(requests()).isEmpty();
    assertThat(failure())
        .containsEntry("error", "unavailable")
        .containsEntry("reason", "not-public");
  }

  @Test
  void saysAWordMeanwhileAndTakesALateAnswerForAnEntry() {
    gateway.take(customer.thread(), customer.says("status"));
    gateway.take(customer.thread(), customer.says("AB1"));
    clock.forward(Duration.ofSeconds(5));
    gateway.engine.current(customer.thread()).block();
    answers(okJson("{\"state\":\"SENT\",\"delivery\":{\"days\":2}}").withFixedDelay(500));
    gateway.round();
    assertThat(said()).anyMatch(w -> w.contains("slower than usual"));
    assertThat(said()).contains("State SENT, 2 days.");
  }
}
