package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.customer.VouchingPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer for whom the company's page vouches is the same one on every device. */
class SignedInCustomerIT {

  private static final String COST = "how much is delivery";
  private static final String HUMAN = "agent";

  private static GatewayProcess gateway;
  private static AgentClient agent;

  private final String customer = "k-" + UUID.randomUUID();
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void start() {
    gateway =
        GatewayProcess.onEmbeddedRedis(
            "--sayonce.web.burst=1000",
            "--sayonce.web.ping=1s",
            "--sayonce.identity.secret=" + VouchingPage.SECRET);
    agent = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @AfterEach
  void close() throws Exception {
    for (var one : open) {
      one.close();
    }
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  private String vouching(String who) {
    return VouchingPage.vouchFor(
        who, "Anna Nowak", Map.of("orderNumber", "AB123456"), Instant.now());
  }

  private ChatClient keep(ChatClient client) {
    open.add(client);
    till(client::isReady);
    return client;
  }

  private ChatClient device(String who) {
    return keep(ChatClient.openVouchedFor(gateway.port(), Optional.empty(), vouching(who)));
  }

  private ChatClient device(String who, String token) {
    return keep(ChatClient.openVouchedFor(gateway.port(), Optional.of(token), vouching(who)));
  }

  private ChatClient asks(ChatClient client, String words, String answer) {
    client.say(words);
    tillHas(client, answer);
    return client;
  }

  private static void tillHas(ChatClient client, String words) {
    till(() -> client.allTexts().anyMatch(t -> t.contains(words)));
  }

  @Test
  void goesOnOnAnotherDevice() {
    var phone = asks(device(customer), COST, "14.99");
    var laptop = device(customer);
    tillHas(laptop, COST);
    assertThat(laptop.token()).isNotEqualTo(phone.token());

    asks(laptop, HUMAN, "What is it about?");
    tillHas(phone, "What is it about?");
    assertThat(laptop.conversation()).isEqualTo(phone.conversation());
    assertThat(phone.get(history(phone)).statusCode()).isEqualTo(200);
    assertThat(laptop.get(history(phone)).statusCode()).isEqualTo(200);
  }

  private static String history(ChatClient client) {
    return "/chat/history?conversation=%s&before=999".formatted(client.conversation());
  }

  @Test
  void tellsAgentsWhoItIsBeforeTheFirstWords() {
    var client = asks(device(customer), COST, "14.99");
    var seen = agent.conversation(client.conversation());
    var summary = seen.path("summary");
    assertThat(summary.path("customer").asString()).isEqualTo("Anna Nowak");
    assertThat(summary.path("proved").path("customer").asString()).isEqualTo(customer);
    assertThat(summary.path("proved").path("proof").asString()).isEqualTo("page");
    assertThat(seen.path("entries").path(0).path("notice").path("code").asString())
        .isEqualTo("identified");
    assertThat(client.allTexts()).noneMatch(t -> t.contains(customer));
  }

  @Test
  void bringsAlongWhatWasSaidBeforeSigningIn() {
    var anonymous = ChatClient.open(gateway.port(), "en");
    asks(keep(anonymous), COST, "14.99");
    var before = anonymous.conversation();

    var signedIn = device(customer, anonymous.token());
    tillHas(signedIn, COST);
    assertThat(signedIn.token()).isEqualTo(anonymous.token());
    assertThat(signedIn.conversation()).isEqualTo(before);
    till(() -> agent.conversation(before).path("summary").has("proved"));

    var other = device(customer);
    tillHas(other, COST);
    assertThat(other.conversation()).isEqualTo(before);
  }

  @Test
  void joinsAnAnonymousTalkWithTheCustomersOwn() {
    var phone = asks(device(customer), COST, "14.99");
    var laptop = ChatClient.open(gateway.port(), "en");
    asks(keep(laptop), HUMAN, "What is it about?");
    var left = laptop.conversation();

    var signedIn = device(customer, laptop.token());
    tillHas(signedIn, COST);
    asks(signedIn, "when are you open", "Kraków");
    tillHas(phone, "when are you open");
    till(
        () ->
            agent.conversation(left).path("summary").path("status").asString().equals("continued"));
  }

  @Test
  void neverShowsOneCustomerTheTalkOfAnother() {
    var first = asks(device(customer), COST, "14.99");
    var second = device("k-" + UUID.randomUUID(), first.token());
    assertThat(second.token()).isNotEqualTo(first.token());
    asks(second, "when are you open", "Kraków");
    assertThat(second.allTexts()).noneMatch(t -> t.contains(COST));
    assertThat(first.allTexts()).noneMatch(t -> t.contains("when are you open"));
    assertThat(second.get(history(first)).statusCode()).isEqualTo(404);
  }

  @Test
  void remembersTheSessionWithoutTheToken() {
    var first = asks(device(customer), COST, "14.99");
    var again = keep(ChatClient.openAs(gateway.port(), "en", first.token()));
    tillHas(again, COST);
    assertThat(again.conversation()).isEqualTo(first.conversation());
  }

  @Test
  void servesWhoeverBringsABadTokenAsTheyWere() {
    var forged =
        keep(
            ChatClient.openVouchedFor(
                gateway.port(), Optional.empty(), vouching(customer).replace('.', '_')));
    asks(forged, COST, "14.99");
    assertThat(agent.conversation(forged.conversation()).path("summary").has("proved")).isFalse();
  }

  @Test
  void beginsAnewAfterAnErasureAndIsNotShutOut() throws Exception {
    var phone = asks(device(customer), COST, "14.99");
    var laptop = device(customer);
    tillHas(laptop, COST);

    var request =
        HttpRequest.newBuilder(URI.create(gateway.base() + "/chat/thread"))
            .header("Authorization", "Bearer " + phone.token())
            .DELETE()
            .build();
    var erased = ChatClient.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(erased.statusCode()).isEqualTo(204);

    till(
        () ->
            laptop.frames().stream().anyMatch(f -> f.path("reason").asString().equals("revoked")));
    var again = device(customer);
    asks(again, "when are you open", "Kraków");
    assertThat(again.allTexts()).noneMatch(t -> t.contains(COST));
  }

  @Test
  void writesNoTokenIntoItsLog() throws Exception {
    var token = vouching(customer);
    keep(ChatClient.openVouchedFor(gateway.port(), Optional.empty(), token));
    keep(ChatClient.openVouchedFor(gateway.port(), Optional.empty(), token + "x"));
    var log = Path.of("target", "gateway-%d.log".formatted(gateway.port()));
    till(() -> read(log).contains("vouched for a customer in vain"));
    assertThat(read(log))
        .doesNotContain(token)
        .doesNotContain(token.substring(token.lastIndexOf('.') + 1))
        .doesNotContain(VouchingPage.SECRET);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
