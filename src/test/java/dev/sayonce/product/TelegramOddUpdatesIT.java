package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.channel.telegram.TelegramStub.Misdeed;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What is rare is taken like everything else: by a gateway that met Telegram out of order when it
 * started.
 */
class TelegramOddUpdatesIT {

  private static final AtomicLong CHATS = new AtomicLong(7700);
  private static final String PUZZLE = "zzz qqq xxx www";
  private static final byte[] ONE_PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static TelegramStub telegram;
  private static GatewayProcess gateway;
  private static AgentClient agent;

  private final long chat = CHATS.incrementAndGet();

  @BeforeAll
  static void start() {
    telegram = new TelegramStub();
    telegram.onCall(
        call ->
            call.method().equals("getme") ? Optional.of(Misdeed.broken(502)) : Optional.empty());
    gateway =
        GatewayProcess.onEmbeddedRedis(telegram.settings("--sayonce.telegram.per-chat=100ms"));
    agent = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
  }

  @AfterAll
  static void stop() {
    if (agent != null) {
      agent.close();
    }
    if (gateway != null) {
      gateway.close();
    }
    telegram.close();
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  private void tillReceived(String words) {
    till(() -> telegram.texts(chat).stream().anyMatch(t -> t.contains(words)));
  }

  /** A message of our customer with these fields besides the usual ones. */
  private void sends(String fields) {
    telegram.update("{\"message\":%s}".formatted(telegram.message(chat, "en", fields)));
  }

  /** Who asks in words that nobody can read is asked again once, and then gets a person. */
  private void callAPerson() {
    telegram.say(chat, PUZZLE);
    telegram.say(chat, PUZZLE);
  }

  /** Our conversation, once it waits for a person. */
  private String waiting() {
    var thread = ThreadId.of(new Contact(Contact.TELEGRAM, Long.toString(chat)), 16).value();
    var address = Pattern.compile(Pattern.quote(thread) + "\\.[a-z2-7]{8}");
    till(() -> address.matcher(desk()).find());
    var found = address.matcher(desk());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private static String desk() {
    return agent.get("/desk").body().path("waiting").toString();
  }

  private static List<JsonNode> lines(String conversation) {
    return agent.conversation(conversation).path("entries").valueStream().toList();
  }

  private static boolean isNotice(JsonNode line, String code) {
    return line.path("notice").path("code").asString("").equals(code);
  }

  @Test
  void learnsItsNameLaterWhereTelegramWasIllAtTheStart() {
    telegram.behave();
    till(
        () -> {
          try (var visitor = ChatClient.open(gateway.port(), "en")) {
            till(() -> visitor.lastOf("welcome").isPresent());
            return visitor.lastOf("welcome").get().toString().contains(TelegramStub.NAME);
          }
        });
  }

  @Test
  void takesAnAlbumAsOneThingSaid() {
    for (int i = 1; i <= 3; i++) {
      telegram.keep("album-%d-%d".formatted(chat, i), ONE_PIXEL);
      sends(
          """
          "media_group_id":"g%d","document":{"file_id":"album-%d-%d","file_unique_id":"u",
           "file_name":"box-%d.png","mime_type":"image/png","file_size":%d}
          """
              .formatted(chat, chat, i, i, ONE_PIXEL.length));
    }
    callAPerson();

    var lines = lines(waiting());
    assertThat(lines.stream().filter(l -> l.has("file")).map(l -> l.path("file").path("name")))
        .extracting(JsonNode::asString)
        .containsExactly("box-1.png", "box-2.png", "box-3.png");
    var between = lines.subList(0, indexOf(lines, PUZZLE));
    assertThat(between.stream().filter(l -> l.path("from").asString().equals("bot"))).hasSize(1);
  }

  private static int indexOf(List<JsonNode> lines, String words) {
    return lines.stream().map(l -> l.path("text").asString("")).toList().indexOf(words);
  }

  @Test
  void showsAgentsWhatACustomerChanged() {
    callAPerson();
    var conversation = waiting();

    telegram.update(
        "{\"edited_message\":%s}"
            .formatted(
                telegram.message(chat, "en", "\"edit_date\":1790000009,\"text\":\"my tent\"")));

    till(() -> lines(conversation).stream().anyMatch(l -> l.path("edited").asBoolean()));
    var edited = lines(conversation).stream().filter(l -> l.path("edited").asBoolean()).toList();
    assertThat(edited).hasSize(1);
    assertThat(edited.getFirst().path("text").asString()).isEqualTo("my tent");
    assertThat(lines(conversation)).anyMatch(l -> l.path("text").asString("").equals(PUZZLE));
  }

  @Test
  void takesAHugeUpdateWholeAndGoesOnBehindIt() {
    var huge = "zzz qqq xxx ".repeat(25_000).strip();
    telegram.say(chat, huge);
    telegram.say(chat, "and this");
    callAPerson();

    var conversation = waiting();
    till(() -> indexOf(lines(conversation), "and this") > 0);
    assertThat(indexOf(lines(conversation), huge))
        .isNotNegative()
        .isLessThan(indexOf(lines(conversation), "and this"));
    till(() -> telegram.unconfirmed() == 0);
  }

  @Test
  void readsPastFieldsItDoesNotKnowAndShowsKindsItDoesNotKnow() {
    telegram.update(
        "{\"of_tomorrow\":{\"x\":[1,{\"y\":null}]},\"message\":%s}"
            .formatted(
                telegram.message(
                    chat, "en", "\"text\":\"how much is delivery\",\"mood\":{\"happy\":true}")));
    tillReceived("14.99");
    sends("\"hologram\":{\"file_id\":\"h\"}");
    till(() -> telegram.texts(chat).size() > 1);
    callAPerson();

    assertThat(lines(waiting())).anyMatch(l -> l.path("kind").asString("").equals("unknown"));
  }

  @Test
  void tellsTheAgentThatTheCustomerBlockedTheBotAndCameBack() {
    callAPerson();
    var conversation = waiting();
    member("kicked");

    till(() -> lines(conversation).stream().anyMatch(l -> isNotice(l, "unreachable")));
    telegram.onCall(
        call ->
            call.text().contains("in vain")
                ? Optional.of(Misdeed.refused(403, "Forbidden: bot was blocked by the user"))
                : Optional.empty());
    agent.act(conversation, "claim");
    agent.write(conversation, "reply", "in vain");
    till(() -> way(conversation, "in vain").equals("failed"));
    telegram.behave();
    member("member");
    till(() -> lines(conversation).stream().anyMatch(l -> isNotice(l, "reachable")));
    agent.write(conversation, "reply", "welcome back");
    till(() -> way(conversation, "welcome back").equals("sent"));
    assertThat(way(conversation, "in vain")).isEqualTo("failed");
    telegram.say(chat, "here again");
    till(
        () ->
            lines(conversation).stream()
                .anyMatch(l -> l.path("text").asString("").equals("here again")));
  }

  private static String way(String conversation, String words) {
    return lines(conversation).stream()
        .filter(l -> l.path("text").asString("").contains(words))
        .findFirst()
        .map(l -> l.path("delivery").path("state").asString(""))
        .orElse("");
  }

  @Test
  void forgivesAStrangerWhoBlocksTheBot() {
    member("kicked");

    till(() -> telegram.unconfirmed() == 0);
    assertThat(desk()).doesNotContain(":" + chat);
  }

  private void member(String status) {
    telegram.update(
        """
        {"my_chat_member":{"chat":{"id":%d,"first_name":"Ada","type":"private"},
         "from":{"id":%d,"is_bot":false,"first_name":"Ada","language_code":"en"},"date":1790000000,
         "old_chat_member":{"user":{"id":123456789,"is_bot":true,"first_name":"P"},"status":"member"},
         "new_chat_member":{"user":{"id":123456789,"is_bot":true,"first_name":"P"},"status":"%s","until_date":0}}}
        """
            .formatted(chat, chat, status));
  }

  @Test
  void goesOnWhereItWasWhenRedisComesBack() throws Exception {
    signal("STOP");
    try {
      telegram.say(chat, "how long does a refund take");
      tillNobodyAsks();
    } finally {
      signal("CONT");
    }

    tillReceived("5 working days");
    till(() -> telegram.unconfirmed() == 0);
    callAPerson();
    var lines = lines(waiting());
    assertThat(lines.stream().filter(l -> l.path("text").asString("").contains("how long")))
        .hasSize(1);
    assertThat(telegram.texts(chat).stream().filter(t -> t.contains("5 working"))).hasSize(1);
  }

  /** Without Redis nobody knows who may ask for updates. */
  private static void tillNobodyAsks() {
    var before = new AtomicLong(-1);
    await()
        .pollInterval(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(90))
        .until(() -> before.getAndSet(telegram.polls()) == telegram.polls());
  }

  private static void signal(String name) throws IOException, InterruptedException {
    var pid = gateway.redisServer().orElseThrow().pid();
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }
}
