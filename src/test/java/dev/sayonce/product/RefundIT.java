package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

/**
 * Agents refund from the console: within their limit, beyond it with a supervisor's word, and in no
 * other way, whatever is sent.
 */
class RefundIT {

  /** What came to the back end: {@code key amount path}. */
  private record Came(String key, String path, String body) {}

  private static final Queue<Came> CAME = new ConcurrentLinkedQueue<>();

  private static DisposableServer backEnd;
  private static GatewayProcess gateway;
  private static AgentClient admin;
  private static AgentClient anna;
  private static AgentClient boris;
  private static AgentClient sofia;

  private ChatClient customer;
  private String conversation;

  @BeforeAll
  static void start() {
    backEnd =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(
                (request, response) ->
                    request
                        .receive()
                        .aggregate()
                        .asString()
                        .defaultIfEmpty("")
                        .flatMap(
                            body -> {
                              var key = request.requestHeaders().get("Idempotency-Key", "");
                              if (request.uri().endsWith("/refunds")) {
                                CAME.add(new Came(key, request.uri(), body));
                              }
                              return response
                                  .sendString(
                                      Mono.just("{\"number\":\"R-77\",\"state\":\"PACKING\"}"))
                                  .then();
                            }))
            .bindNow();
    gateway =
        GatewayProcess.onEmbeddedRedis(
            "--sayonce.web.burst=1000",
            "--sayonce.web.ping=1s",
            "--sayonce.actions.services.polanka.url=http://127.0.0.1:" + backEnd.port() + "/v1",
            "--sayonce.actions.services.polanka.own-network=true",
            "--POLANKA_API_KEY=test");
    admin = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
    anna = account("anna", "agent");
    boris = account("boris", "agent");
    sofia = account("sofia", "supervisor");
  }

  private static AgentClient account(String login, String role) {
    var made =
        admin.post(
            "/agents",
            Map.of(
                "login",
                login,
                "name",
                Character.toUpperCase(login.charAt(0)) + login.substring(1),
                "role",
                role,
                "teams",
                List.of(),
                "languages",
                List.of("en")));
    assertThat(made.status()).isEqualTo(201);
    return AgentClient.signedIn(gateway.port(), login, made.body().path("password").asString());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    backEnd.disposeNow();
  }

  @BeforeEach
  void customerWithAnna() {
    CAME.clear();
    customer = ChatClient.open(gateway.port(), "en");
    till(customer::isReady);
    customer.say("my order number is AB123453");
    till(() -> customer.allTexts().anyMatch(t -> t.contains("being packed")));
    conversation = customer.conversation();
    assertThat(anna.act(conversation, "claim").status()).isEqualTo(200);
  }

  @AfterEach
  void leave() {
    customer.close();
  }

  private static void till(BooleanSupplier condition) {
    await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
  }

  private AgentClient.Answer refund(AgentClient who, Map<String, String> values) {
    var body = new HashMap<String, Object>();
    body.put("id", UUID.randomUUID().toString());
    body.put("values", values);
    body.put("confirmed", true);
    body.put("why", "arrived broken");
    return who.post("/conversations/%s/actions/order.refund".formatted(conversation), body);
  }

  private AgentClient.Answer refund(AgentClient who, String amount) {
    return refund(who, Map.of("id", "AB123453", "amount", amount, "reason", "broken"));
  }

  private AgentClient.Answer decide(AgentClient who, int entry, boolean approve) {
    return who.post(
        "/conversations/%s/approvals/%d".formatted(conversation, entry),
        Map.of("id", UUID.randomUUID().toString(), "approve", approve, "why", "fair"));
  }

  private Optional<JsonNode> notice(String code) {
    return anna.conversation(conversation)
        .path("entries")
        .valueStream()
        .map(e -> e.path("notice"))
        .filter(n -> n.path("code").asString("").equals(code))
        .filter(n -> n.path("action").asString().equals("order.refund"))
        .reduce((_, later) -> later);
  }

  private JsonNode approvals(AgentClient who) {
    return who.conversation(conversation).path("summary").path("approvals");
  }

