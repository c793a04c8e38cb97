package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestCluster;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two gateways on a Redis Cluster are one product, and stay it when one of the servers of the
 * cluster dies.
 */
class ClusterIT {

  private static final Pattern TAGGED =
      Pattern.compile(
          "\\{(p\\d\\d|learning|staff|telegram)}:.*|partitions|flows:.*|files:.*|back-ends|codes:.*");

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  private static void tillHeard(ChatClient client, String words) {
    till(() -> client.allTexts().anyMatch(t -> t.contains(words)));
  }

  @Test
  void isOneProductOverTwoGatewaysAndOutlivesAServerOfTheCluster() {
    try (var cluster = TestCluster.ofThreeWithReplicas();
        var a = GatewayProcess.on(cluster.url());
        var b = GatewayProcess.on(cluster.urlOfAll());
        var customer = ChatClient.open(a.port(), "en")) {
      queue(customer);
      var agent = AgentClient.signedIn(b.port(), "admin", a.password());
      try (agent) {
        talk(agent, customer);
        manyTalk(cluster, a, b);
        loseAServer(cluster, agent, customer);
      }
      assertThat(cluster.keys()).allMatch(key -> TAGGED.matcher(key).matches());
      assertThat(a.output() + b.output()).doesNotContain("CROSSSLOT", "of-the-cluster");
    }
  }

  private static void queue(ChatClient customer) {
    customer.say("how much is delivery");
    tillHeard(customer, "14.99");
    customer.say("agent");
    till(() -> customer.entries().stream().anyMatch(e -> e.has("options")));
    customer.choose(customer.entries().getLast(), "order");
    till(() -> customer.status().equals("queued"));
  }

  /** The customer is at A, the agent at B: each hears the other by what is published. */
  private static void talk(AgentClient agent, ChatClient customer) {
    var conversation = customer.conversation();
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
    assertThat(customer.gaps()).isZero();
  }

  /** Customers of all partitions, so of all servers. */
  private static void manyTalk(TestCluster cluster, GatewayProcess a, GatewayProcess b) {
    var all =
        IntStream.range(0, 24)
            .mapToObj(i -> ChatClient.open(i % 2 == 0 ? a.port() : b.port(), "en"))
            .toList();
    all.forEach(c -> c.say("how much is delivery"));
    all.forEach(c -> tillHeard(c, "14.99"));
    assertThat(all.stream().map(c -> cluster.ownerOf(keyOf(c)).port()).distinct())
        .as("every server has conversations")
        .hasSize(3);
    all.forEach(ChatClient::close);
  }

  private static String keyOf(ChatClient customer) {
    return RedisKeys.turns(new ConversationId(customer.conversation()).thread().partition());
  }

  private static void loseAServer(TestCluster cluster, AgentClient agent, ChatClient customer) {
    var conversation = customer.conversation();
    var channel = keyOf(customer);
    var lost = cluster.ownerOf(channel);
    assertThat(lost.listeners(channel)).as("both gateways listen there").isEqualTo(2);
    assertThat(lost.commands().waitForReplication(1, 5000)).isEqualTo(1);
    lost.kill();

    var words = "Said while nobody has my slot " + UUID.randomUUID();
    var id = customer.say(words);
    till(() -> customer.isSettled(id));
    var heir = cluster.ownerOf(channel);
    assertThat(heir.port()).isNotEqualTo(lost.port());
    till(() -> heir.listeners(channel) == 2);

    till(() -> agent.write(conversation, "reply", "Still here").status() == 200);
    tillHeard(customer, "Still here");
    customer.say("So am I");
    till(() -> agent.heard().contains("So am I"));
    till(() -> customer.pending() == 0);
    assertThat(customer.texts("customer"))
        .containsSubsequence("Hello from A", words, "So am I")
        .doesNotHaveDuplicates();
    assertThat(agent.conversation(conversation).path("entries").toString())
        .contains(List.of("how much is delivery", "Hello from B", "Hello from A", words));
  }
}
