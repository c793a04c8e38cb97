package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.attachment.SampleFiles;
import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.channel.telegram.TelegramStub.Call;
import dev.sayonce.channel.telegram.TelegramStub.Misdeed;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.TestRedis;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What goes to Telegram besides the words of a talk: who types, who is next, agents' files. */
class TelegramServiceIT {

  private static final AtomicLong CHATS = new AtomicLong(8100);
  private static final String PLACE = "Your place in line: ";
  private static final String PDF = "application/pdf";

  private static TelegramStub telegram;
  private static GatewayProcess gateway;

  private final long chat = CHATS.incrementAndGet();
  private AgentClient agent;

  @BeforeAll
  static void start() {
    TestRedis.flush();
    telegram = new TelegramStub();
    gateway = GatewayProcess.onTestRedis(telegram.settings("--sayonce.telegram.per-chat=300ms"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    telegram.close();
  }

  @BeforeEach
  void signIn() {
    agent = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
  }

  /** Whoever still waits would stand before those of the next test. */
  @AfterEach
  void behave() {
    telegram.behave();
    for (var line : agent.get("/desk").body().path("waiting")) {
      var conversation = line.path("conversation").asString();
      agent.act(conversation, "claim");
      agent.act(conversation, "resolve");
    }
    agent.close();
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  private static List<Call> calls(String method, long chat) {
    return telegram.calls(method).stream().filter(c -> c.chat().equals("" + chat)).toList();
  }

  private static boolean hasButtons(Call call) {
    return call.body().path("reply_markup").path("inline_keyboard").size() > 0;
  }

  /** The conversation of a chat whose customer wants a person. */
  private String waiting(long customer) {
    for (int asked = 0; asked < 2; asked++) { // what nobody can read is asked again once
      telegram.say(customer, "zzz qqq xxx www");
    }
    var thread = ThreadId.of(new Contact(Contact.TELEGRAM, Long.toString(customer)), 16).value();
    var address = Pattern.compile(Pattern.quote(thread) + "\\.[a-z2-7]{8}");
    till(() -> address.matcher(desk()).find());
    var found = address.matcher(desk());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private String desk() {
    return agent.get("/desk").body().path("waiting").toString();
  }

  private String claimed() {
    var conversation = waiting(chat);
    assertThat(agent.act(conversation, "claim").status()).isEqualTo(200);
    return conversation;
  }

  private JsonNode line(String conversation, String field, String words) {
    return agent
        .conversation(conversation)
        .path("entries")
        .valueStream()
        .filter(e -> e.path(field).toString().contains(words))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  @Test
  void showsThatAnAgentTypesOnceAndAgainBehindTheirMessage() {
    var conversation = claimed();
    till(() -> telegram.texts(chat).stream().anyMatch(t -> t.contains("Admin")));
    agent.openSocket();
    agent.follow(conversation);
    int before = calls("sendchataction", chat).size();

    for (int i = 0; i < 5; i++) {
      agent.type(conversation, false);
      agent.type(conversation, true);
    }
    till(() -> calls("sendchataction", chat).size() > before);
    agent.write(conversation, "reply", "Just a moment");
    till(() -> telegram.texts(chat).stream().anyMatch(t -> t.contains("Just a moment")));
    int behind = calls("sendchataction", chat).size();
    assertThat(behind).isEqualTo(before + 1);
    till(
        () -> {
          agent.type(conversation, false);
          return calls("sendchataction", chat).size() > behind;
        });
    assertThat(calls("sendchataction", chat).getLast().body().path("action").asString())
        .isEqualTo("typing");
  }

  @Test
  void showsNoSignsWhileTelegramWantsNothing() {
    var conversation = claimed();
    till(() -> telegram.texts(chat).stream().anyMatch(t -> t.contains("Admin")));
    agent.openSocket();
    agent.follow(conversation);
    var refused = new AtomicInteger();
    telegram.onCall(
        call ->
            call.text().contains("One moment") && refused.getAndIncrement() == 0
                ? Optional.of(Misdeed.tooMany(4))
                : Optional.empty());

    agent.write(conversation, "reply", "One moment");
    till(() -> line(conversation, "text", "One moment").path("delivery").has("why"));
    int before = calls("sendchataction", chat).size();
    till(
        () -> {
          agent.type(conversation, false);
          return telegram.texts(chat).stream().anyMatch(t -> t.contains("One moment"));
        });

    var sent = telegram.received(chat).getLast().at();
    assertThat(calls("sendchataction", chat).stream().skip(before).filter(c -> c.at() < sent))
        .isEmpty();
  }

  @Test
  void showsThatTheBotIsAtAFileThatTakesLong() {
    telegram.keep("slow-" + chat, SampleFiles.pdf());
    telegram.onCall(
        call ->
            call.method().equals("getfile")
                ? Optional.of(Misdeed.slow(3000, true))
                : Optional.empty());

    telegram.update(
        "{\"message\":%s}"
            .formatted(
                telegram.message(
                    chat,
                    "en",
                    "\"document\":{\"file_id\":\"slow-%d\",\"file_unique_id\":\"u\",\"file_name\":\"a.pdf\",\"mime_type\":\"application/pdf\"}"
                        .formatted(chat))));

    till(() -> !telegram.texts(chat).isEmpty());
    var answered = telegram.received(chat).getFirst().at();
    assertThat(calls("sendchataction", chat).stream().filter(c -> c.at() < answered)).hasSize(1);
  }

  @Test
  void rewritesThePlaceInOneMessageAndTakesItAway() {
    long next = CHATS.incrementAndGet();
    var first = waiting(chat);
    var second = waiting(next);
    till(() -> places(next).equals(List.of("2")));

    agent.act(first, "claim");
    till(() -> rewritten(next).equals(List.of("1")));
    till(() -> !calls("deletemessage", chat).isEmpty());
    agent.act(second, "claim");
    till(() -> !calls("deletemessage", next).isEmpty());

    assertThat(places(next)).containsExactly("2");
    assertThat(rewritten(next)).containsExactly("1");
    assertThat(calls("deletemessage", next)).hasSize(1);
    assertThat(calls("deletemessage", next).getFirst().body().path("message_id"))
        .isEqualTo(calls("editmessagetext", next).getFirst().body().path("message_id"));
  }

  @Test
  void leavesThePlaceUntoldWhereTheCustomerTookTheMessageAway() {
    long second = CHATS.incrementAndGet();
    long third = CHATS.incrementAndGet();
    var first = waiting(chat);
    var next = waiting(second);
    waiting(third);
    till(() -> places(second).equals(List.of("2")) && places(third).equals(List.of("3")));
    telegram.onCall(
        call ->
            call.method().equals("editmessagetext") && call.chat().equals("" + third)
                ? Optional.of(Misdeed.refused(400, "Bad Request: message to edit not found"))
                : Optional.empty());

    agent.act(first, "claim");
    till(() -> calls("editmessagetext", third).size() == 1 && !rewritten(second).isEmpty());
    agent.act(next, "claim");
    till(() -> !calls("deletemessage", second).isEmpty());

    assertThat(calls("editmessagetext", third)).hasSize(1);
    assertThat(places(third)).containsExactly("3");
  }

  private static List<String> places(long chat) {
    return places(telegram.received(chat));
  }

  private static List<String> rewritten(long chat) {
    return places(calls("editmessagetext", chat));
  }

  private static List<String> places(List<Call> calls) {
    return calls.stream()
        .map(Call::text)
        .filter(t -> t.contains(PLACE))
        .map(t -> t.substring(t.indexOf(PLACE) + PLACE.length()).replaceAll("\\D.*", ""))
        .toList();
  }

  private void sendFile(String conversation, String name, String type, byte[] content) {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    var id = UUID.randomUUID().toString();
    assertThat(agent.sendFile(conversation, id, encoded, type, content).status()).isEqualTo(201);
  }

  @Test
  void bringsPicturesAsPhotosAndOtherFilesByTheirNames() {
    var conversation = claimed();

    sendFile(conversation, "paczka.jpg", "image/jpeg", SampleFiles.picture("jpeg", 60, 40));
    sendFile(conversation, "Umowa – żółta, копия.pdf", PDF, SampleFiles.pdf());

    till(() -> !calls("senddocument", chat).isEmpty());
    var photo = calls("sendphoto", chat).getFirst();
    assertThat(photo.form()).contains("filename=\"paczka.jpg\"");
    assertThat(photo.field("caption")).isEqualTo("Admin");
    assertThat(calls("sendphoto", chat)).hasSize(1);
    assertThat(calls("senddocument", chat).getFirst().form())
        .contains("filename=\"Umowa – żółta, копия.pdf\"");
    till(() -> delivery(conversation, "копия").path("state").asString().equals("sent"));
  }

  @Test
  void bringsAsADocumentWhatTelegramTakesForNoPhoto() {
    var conversation = claimed();
    telegram.onCall(
        call ->
            call.method().equals("sendphoto")
                ? Optional.of(Misdeed.refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"))
                : Optional.empty());

    sendFile(conversation, "long.png", "image/png", SampleFiles.picture("png", 900, 20));

    till(() -> calls("senddocument", chat).size() == 1);
    till(() -> delivery(conversation, "long.png").path("state").asString().equals("sent"));
  }

  @Test
  void tellsTheAgentWhichFileIsTooLargeForTelegram() {
    var conversation = claimed();
    telegram.onCall(
        call ->
            call.method().equals("senddocument")
                ? Optional.of(Misdeed.refused(413, "Request Entity Too Large"))
                : Optional.empty());

    sendFile(conversation, "large.pdf", PDF, SampleFiles.pdf());

    till(() -> delivery(conversation, "large.pdf").path("state").asString().equals("failed"));
    assertThat(delivery(conversation, "large.pdf").path("why").asString())
        .isEqualTo("file-too-large");
  }

  private JsonNode delivery(String conversation, String file) {
    return line(conversation, "file", file).path("delivery");
  }

  @Test
  void showsAnEditBesideTheLineThatItCorrects() {
    var conversation = waiting(chat);
    long update = telegram.say(chat, "my order is AB123465");
    till(() -> line(conversation, "text", "AB123465").has("n"));
    till(() -> telegram.unconfirmed() == 0);

    telegram.edit(update, "my order is AB123456");

    till(() -> line(conversation, "text", "AB123456").has("n"));
    var edited = line(conversation, "text", "AB123456");
    assertThat(edited.path("edited").asBoolean()).isTrue();
    assertThat(edited.path("original")).isEqualTo(line(conversation, "text", "AB123465").path("n"));
  }
}
