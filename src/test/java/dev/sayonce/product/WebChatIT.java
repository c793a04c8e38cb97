package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event;
import dev.sayonce.engine.LostPublish;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The web chat as a page meets it, against {@code src/docs/web-protocol.md}. */
class WebChatIT {

  private static final int PARTITIONS = 16;
  private static final String UNKNOWN = "Kosmonauci tańczą kwadratowo pod fioletowym szlabanem";

  private static GatewayProcess gateway;
  private static AgentClient agent;

  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void start() {
    TestRedis.flush();
    gateway = GatewayProcess.onTestRedis("--sayonce.web.burst=1000", "--sayonce.web.ping=1s");
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

  private ChatClient visitor(String language) {
    return kept(ChatClient.open(gateway.port(), language));
  }

  private <T extends AutoCloseable> T kept(T one) {
    open.add(one);
    return one;
  }

  private AgentClient agentAtTheDesk() {
    agent.openSocket();
    kept(agent);
    var me = agent.get("/me").body().path("id").asString();
    till(() -> isOnline(me));
    return agent;
  }

  private static boolean isOnline(String id) {
    return agent
        .get("/agents")
        .body()
        .valueStream()
        .anyMatch(a -> a.path("id").asString().equals(id) && a.path("online").asBoolean());
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  private static void tillHeard(ChatClient client, String words) {
    till(() -> client.allTexts().anyMatch(t -> t.contains(words)));
  }

  private static JsonNode lastWithOptions(ChatClient client) {
    return client.entries().stream()
        .filter(e -> e.has("options"))
        .reduce((_, b) -> b)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pl | Cześć     | ile kosztuje dostawa   | Kurier kosztuje 14,99  | chcę zwrócić towar     | Jaki jest numer  | Uszkodzone lub wadliwe | Napisz w jednym zdaniu | Urwany pasek   | Na jaki e-mail
          ru | Здравствуй | сколько стоит доставка | Курьер стоит 14,99     | хочу вернуть товар     | Какой номер      | Повреждено или брак    | Напишите одним         | Оторван ремень | На какую почту
          en | Hi        | how much is delivery   | A courier is 14.99     | i want to return something | What is the order | Damaged or faulty   | Tell us in one         | A torn strap   | Which e-mail
          """)
  void talksThroughAReturn(
      String language,
      String hello,
      String question,
      String answer,
      String wish,
      String number,
      String label,
      String sentence,
      String damage,
      String reach) {
    agentAtTheDesk();
    var customer = visitor(language);
    till(customer::isReady);
    var welcome = customer.lastOf("welcome").orElseThrow();
    assertThat(welcome.path("language").asString()).isEqualTo(language);
    assertThat(welcome.path("greeting").path(language).asString()).startsWith(hello);
    assertThat(customer.status()).isEqualTo("none");

    customer.say(question);
    tillHeard(customer, answer);
    customer.say(wish);
    tillHeard(customer, number);
    customer.say("ab123456");
    till(() -> lastWithOptionsIs(customer, label));
    customer.choose(lastWithOptions(customer), "damaged");
    tillHeard(customer, sentence);
    customer.say(damage);
    tillHeard(customer, reach);
    customer.say("anna@example.com");
    till(() -> customer.status().equals("queued"));

    assertThat(customer.texts("bot").getLast()).contains("anna@example.com");
    assertThat(customer.texts("customer"))
        .containsExactly(question, wish, "ab123456", label, damage, "anna@example.com");
    var pressed =
        customer.entries().stream().filter(e -> e.has("chosen")).findFirst().orElseThrow();
    assertThat(pressed.path("chosen").path("option").asString()).isEqualTo("damaged");
    assertThat(customer.lastOf("status").orElseThrow().path("language").asString())
        .isEqualTo(language);
    assertNumbered(customer);
    end(customer);
  }

  private static boolean lastWithOptionsIs(ChatClient client, String label) {
    return client.entries().stream()
        .anyMatch(
            e ->
                e.path("options")
                    .valueStream()
                    .anyMatch(o -> o.path("label").asString().equals(label)));
  }

  private static void assertNumbered(ChatClient client) {
    int prev = 0;
    for (var entry : client.entries()) {
      assertThat(entry.path("prev").asInt()).isEqualTo(prev);
      assertThat(entry.path("n").asInt()).isGreaterThan(prev);
      prev = entry.path("n").asInt();
    }
  }

  private static void end(ChatClient client) {
    agent.act(client.conversation(), "claim");
    assertThat(agent.act(client.conversation(), "resolve").status()).isEqualTo(200);
  }

  /** In line of the payments team, which no other test uses. */
  private ChatClient waitingForPayments() {
    var customer = visitor("pl");
    customer.say("konsultant");
    till(() -> customer.entries().stream().anyMatch(e -> e.has("options")));
    customer.choose(lastWithOptions(customer), "payment");
    till(() -> customer.status().equals("queued"));
    return customer;
  }

  private static int position(ChatClient customer) {
    return customer.lastOf("status").orElseThrow().path("position").asInt(0);
  }

  @Test
  void acknowledgesABurstInOrder() {
    var customer = visitor("pl");
    till(customer::isReady);
    var ids = IntStream.range(0, 50).mapToObj(i -> "burst-message-%02d".formatted(i)).toList();
    for (int i = 0; i < ids.size(); i++) {
      customer.sendRaw(
          ChatClient.frame("say").put("id", ids.get(i)).put("text", UNKNOWN + " " + i));
    }
    till(() -> customer.acks().size() == ids.size());
    assertThat(customer.acks().keySet()).containsExactlyElementsOf(ids);
    var numbers = customer.acks().values().stream().map(ChatClient.Ack::n).toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    till(() -> customer.texts("customer").size() == ids.size());
    assertThat(customer.texts("customer"))
        .containsExactlyElementsOf(
            IntStream.range(0, 50).mapToObj(i -> UNKNOWN + " " + i).toList());
    assertThat(customer.gaps()).isZero();
    end(customer);
  }

  @Test
  void takesAnIdOnce() {
    var customer = visitor("en");
    till(customer::isReady);
    var frame = ChatClient.frame("say").put("id", "the-same-id-1").put("text", "hello");
    customer.sendRaw(frame);
    customer.sendRaw(frame);
    customer.sendRaw(frame.deepCopy().put("text", "other words"));
    till(() -> customer.frames("ack").size() == 3);
    assertThat(customer.frames("ack").stream().distinct()).hasSize(1);
    assertThat(customer.texts("customer")).containsExactly("hello");
  }

  @Test
  void bringsWhatCameAfterTheCursor() {
    var customer = visitor("en");
    customer.say("hello");
    till(() -> customer.entries().size() == 2);
    var other = kept(ChatClient.openAs(gateway.port(), "en", customer.token()));
    till(other::isReady);
    other.drop();
    customer.say("how much is delivery");
    customer.say("opening hours");
    till(() -> customer.entries().size() == 6);
    till(() -> other.entries().size() == 6);
    assertThat(other.entries()).isEqualTo(customer.entries());
    assertThat(other.gaps()).isZero();
  }

  @Test
  void bringsTheTranscriptToAnotherTab() {
    var customer = visitor("ru");
    customer.say("сколько стоит доставка");
    till(() -> customer.entries().size() == 2);
    var tab = kept(ChatClient.openAs(gateway.port(), "pl", customer.token()));
    till(() -> tab.entries().size() == 2);
    assertThat(tab.entries()).isEqualTo(customer.entries());
    till(() -> tab.status().equals("bot"));
    assertThat(tab.lastOf("status").orElseThrow().path("language").asString()).isEqualTo("ru");

    tab.say("спасибо");
    till(() -> customer.texts("customer").contains("спасибо"));
  }

  @Test
  void keepsANoteFromTheCustomer() {
    var customer = waitingForPayments();
    var id = customer.conversation();
    agent.act(id, "claim");
    agent.write(id, "note", "SECRET between colleagues");
    agent.write(id, "reply", "Dzień dobry, już sprawdzam");
    tillHeard(customer, "już sprawdzam");
    agent.write(id, "note", "SECRET again");
    agent.write(id, "reply", "Załatwione");
    tillHeard(customer, "Załatwione");
    var tab = kept(ChatClient.openAs(gateway.port(), "pl", customer.token()));
    tillHeard(tab, "Załatwione");

    assertThat(customer.frames().toString()).doesNotContain("SECRET");
    assertThat(tab.frames().toString()).doesNotContain("SECRET");
    assertThat(customer.gaps()).isZero();
    assertNumbered(customer);
    assertThat(agent.conversation(id).toString()).contains("SECRET again");
    end(customer);
  }

  @Test
  void showsNobodyAnotherVisitorsThread() {
    var anna = visitor("pl");
    anna.say("ile kosztuje dostawa");
    till(() -> anna.entries().size() == 2);
    var annas = anna.conversation();

    var eve = visitor("pl");
    till(eve::isReady);
    var hello = ChatClient.frame("hello").put("token", eve.token()).put("language", "pl");
    hello.putObject("after").put("conversation", annas).put("n", 0);
    eve.sendRaw(hello);
    eve.sendRaw(
        ChatClient.frame("choose")
            .put("id", "eves-choice-1")
            .put("conversation", annas)
            .put("entry", 2)
            .put("option", "damaged"));
    till(() -> eve.acks().containsKey("eves-choice-1") || !eve.frames("refused").isEmpty());
    eve.say("hej");
    tillHeard(eve, "hej");

    assertThat(eve.frames().toString()).doesNotContain(annas).doesNotContain("14,99");
    anna.say("dziękuję");
    till(() -> anna.texts("customer").size() == 2);
    assertThat(anna.texts("customer")).containsExactly("ile kosztuje dostawa", "dziękuję");
  }

  @Test
  void makesANewTokenForOneThatIsNotOurs() {
    var customer = kept(ChatClient.openAs(gateway.port(), "pl", "not a token"));
    till(customer::isReady);
    assertThat(customer.token()).hasSize(43);
  }

  @Test
  void refusesATextThatIsTooLong() {
    var customer = visitor("en");
    till(customer::isReady);
    var id = customer.say("x".repeat(4001));
    till(() -> customer.isSettled(id));
    var refused = customer.lastOf("refused").orElseThrow();
    assertThat(refused.path("reason").asString()).isEqualTo("too-long");
    assertThat(refused.path("id").asString()).isEqualTo(id);
    assertThat(refused.has("retryAfter")).isFalse();

    var longest = customer.say("x".repeat(4000));
    till(() -> customer.acks().containsKey(longest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"say","id":"good-id-1"
          {"type":"dance"}
          {"id":"good-id-1","text":"no type"}
          []
          null
          "say"
          17
          {"type":"say","id":"good-id-1"}
          {"type":"say","id":"short","text":"hello"}
          {"type":"say","id":"with spaces in it","text":"hello"}
          {"type":"say","id":null,"text":"hello"}
          {"type":"say","id":"good-id-1","text":"   "}
          {"type":"say","id":"good-id-1","text":{"a":1}}
          {"type":"say","id":{"a":1},"text":"hello"}
          {"type":"choose","id":"good-id-1","conversation":"../../x","entry":1,"option":"a"}
          {"type":"choose","id":"good-id-1","conversation":"x","entry":"many","option":"a"}
          {"type":"language","id":"good-id-1","language":"p"}
          {"type":"language","id":"good-id-1"}
          {"type":"say","id":"good-id-1","text":"hello","suggestion":{"a":1}}
          {"type":"consent","id":"short"}
          {"type":"end"}
          {"type":"hello","token":{"a":1}}
          {"type":"hello","after":"here"}
          """)
  void refusesWhatIsNoFrame(String text) {
    var customer = visitor("en");
    till(customer::isReady);
    customer.sendRaw(text);
    till(() -> !customer.frames("refused").isEmpty());
    assertThat(customer.lastOf("refused").orElseThrow().path("reason").asString())
        .isEqualTo("malformed");

    customer.say("hello");
    till(() -> customer.entries().size() == 2);
    assertThat(customer.connections()).isEqualTo(1);
  }

  @Test
  void refusesToHearBeforeHello() throws InterruptedException {
    var socket = new RawSocket();
    var line = socket.open(gateway.port());
    line.sendText("{\"type\":\"say\",\"id\":\"good-id-1\",\"text\":\"hello\"}", true).join();
    assertThat(socket.received.poll(5, TimeUnit.SECONDS)).contains("refused").contains("malformed");
    line.abort();
  }

  @Test
  void asksAFastWriterToWait() {
    try (var strict =
        GatewayProcess.onTestRedis("--sayonce.web.burst=2", "--sayonce.web.refill=2s")) {
      var customer = kept(ChatClient.open(strict.port(), "en"));
      till(customer::isReady);
      var ids = Stream.of("hello", "hi", "hey there").map(customer::say).toList();
      till(() -> !customer.frames("refused").isEmpty());
      var refused = customer.frames("refused").getFirst();
      assertThat(refused.path("reason").asString()).isEqualTo("too-fast");
      assertThat(refused.path("id").asString()).isEqualTo(ids.getLast());
      assertThat(refused.path("retryAfter").asLong()).isBetween(1L, 2000L);
      till(() -> customer.acks().size() == ids.size());
      assertThat(customer.acks().keySet()).containsExactlyElementsOf(ids);
    }
  }

  @Test
  void refusesAPageOfAnotherOrigin() throws InterruptedException {
    var socket = new RawSocket();
    try {
      var line =
          ChatClient.HTTP
              .newWebSocketBuilder()
              .header("Origin", "https://evil.example.com")
              .buildAsync(ChatClient.address(gateway.port()), socket)
              .join();
      line.sendText("{\"type\":\"hello\"}", true).exceptionally(_ -> null).join();
      till(() -> socket.closed >= 0);
      assertThat(socket.closed).isEqualTo(1008);
      assertThat(socket.received).isEmpty();
    } catch (CompletionException e) {
      assertThat(e).hasMessageContaining("handshake");
    }
  }

  @Test
  void closesOnlyTheSocketThatSendsTooMuch() {
    var good = visitor("en");
    var bad = visitor("en");
    till(() -> good.isReady() && bad.isReady());
    bad.sendRaw(
        ChatClient.frame("say").put("id", "huge-message-1").put("text", "x".repeat(70_000)));
    till(() -> bad.connections() == 2 && bad.isReady());
    good.say("hello");
    till(() -> good.entries().size() == 2);
    assertThat(good.connections()).isEqualTo(1);
    bad.say("hello");
    till(() -> bad.entries().size() == 2);
  }

  @Test
  void switchesTheLanguage() {
    var customer = visitor("pl");
    customer.say("chcę zwrócić towar");
    tillHeard(customer, "Jaki jest numer");
    customer.speak("ru");
    tillHeard(customer, "Какой номер заказа");
    till(() -> language(customer).equals("ru"));
    customer.say("can we speak English");
    tillHeard(customer, "What is the order number");
    till(() -> language(customer).equals("en"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          let's speak English  | What is the order number
          давайте по-русски    | Какой номер заказа
          mówmy po polsku      | Jaki jest numer zamówienia
          """)
  void hearsWhichLanguageIsWanted(String wish, String question) {
    var customer = visitor(wish.startsWith("m") ? "en" : "pl");
    customer.suggest(
        "return",
        wish.startsWith("m")
            ? "I want to return something or complain"
            : "Chcę zwrócić albo zareklamować towar");
    till(() -> customer.entries().size() == 3);
    customer.say(wish);
    tillHeard(customer, question);
    assertThat(customer.status()).isEqualTo("bot");
  }

  private static String language(ChatClient customer) {
    return customer.lastOf("status").orElseThrow().path("language").asString();
  }

  @Test
  void endsARevokedSession() {
    var customer = visitor("en");
    customer.say("hello");
    till(() -> customer.entries().size() == 2);
    var thread = new ConversationId(customer.conversation()).thread();
    TestRedis.redis().commands().set(RedisKeys.revoked(thread), "1").block(Duration.ofSeconds(5));
    till(() -> !customer.frames("refused").isEmpty());
    assertThat(customer.lastOf("refused").orElseThrow().path("reason").asString())
        .isEqualTo("revoked");

    var again = kept(ChatClient.openAs(gateway.port(), "en", customer.token()));
    till(() -> !again.frames("refused").isEmpty());
    assertThat(again.lastOf("refused").orElseThrow().path("reason").asString())
        .isEqualTo("revoked");
    assertThat(again.frames("entry")).isEmpty();
    assertThat(again.frames("welcome")).isEmpty();
  }

  @Test
  void tellsEachTheirPlaceInLine() {
    var first = waitingForPayments();
    var second = waitingForPayments();
    till(() -> position(first) == 1 && position(second) == 2);
    agent.act(first.conversation(), "claim");
    till(() -> first.status().equals("open"));
    till(() -> position(second) == 1);
    assertThat(first.lastOf("status").orElseThrow().path("agent").asString()).isEqualTo("Admin");
    end(first);
    end(second);
  }

  @Test
  void staysWithTheCaseAfterItWasResolved() {
    agentAtTheDesk();
    var customer = waitingForPayments();
    var id = customer.conversation();
    agent.act(id, "claim");
    tillHeard(customer, "Admin");
    agent.write(id, "reply", "Faktura jest w mailu");
    tillHeard(customer, "Faktura jest w mailu");
    agent.act(id, "resolve");
    till(() -> customer.status().equals("resolved"));
    customer.say("Nie widzę jej");
    till(() -> customer.status().equals("open"));
    tillHeard(customer, "Wracamy do tej samej sprawy");
    assertThat(customer.conversation()).isEqualTo(id);
    assertNumbered(customer);
    end(customer);
  }

  @Test
  void saysHonestlyThatNobodyIsThere() {
    var customer = waitingForPayments();
    tillHeard(customer, "Teraz nikogo z nas nie ma");
    customer.say("anna@example.com");
    tillHeard(customer, "zapisane: anna@example.com");
    assertThat(agent.conversation(customer.conversation()).path("card").path("slots").toString())
        .contains("anna@example.com");
    end(customer);
  }

  @Test
  void repairsALostPublishByThePing() {
    var lost = LostPublish.listeningTo(TestRedis.redis(), PARTITIONS);
    var customer = waitingForPayments();
    var id = new ConversationId(customer.conversation());
    agent.act(id.value(), "claim");
    till(() -> customer.status().equals("open"));
    var me = agent.get("/me").body();
    var admin = new Agent(me.path("id").asString(), me.path("name").asString());
    var flows =
        switch (new FlowReader().read(SampleCompany.alwaysOpen())) {
          case Reading.Good(var set, _) -> set;
          case Reading.Bad bad -> throw new AssertionError(bad);
        };
    lost.commit(
        id.thread(),
        flows,
        new Event.AgentReplied("console:other-1", Instant.now(), id, admin, "Said elsewhere"));
    int before = customer.frames("ping").size();
    tillHeard(customer, "Said elsewhere");
    till(() -> customer.frames("ping").size() > before);
    assertThat(customer.lastOf("ping").orElseThrow().path("n").asInt())
        .isEqualTo(customer.entries().getLast().path("n").asInt());

    agent.write(id.value(), "reply", "Said here");
    tillHeard(customer, "Said here");
    assertNumbered(customer);
    end(customer);
  }

  @Test
  void refusesASocketTooManyAndKeepsTheOthers() {
    var customer = visitor("en");
    till(customer::isReady);
    var tabs =
        IntStream.range(0, 19)
            .mapToObj(_ -> kept(ChatClient.openAs(gateway.port(), "en", customer.token())))
            .toList();
    till(() -> tabs.stream().allMatch(ChatClient::isReady));
    var late = kept(ChatClient.openAs(gateway.port(), "en", customer.token()));
    till(() -> !late.frames("refused").isEmpty());
    assertThat(late.lastOf("refused").orElseThrow().path("reason").asString())
        .isEqualTo("too-many");
    customer.say("hello");
    till(() -> tabs.stream().allMatch(t -> t.entries().size() == 2));
  }

  /** A socket that only listens. */
  private static final class RawSocket implements WebSocket.Listener {

    final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    volatile int closed = -1;

    WebSocket open(int port) {
      return ChatClient.HTTP
          .newWebSocketBuilder()
          .buildAsync(ChatClient.address(port), this)
          .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      received.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed = status;
      return null;
    }
  }
}