  private static List<JsonNode> audit(Supplier<AgentClient> who) {
    return who.get().get("/audit").body().path("lines").valueStream().toList();
  }

  @Test
  void givesTheFormWithWhatIsKnown() {
    var forms = anna.get("/conversations/%s/actions".formatted(conversation)).body();
    var refund =
        forms
            .valueStream()
            .filter(f -> f.path("id").asString().equals("order.refund"))
            .findFirst()
            .orElseThrow();
    assertThat(refund.path("confirm").asBoolean()).isTrue();
    assertThat(refund.path("inputs").path(0).path("value").asString()).isEqualTo("AB123453");
    assertThat(refund.path("inputs").path(1).path("type").asString()).isEqualTo("money");
    assertThat(refund.path("inputs").path(1).path("currency").asString()).isEqualTo("PLN");
    assertThat(refund.path("inputs").path(1).path("most").asInt()).isEqualTo(200);
  }

  @Test
  void refundsWithinTheLimitOnceAndTellsTheNumber() {
    assertThat(refund(anna, "149,90").status()).isEqualTo(200);
    till(() -> notice("call-done").isPresent());
    assertThat(notice("call-done").orElseThrow().path("told").asString()).contains("R-77");
    assertThat(notice("called").orElseThrow().path("by").asString()).isEqualTo("Anna");
    assertThat(CAME).hasSize(1);
    assertThat(CAME.peek().path()).isEqualTo("/v1/orders/AB123453/refunds");
    assertThat(CAME.peek().body()).contains("149.9");
    assertThat(customer.allTexts()).noneMatch(t -> t.contains("R-77"));
    var lines = audit(() -> sofia);
    assertThat(lines.get(0).path("what").asString()).isEqualTo("call-done");
    assertThat(lines.get(1).path("what").asString()).isEqualTo("called");
    assertThat(lines.get(1).path("details").path("why").asString()).isEqualTo("arrived broken");
    assertThat(lines.get(1).path("conversation").asString()).isEqualTo(conversation);
  }

