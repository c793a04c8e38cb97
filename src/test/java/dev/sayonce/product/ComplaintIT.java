package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.channel.telegram.TelegramStub.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Complaints through the whole product: over a crash, in Telegram, in the console's list. */
class ComplaintIT {

  private static final long CHAT = 7301;
  private static final Pattern NUMBER = Pattern.compile("R-[2-9B-Z]{6}");

  private static TelegramStub telegram;
  private static GatewayProcess gateway;
  private static AgentClient agent;

  @BeforeAll
  static void start() {
    telegram = new TelegramStub();
    gateway =
        GatewayProcess.onEmbeddedRedis(
            telegram.settings("--sayonce.telegram.per-chat=50ms", "--sayonce.web.burst=1000"));
    agent = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
  }

  @AfterAll
  static void stop() {
    agent.close();
    gateway.close();
    telegram.close();
  }

  private static void till(BooleanSupplier condition) {
    await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
  }

  private static String numberIn(String words) {
    return NUMBER.matcher(words).results().findFirst().orElseThrow().group();
  }

  private static List<String> complaintsOf(String conversation) {
    return agent
        .conversation(conversation)
        .path("summary")
        .path("complaints")
        .valueStream()
        .map(c -> c.path("number").asString())
        .toList();
  }

  private static List<String> listed() {
    return agent
        .get("/lists/complaints")
        .body()
        .path("summaries")
        .valueStream()
        .map(s -> s.path("conversation").asString())
        .toList();
  }

  private static JsonNode complaint(String conversation) {
    return agent.conversation(conversation).path("summary").path("complaints").path(0);
  }

  /** In line for a person the one word is enough. */
  private static ChatClient waiting() {
    var chat = ChatClient.open(gateway.port(), "en");
    chat.say("agent");
    till(() -> !chat.texts("bot").isEmpty());
    chat.say("Never mind, just a person");
    till(() -> chat.status().equals("queued"));
    return chat;
  }

  @Test
  void isMadeOnceHoweverOftenTheGatewayDies() {
    var chat = waiting();
    gateway.kill();
    var sent = chat.say("complaint");
    gateway.start();
    till(() -> chat.isSettled(sent));
    gateway.kill();
    gateway.start();
    chat.drop();
    till(() -> chat.allTexts().anyMatch(t -> t.contains("in charge of complaint")));

    var numbers =
        chat.texts("bot").stream().filter(t -> NUMBER.matcher(t).find()).map(t -> numberIn(t));
    var number = numbers.toList();
    assertThat(number).hasSize(1);
    assertThat(complaintsOf(chat.conversation())).isEqualTo(number);
    assertThat(chat.texts("system")).filteredOn(t -> t.contains("in charge of")).hasSize(1);
    assertThat(complaint(chat.conversation()).path("owner").path("name").asString())
        .isEqualTo("Admin");
    chat.close();
  }

  @Test
  void isListedTillItIsAccepted() {
    var chat = waiting();
    chat.say("complaint");
    till(() -> listed().contains(chat.conversation()));
    var id = chat.conversation();
    agent.act(id, "claim");
    assertThat(agent.act(id, "resolve").body().path("code").asString()).isEqualTo("complaint-open");
    var number = complaintsOf(id).getFirst();
    var proposal = Map.of("id", "proposal-1", "number", number, "text", "A new one by Friday");
    assertThat(agent.post("/conversations/" + id + "/propose", proposal).status()).isEqualTo(200);
    assertThat(agent.post("/conversations/" + id + "/propose", proposal).status()).isEqualTo(200);
    till(() -> chat.texts("agent").contains("A new one by Friday"));
    assertThat(chat.texts("agent")).hasSize(1);
    assertThat(agent.act(id, "resolve").body().path("code").asString())
        .isEqualTo("complaint-unconfirmed");
    chat.say("I accept");
    till(() -> chat.status().equals("resolved"));
    assertThat(complaint(id).path("end").asString()).isEqualTo("accepted");
    assertThat(listed()).doesNotContain(id);
    chat.close();
  }

  private static Call received(String words) {
    return received(CHAT, words);
  }

  private static Call received(long chat, String words) {
    till(() -> telegram.texts(chat).stream().anyMatch(t -> t.contains(words)));
    return telegram.received(chat).stream()
        .filter(c -> c.text().contains(words))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static String conversationOf(String number) {
    return agent
        .get("/lists/complaints")
        .body()
        .path("summaries")
        .valueStream()
        .filter(s -> s.path("complaints").path(0).path("number").asString().equals(number))
        .map(s -> s.path("conversation").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void goesFromTheMenuToConsentInTelegram() {
    telegram.say(CHAT, "/complaint", "en");
    telegram.press(received("What is the complaint about?"), 2);
    received("what happened");
    telegram.say(CHAT, "Nobody has answered my letters", "en");
    received("e-mail or phone");
    telegram.say(CHAT, "tom@example.com", "en");
    var number = numberIn(received("Your complaint is in").text());
    received("is in charge of complaint " + number);

    telegram.say(CHAT, "what about my complaint?", "en");
    received("Complaint " + number + ": it is with Admin");
    var id = conversationOf(number);
    agent.act(id, "claim");
    agent.post(
        "/conversations/" + id + "/propose",
        Map.of("id", "proposal-2", "number", number, "text", "We are sorry: 50 zł for you."));
    telegram.press(received("Does it settle the matter?"), 0);
    received("Complaint " + number + " is settled and closed");
    telegram.say(CHAT, "what about my complaint?", "en");
    received("is closed with your consent");
  }

  @Test
  void leavesTheListWithItsThread() {
    long chat = CHAT + 1;
    telegram.say(chat, "/human", "en");
    telegram.press(received(chat, "What is it about?"), 0);
    received(chat, "line");
    telegram.say(chat, "complaint", "en");
    var number = numberIn(received(chat, "Your complaint is in").text());
    var conversation = conversationOf(number);
    telegram.say(chat, "/stop", "en");
    telegram.press(received(chat, "Delete our whole"), 0);
    received(chat, "Everything is deleted");
    assertThat(listed()).doesNotContain(conversation);
  }
}
