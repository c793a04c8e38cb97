package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two gateways on one Redis are one product: whoever is at either of them meets everybody. */
class TwoGatewaysIT {

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  private static void tillHeard(ChatClient client, String words) {
    till(() -> client.allTexts().anyMatch(t -> t.contains(words)));
  }

  @Test
  void outlivesTheLossOfEitherGateway() {
    TestRedis.flush();
    try (var a = GatewayProcess.onTestRedis();
        var b = GatewayProcess.onTestRedis();
        var customer = ChatClient.open(a.port(), "en")) {
      var conversation = meetAcross(a, b, customer);
      try (var agent = AgentClient.signedIn(b.port(), "admin", a.password())) {
        talkAcross(agent, customer, conversation);
        b.kill();
        goOnAtTheOther(agent, a, customer, conversation);
        b.start();
        resumeAtTheOther(agent, a, b, customer, conversation);
      }
    }
  }

  private static String meetAcross(GatewayProcess a, GatewayProcess b, ChatClient customer) {
    assertThat(b.password()).as("the second gateway finds the first one's admin").isEmpty();
    assertThat(a.password()).isNotEmpty();
    customer.say("how much is delivery");
    tillHeard(customer, "14.99");
    customer.say("agent");
    till(() -> customer.entries().stream().anyMatch(e -> e.has("options")));
    customer.choose(customer.entries().getLast(), "order");
    till(() -> customer.status().equals("queued"));
    return customer.conversation();
  }

  private static void talkAcross(AgentClient agent, ChatClient customer, String conversation) {
    agent.openSocket();
    assertThat(agent.get("/desk").body().path("waiting").toString()).contains(conversation);
    agent.follow(conversation);
    till(() -> agent.heard().contains("how much is delivery"));
    assertThat(agent.act(conversation, "claim").status()).isEqualTo(200);
    till(() -> customer.status().equals("open"));
    agent.write(conversation, "reply", "Hello from B");
    tillHeard(customer, "Hello from B");
    customer.say("Hello from A");
    till(() -> agent.heard().contains("Hello from A"));
  }

  private static void goOnAtTheOther(
      AgentClient agent, GatewayProcess a, ChatClient customer, String conversation) {
    agent.close();
    agent.moveTo(a.port());
    assertThat(agent.get("/me").status()).as("the session is still valid").isEqualTo(200);
    agent.openSocket();
    agent.follow(conversation);
    assertThat(agent.write(conversation, "reply", "Now from A").status()).isEqualTo(200);
    tillHeard(customer, "Now from A");
    customer.say("I see");
    till(() -> agent.heard().contains("I see"));
    assertThat(customer.connections()).as("the customer noticed nothing").isEqualTo(1);
    assertThat(customer.gaps()).isZero();
  }

  private static void resumeAtTheOther(
      AgentClient agent,
      GatewayProcess a,
      GatewayProcess b,
      ChatClient customer,
      String conversation) {
    a.kill();
    customer.say("Written while nobody listened");
    agent.close();
    agent.moveTo(b.port());
    agent.openSocket();
    agent.write(conversation, "reply", "Said meanwhile at B");
    customer.moveTo(b.port());
    tillHeard(customer, "Said meanwhile at B");
    till(() -> customer.pending() == 0);
    tillHeard(customer, "Written while nobody listened");

    assertThat(customer.texts("customer"))
        .endsWith("Hello from A", "I see", "Written while nobody listened");
    assertThat(customer.texts("agent"))
        .containsExactly("Hello from B", "Now from A", "Said meanwhile at B");
    try (var afresh = ChatClient.openAs(b.port(), "en", customer.token())) {
      till(() -> afresh.entries().size() == customer.entries().size());
      assertThat(afresh.entries()).isEqualTo(customer.entries());
    }
    assertThat(publicTexts(agent.conversation(conversation)))
        .isEqualTo(customer.allTexts().toList());
  }

  private static List<String> publicTexts(JsonNode opened) {
    return opened
        .path("entries")
        .valueStream()
        .filter(e -> e.has("text") && !e.path("private").asBoolean())
        .map(e -> e.path("text").asString())
        .toList();
  }
}
