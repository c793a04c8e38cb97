package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.channel.telegram.TelegramStub.Call;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.TestRedis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a customer in Telegram is asked before it is done: the record, the end of it, parting. */
class TelegramConsentIT {

  private static final AtomicLong CHATS = new AtomicLong(8300);
  private static final String CONSENT = "May we keep this talk?";
  private static final String PUZZLE = "zzz qqq xxx www";

  private static TelegramStub telegram;
  private static GatewayProcess gateway;
  private static AgentClient agent;

  private final long chat = CHATS.incrementAndGet();

  @BeforeAll
  static void start() {
    TestRedis.flush();
    var flows =
        SampleCompany.with(
            "  consent: {text: {pl: Zapisujemy?, ru: Записываем?, en: \"%s\"}}\n"
                .formatted(CONSENT));
    telegram = new TelegramStub();
    gateway =
        GatewayProcess.onTestRedis(
            telegram.settings(
                "--sayonce.telegram.per-chat=100ms", "--sayonce.engine.flows=" + flows));
    agent = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
  }

  @AfterAll
  static void stop() {
    agent.close();
    gateway.close();
    telegram.close();
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  private Call received(String words) {
    till(() -> telegram.texts(chat).stream().anyMatch(t -> t.contains(words)));
    return telegram.received(chat).stream()
        .filter(c -> c.text().contains(words))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private void agree() {
    telegram.say(chat, "how much is delivery");
    telegram.press(received(CONSENT), 0);
    received("send it once more");
  }

  @Test
  void keepsNothingBeforeTheCustomerAgrees() {
    telegram.say(chat, PUZZLE);
    var asked = received(CONSENT);
    assertThat(asked.body().toString()).contains("I agree");
    assertThat(agent.get("/desk").body().toString()).doesNotContain(thread());
    telegram.say(chat, "/help");
    till(() -> telegram.texts(chat).stream().filter(t -> t.contains(CONSENT)).count() == 2);

    telegram.press(asked, 0);
    received("send it once more");
    telegram.say(chat, PUZZLE);
    telegram.say(chat, "www xxx qqq zzz"); // what nobody can read is asked again once

    var address = Pattern.compile(Pattern.quote(thread()) + "\\.[a-z2-7]{8}");
    till(() -> address.matcher(agent.get("/desk").body().toString()).find());
    var found = address.matcher(agent.get("/desk").body().toString());
    assertThat(found.find()).isTrue();
    var entries = agent.conversation(found.group()).path("entries").valueStream().toList();
    assertThat(entries.stream().filter(e -> e.path("text").asString("").equals(PUZZLE))).hasSize(1);
    assertThat(entries)
        .anyMatch(
            e ->
                e.path("notice").path("code").asString("").equals("consented")
                    && e.path("notice").path("text").asString().equals(CONSENT));
  }

  private String thread() {
    return ThreadId.of(new Contact(Contact.TELEGRAM, Long.toString(chat)), 16).value();
  }

  @Test
  void forgetsOnlyWhoSaysYes() {
    agree();
    telegram.say(chat, "how much is delivery");
    received("14.99");
    telegram.say(chat, "/stop");
    var asked = received("Delete our whole conversation");

    telegram.press(asked, 1);
    received("Nothing was deleted");
    telegram.say(chat, "/status");
    received("talking to the assistant");
    telegram.say(chat, "/stop");
    telegram.press(asked, 0);
    received("Everything is deleted");
    telegram.say(chat, "/status");

    received("no open case");
  }

  @Test
  void partsFromTheWebOnlyWhenAskedTwice() {
    try (var visitor = ChatClient.open(gateway.port(), "en")) {
      till(visitor::isReady);
      visitor.consent();
      visitor.say("how much is delivery");
      till(() -> visitor.allTexts().anyMatch(t -> t.contains("14.99")));
      telegram.say(chat, "/unlink");
      received("not connected");
      telegram.say(chat, "/start " + code(visitor));
      received("go on with this conversation");

      telegram.say(chat, "/unlink");
      telegram.press(received("Disconnect this chat"), 1);
      received("Everything stays as it was");
      telegram.say(chat, "still together");
      till(() -> visitor.allTexts().anyMatch(t -> t.contains("still together")));
      telegram.press(received("Disconnect this chat"), 0);
      till(() -> visitor.allTexts().anyMatch(t -> t.contains("no longer connected")));
      telegram.say(chat, "on my own");

      received(CONSENT);
      assertThat(visitor.allTexts()).noneMatch(t -> t.contains("on my own"));
    }
  }

  private static String code(ChatClient visitor) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(gateway.base() + "/chat/link"))
              .header("Authorization", "Bearer " + visitor.token())
              .POST(BodyPublishers.noBody())
              .build();
      var answer = ChatClient.HTTP.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(201);
      var link = JsonMapper.shared().readTree(answer.body()).path("link").asString();
      return link.substring(link.indexOf('=') + 1);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
