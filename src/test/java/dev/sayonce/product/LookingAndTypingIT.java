package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who types and who looks is seen at once, at whichever gateway they are, and by nobody else. */
class LookingAndTypingIT {

  private static GatewayProcess a;
  private static GatewayProcess b;
  private static AgentClient admin;

  @BeforeAll
  static void start() {
    TestRedis.flush();
    a = GatewayProcess.onTestRedis();
    b = GatewayProcess.onTestRedis();
    admin = AgentClient.signedIn(a.port(), "admin", a.password());
    admin.openSocket();
  }

  @AfterAll
  static void stop() {
    admin.close();
    a.close();
    b.close();
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  private static AgentClient agent(String login, String name, int port) {
    var form =
        Map.of(
            "login",
            login,
            "name",
            name,
            "role",
            "agent",
            "teams",
            List.of("orders"),
            "languages",
            List.of("en"));
    var password = admin.post("/agents", form).body().path("password").asString();
    var client = AgentClient.signedIn(port, login, password);
    client.openSocket();
    return client;
  }

  /** A customer at the first gateway whose case the agent has. */
  private static ChatClient servedBy(AgentClient agent) {
    var customer = ChatClient.open(a.port(), "en");
    customer.say("agent");
    till(() -> customer.entries().stream().anyMatch(e -> e.has("options")));
    customer.choose(customer.entries().getLast(), "order");
    till(() -> customer.status().equals("queued"));
    assertThat(agent.act(customer.conversation(), "claim").status()).isEqualTo(200);
    till(() -> customer.status().equals("open"));
    return customer;
  }

  private static List<JsonNode> typing(AgentClient agent, String from) {
    return agent.frames("typing").stream()
        .filter(f -> f.path("from").asString().equals(from))
        .toList();
  }

  @Test
  void showsTypingBothWaysOverTwoGateways() {
    try (var olga = agent("olga", "Olga", b.port());
        var colleague = agent("oskar", "Oskar", a.port());
        var customer = servedBy(olga)) {
      var conversation = customer.conversation();
      olga.follow(conversation);
      colleague.follow(conversation);
      till(() -> olga.lookers(conversation).equals(List.of("Oskar")));

      customer.type();
      till(() -> !typing(olga, "customer").isEmpty());
      till(() -> !typing(colleague, "customer").isEmpty());
      assertThat(typing(olga, "customer").getFirst().path("conversation").asString())
          .isEqualTo(conversation);

      olga.type(conversation, false);
      till(() -> customer.lastOf("typing").isPresent());
      assertThat(customer.lastOf("typing").orElseThrow().path("name").asString()).isEqualTo("Olga");
      till(() -> !typing(colleague, "agent").isEmpty());
      assertThat(typing(colleague, "agent").getFirst().path("name").asString()).isEqualTo("Olga");
      assertThat(typing(olga, "agent")).as("nobody sees themselves").isEmpty();
      till(() -> isTyping(colleague, conversation));
      till(() -> !isTyping(colleague, conversation));
    }
  }

  private static boolean isTyping(AgentClient agent, String conversation) {
    return agent.frames("looking").stream()
        .filter(f -> f.path("conversation").asString().equals(conversation))
        .reduce((_, later) -> later)
        .filter(f -> f.path("agents").get(0).path("typing").asBoolean())
        .isPresent();
  }

  @Test
  void showsTheCustomerNeitherNotesNorTheDraftsOfOthers() {
    try (var nina = agent("nina", "Nina", b.port());
        var nora = agent("nora", "Nora", a.port());
        var customer = servedBy(nina)) {
      var conversation = customer.conversation();
      nina.follow(conversation);
      nora.follow(conversation);
      till(() -> nina.lookers(conversation).equals(List.of("Nora")));
      till(() -> nora.lookers(conversation).equals(List.of("Nina")));

      nina.type(conversation, true);
      till(() -> typing(nora, "agent").size() == 1);
      nora.type(conversation, false);
      till(() -> typing(nina, "agent").size() == 1);

      // what comes after both has overtaken nothing: the reply is the first that the customer sees
      nina.write(conversation, "reply", "All done");
      till(() -> customer.allTexts().anyMatch("All done"::equals));
      assertThat(customer.frames("typing")).isEmpty();
    }
  }

  @Test
  void tellsNobodyWhoDoesNotLook() {
    try (var paula = agent("paula", "Paula", b.port());
        var other = agent("petra", "Petra", a.port());
        var customer = servedBy(paula);
        var stranger = servedBy(other)) {
      paula.follow(customer.conversation());
      other.follow(stranger.conversation());
      other.type(customer.conversation(), false);
      till(() -> paula.frames("entry").size() > 0 && other.frames("entry").size() > 0);
      customer.type();
      till(() -> typing(paula, "customer").size() == 1);
      assertThat(typing(other, "customer")).isEmpty();
      assertThat(typing(paula, "agent")).as("typing where one does not look").isEmpty();
      assertThat(stranger.frames("typing")).isEmpty();
    }
  }

  @Test
  void seesLookersComeAndGo() {
    try (var tom = agent("tom", "Tom", b.port());
        var customer = servedBy(tom)) {
      var conversation = customer.conversation();
      tom.follow(conversation);
      till(() -> tom.frames("entry").size() > 0);
      var tim = agent("tim", "Tim", a.port());
      tim.follow(conversation);
      till(() -> tom.lookers(conversation).equals(List.of("Tim")));
      till(() -> tim.lookers(conversation).equals(List.of("Tom")));
      tim.leave(conversation);
      till(() -> tom.lookers(conversation).isEmpty());
      tim.follow(conversation);
      till(() -> tom.lookers(conversation).equals(List.of("Tim")));
      tim.close();
      till(() -> tom.lookers(conversation).isEmpty());
    }
  }

  @Test
  void bearsWhateverIsPublished() {
    try (var uma = agent("uma", "Uma", b.port());
        var customer = servedBy(uma)) {
      var conversation = customer.conversation();
      uma.follow(conversation);
      till(() -> uma.frames("entry").size() > 0);
      var channel = RedisKeys.signals(new ConversationId(conversation).thread().partition());
      for (var nonsense :
          List.of(
              "",
              "x",
              "x\n",
              "x\n{}",
              "x\n{\"type\":\"customer-types\",\"conversation\":\"..\"}",
              "x\n{\"type\":\"looked\",\"conversation\":\"" + conversation + "\"}")) {
        TestRedis.redis().commands().spublish(channel, nonsense).block();
      }
      customer.type();
      till(() -> typing(uma, "customer").size() == 1);
    }
  }
}