  @Test
  void aFormThatIsSentTwiceRefundsOnce() {
    var body =
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "values",
            Map.of("id", "AB123453", "amount", "10"),
            "confirmed",
            true);
    var path = "/conversations/%s/actions/order.refund".formatted(conversation);
    var first = anna.post(path, body);
    var again = anna.post(path, body);
    assertThat(again).isEqualTo(first);
    till(() -> notice("call-done").isPresent());
    assertThat(CAME).hasSize(1);
  }

  @Test
  void refundsBeyondTheLimitWithASupervisorsWord() {
    assertThat(refund(anna, "500").status()).isEqualTo(200);
    var asked = approvals(sofia).path(0);
    assertThat(asked.path("action").asString()).isEqualTo("order.refund");
    assertThat(asked.path("by").path("name").asString()).isEqualTo("Anna");
    var desk = sofia.get("/desk").body().path("approvals");
    assertThat(desk.valueStream().map(s -> s.path("conversation").asString()))
        .contains(conversation);
    assertThat(CAME).isEmpty();

    assertThat(decide(sofia, asked.path("n").asInt(), true).status()).isEqualTo(200);
    till(() -> notice("call-done").isPresent());
    assertThat(CAME).hasSize(1);
    assertThat(approvals(sofia).isMissingNode()).isTrue();
    assertThat(notice("called").orElseThrow().path("approvedBy").asString()).isEqualTo("Sofia");
    assertThat(decide(sofia, asked.path("n").asInt(), true).status()).isEqualTo(409);
    assertThat(CAME).hasSize(1);
    assertThat(sofia.get("/desk").body().path("approvals").valueStream())
        .noneMatch(s -> s.path("conversation").asString().equals(conversation));
  }

  @Test
  void aRefusedWordRefundsNothing() {
    refund(anna, "500");
    assertThat(decide(sofia, approvals(sofia).path(0).path("n").asInt(), false).status())
        .isEqualTo(200);
    assertThat(notice("approval-declined").orElseThrow().path("why").asString()).isEqualTo("fair");
    assertThat(CAME).isEmpty();
    assertThat(audit(() -> admin).getFirst().path("what").asString())
        .isEqualTo("approval-declined");
  }

  @Test
  void nobodyApprovesTheirOwnNorAnAgentAColleagues() {
    refund(anna, "500");
    int n = approvals(sofia).path(0).path("n").asInt();
    var own = decide(anna, n, true);
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.body().path("code").asString()).isEqualTo("own");
    var colleague = decide(boris, n, true);
    assertThat(colleague.status()).isEqualTo(403);
    assertThat(CAME).isEmpty();
    assertThat(approvals(sofia)).hasSize(1);
  }

  @Test
  void whatNobodyMayHaveIsNotEvenAskedFor() {
    var answer = refund(boris, "10");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().path("code").asString()).isEqualTo("claimed");
    sofia.act(conversation, "claim");
    assertThat(refund(sofia, "10").status()).isEqualTo(409);
    assertThat(CAME).isEmpty();
  }

  @Test
  void aRoleInTheRequestIsNobodysRole() {
    var forged =
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "values",
            Map.of("id", "AB123453", "amount", "1999"),
            "confirmed",
            true,
            "role",
            "admin",
            "approvedBy",
            "sofia");
    anna.post("/conversations/%s/actions/order.refund".formatted(conversation), forged);
    assertThat(approvals(sofia)).hasSize(1);
    assertThat(CAME).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../admin",
        "AB123453/../../x",
        "AB123453?x=1",
        "AB123453\r\nX-Evil: 1",
        "{amount}",
        "${env.POLANKA_API_KEY}",
        "http://169.254.169.254/"
      })
  void whatDoesNotFitGoesNowhere(String order) {
    var answer = refund(anna, Map.of("id", order, "amount", "10"));
    if (answer.status() == 200) { // a number was found in it: then it is that order and no more
      till(() -> notice("call-done").isPresent());
      assertThat(CAME)
          .allSatisfy(c -> assertThat(c.path()).isEqualTo("/v1/orders/AB123453/refunds"));
    } else {
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body().path("field").asString()).isEqualTo("id");
      assertThat(CAME).isEmpty();
    }
  }

  @Test
  void saysWhichValueIsMissing() {
    var answer = refund(anna, Map.of("id", "AB123453"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("field").asString()).isEqualTo("amount");
  }

  @Test
  void onlyThoseWhoAnswerForItSeeTheAuditAndTheBackEnds() {
    assertThat(anna.get("/audit").status()).isEqualTo(403);
    assertThat(anna.get("/back-ends").status()).isEqualTo(403);
    refund(anna, "10");
    till(() -> notice("call-done").isPresent());
    var backEnds = sofia.get("/back-ends").body();
    assertThat(backEnds.path(0).path("id").asString()).isEqualTo("polanka");
    assertThat(backEnds.path(0).path("seen").path(0).path("line").asString()).isEqualTo("asked");
    assertThat(backEnds.path(0).path("seen").path(0).path("room").asInt()).isPositive();
  }

  @Test
  void auditGoesOnPageByPageWithoutAGap() {
    for (int i = 0; i < 30; i++) {
      refund(anna, "10");
    }
    till(() -> CAME.size() == 30);
    till(() -> anna.conversation(conversation).toString().split("call-done").length > 30);
    var first = sofia.get("/audit").body();
    assertThat(first.path("lines")).hasSize(50);
    var rest = sofia.get("/audit?before=" + first.path("next").asString()).body();
    var here =
        java.util.stream.Stream.of(first, rest)
            .flatMap(page -> page.path("lines").valueStream())
            .filter(line -> line.path("conversation").asString().equals(conversation))
            .map(line -> line.path("n").asInt())
            .toList();
    assertThat(here).hasSize(60).doesNotHaveDuplicates();
    assertThat(sofia.get("/audit?before=nonsense").status()).isEqualTo(400);
  }
}
