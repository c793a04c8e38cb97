package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.channel.telegram.TelegramStub.Misdeed;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway with nothing but a token answers on Telegram, whatever Telegram does. */
class TelegramIT {

  private static final AtomicLong CHATS = new AtomicLong(7000);

  private static TelegramStub telegram;
  private static GatewayProcess gateway;

  private final long chat = CHATS.incrementAndGet();

  @BeforeAll
  static void start() {
    TestRedis.flush();
    telegram = new TelegramStub();
    gateway = GatewayProcess.onTestRedis(telegram.settings("--sayonce.telegram.answer-within=2s"));
  }

  @AfterAll
  static void stop() {
    try {
      assertThat(gateway.output()).doesNotContain(TelegramStub.TOKEN);
    } finally {
      gateway.close();
      telegram.close();
    }
  }

  @AfterEach
  void behave() {
    telegram.behave();
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

  @Test
  void answersAQuestion() {
    telegram.say(chat, "how much is delivery");

    tillReceived("14.99");
    till(() -> telegram.unconfirmed() == 0);
  }

  @Test
  void speaksTheLanguageOfTheCustomersTelegram() {
    telegram.say(chat, "???", "pl");

    till(() -> !telegram.texts(chat).isEmpty());
    assertThat(telegram.texts(chat).getFirst()).containsPattern("[ąęółśżź]");
  }

  @Test
  void takesNothingTwiceThatComesTwice() {
    telegram.nextPolls(
        Misdeed.reset(true),
        Misdeed.garbage(true),
        Misdeed.broken(502),
        Misdeed.refused(409, "Conflict: terminated by other getUpdates request"));
    for (int i = 0; i < 3; i++) {
      telegram.say(chat, "how much is delivery");
    }

    till(() -> telegram.unconfirmed() == 0);
    till(() -> telegram.texts(chat).stream().filter(t -> t.contains("14.99")).count() == 3);
    assertThat(telegram.texts(chat).stream().filter(t -> t.contains("14.99"))).hasSize(3);
  }

  @Test
  void waitsExactlyAsLongAsTelegramSays() {
    var refused = new AtomicLong();
    telegram.onCall(
        call -> {
          boolean first =
              call.chat().equals(Long.toString(chat)) && refused.compareAndSet(0, call.at());
          return first ? Optional.of(Misdeed.tooMany(3)) : Optional.empty();
        });

    telegram.say(chat, "how much is delivery");

    tillReceived("14.99");
    var waited = Duration.ofNanos(telegram.received(chat).getFirst().at() - refused.get());
    assertThat(waited).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void repeatsWhatMayNotHaveArrivedAndNothingElse() {
    var misdeeds =
        List.of(
            Misdeed.reset(true),
            Misdeed.halfAnAnswer(true),
            Misdeed.garbage(true),
            Misdeed.broken(502));
    var met = new AtomicInteger();
    telegram.onCall(
        call ->
            call.chat().equals(Long.toString(chat)) && met.get() < misdeeds.size()
                ? Optional.of(misdeeds.get(met.getAndIncrement()))
                : Optional.empty());

    telegram.say(chat, "how much is delivery");
    till(() -> met.get() == misdeeds.size() && telegram.texts(chat).size() == 4);

    assertThat(telegram.texts(chat)).hasSize(4).allMatch(t -> t.contains("14.99"));
  }

  @Test
  void offersChoicesAsButtonsAndMarksTheChosenOne() {
    telegram.say(chat, "agent");
    till(() -> telegram.received(chat).stream().anyMatch(TelegramIT::hasButtons));
    var asked = telegram.received(chat).stream().filter(TelegramIT::hasButtons).findFirst().get();

    telegram.press(asked, 0);

    till(() -> telegram.calls("editmessagereplymarkup").stream().anyMatch(this::isMine));
    assertThat(telegram.calls("answercallbackquery")).isNotEmpty();
    var marked =
        telegram.calls("editmessagereplymarkup").stream().filter(this::isMine).findFirst().get();
    assertThat(marked.body().toString()).contains("✓");
    telegram.press(asked, 0);
    till(
        () ->
            telegram.calls("answercallbackquery").stream()
                .anyMatch(c -> c.text().contains("passed")));
  }

  private boolean isMine(TelegramStub.Call call) {
    return call.chat().equals(Long.toString(chat));
  }

  private static boolean hasButtons(TelegramStub.Call call) {
    return call.body().path("reply_markup").path("inline_keyboard").size() > 0;
  }

  @Test
  void obeysItsCommandsInTheCustomersLanguage() {
    telegram.say(chat, "/start", "pl");
    till(() -> telegram.texts(chat).size() == 1);
    telegram.say(chat, "/status", "pl");
    tillReceived("otwartej sprawy");
    telegram.say(chat, "/language", "pl");
    till(() -> telegram.texts(chat).size() == 3);
    var offered = telegram.received(chat).getLast();
    assertThat(offered.body().toString()).contains("Polski", "English", "Русский");
    telegram.say(chat, "/start 00ThisCodeWasNeverGiven000", "pl");
    tillReceived("link już nie działa");
    telegram.say(chat, "/help", "pl");
    tillReceived("własnymi słowami");
  }

  @Test
  void forgetsTheCustomerWhoWantsIt() {
    telegram.say(chat, "how much is delivery");
    tillReceived("14.99");
    telegram.say(chat, "/stop");
    tillReceived("Delete our whole conversation");

    telegram.press(telegram.received(chat).getLast(), 0);
    tillReceived("Everything is deleted");
    telegram.say(chat, "/status");

    tillReceived("no open case");
  }

  @Test
  void tellsAGroupOnceToWriteInPrivate() {
    long group = -1_000_000_000_000L - chat;
    for (int i = 0; i < 3; i++) {
      telegram.update(
          """
          {"message":{"message_id":%d,"from":{"id":5,"is_bot":false,"first_name":"A","language_code":"en"},
           "chat":{"id":%d,"title":"Club","type":"supergroup"},"date":1,"text":"hello"}}"""
              .formatted(i + 1, group));
    }
    till(() -> telegram.unconfirmed() == 0);

    till(() -> !telegram.texts(group).isEmpty());
    assertThat(telegram.texts(group)).hasSize(1);
    assertThat(telegram.texts(group).getFirst()).contains("https://t.me/" + TelegramStub.NAME);
  }

  @Test
  void showsAgentsWhatItCouldNotBringAndWhatMayHaveArrived() {
    try (var agent = AgentClient.signedIn(gateway.port(), "admin", gateway.password())) {
      telegram.say(chat, "agent");
      till(() -> telegram.received(chat).stream().anyMatch(TelegramIT::hasButtons));
      telegram.press(
          telegram.received(chat).stream().filter(TelegramIT::hasButtons).findFirst().get(), 0);
      till(() -> !waiting(agent).isEmpty());
      var conversation = waiting(agent);
      assertThat(agent.act(conversation, "claim").status()).isEqualTo(200);
      agent.write(conversation, "reply", "Hello from Anna");
      tillReceived("Hello from Anna");
      till(() -> delivery(agent, conversation, "Hello from Anna").contains("sent"));

      telegram.onCall(
          call ->
              call.text().contains("Perhaps")
                  ? Optional.of(Misdeed.reset(true))
                  : call.text().contains("Blocked")
                      ? Optional.of(Misdeed.refused(403, "Forbidden: bot was blocked by the user"))
                      : Optional.empty());
      agent.write(conversation, "reply", "Perhaps");
      till(() -> delivery(agent, conversation, "Perhaps").contains("uncertain"));
      telegram.onCall(
          call ->
              call.text().contains("Blocked")
                  ? Optional.of(Misdeed.refused(403, "Forbidden: bot was blocked by the user"))
                  : Optional.empty());
      agent.write(conversation, "reply", "Blocked");
      till(() -> delivery(agent, conversation, "Blocked").contains("failed"));
      till(
          () ->
              agent
                  .get("/conversations/" + conversation)
                  .body()
                  .toString()
                  .contains("unreachable"));
      assertThat(delivery(agent, conversation, "Perhaps")).contains("uncertain");
    }
  }

  /** Our conversation, if it waits. */
  private String waiting(AgentClient agent) {
    return waiting(agent, chat);
  }

  private static String waiting(AgentClient agent, long chat) {
    var thread = ThreadId.of(new Contact(Contact.TELEGRAM, Long.toString(chat)), 16).value();
    var lines = agent.get("/desk").body().path("waiting").toString();
    var found = Pattern.compile(Pattern.quote(thread) + "\\.[a-z2-7]{8}").matcher(lines);
    return found.find() ? found.group() : "";
  }

  private static String delivery(AgentClient agent, String conversation, String words) {
    for (var line : agent.get("/conversations/" + conversation).body().path("entries")) {
      if (line.path("text").asString("").contains(words)) {
        return line.path("delivery").toString();
      }
    }
    return "";
  }

  @Test
  void keepsAPhotoWithItsCaptionAndApologizesForWhatIsTooLarge() throws Exception {
    var png = java.util.Base64.getDecoder().decode(ONE_PIXEL);
    telegram.keep("photo-" + chat, png);
    telegram.update(
        "{\"message\":%s}"
            .formatted(
                telegram.message(
                    chat,
                    "en",
                    "\"document\":{\"file_id\":\"photo-%d\",\"file_unique_id\":\"u\",\"file_name\":\"box.png\",\"mime_type\":\"image/png\",\"file_size\":%d},\"caption\":\"how much is delivery\""
                        .formatted(chat, png.length))));
    tillReceived("14.99");
    telegram.update(
        "{\"message\":%s}"
            .formatted(
                telegram.message(
                    chat,
                    "en",
                    "\"video\":{\"file_id\":\"big\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1,\"duration\":1,\"mime_type\":\"video/mp4\",\"file_size\":25000000}")));

    tillReceived("too large");
  }

  private static final String ONE_PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @Test
  void tellsThoseWhoWaitTheirPlaceInOneMessage() {
    telegram.say(chat, "agent");
    till(() -> telegram.received(chat).stream().anyMatch(TelegramIT::hasButtons));
    telegram.press(
        telegram.received(chat).stream().filter(TelegramIT::hasButtons).findFirst().get(), 0);

    tillReceived("place in line");
  }

  private static final List<String> ANSWERS = List.of("14.99", "5 working days");

  /** One message to a customer, by the chat and the answer in it. */
  private record Sent(long chat, String answer) {

    static Optional<Sent> of(TelegramStub.Call call) {
      return ANSWERS.stream()
          .filter(answer -> call.text().contains(answer))
          .map(answer -> new Sent(Long.parseLong(call.chat()), answer))
          .findFirst();
    }

    long times() {
      return telegram.texts(chat).stream().filter(t -> t.contains(answer)).count();
    }
  }

  /** Every third sending goes well; of the others some are done though the answer is lost. */
  private static Optional<Misdeed> trouble(int number) {
    return Optional.ofNullable(
        switch (number % 9) {
          case 1 -> Misdeed.tooMany(1);
          case 2 -> Misdeed.reset(true);
          case 4 -> Misdeed.broken(500);
          case 5 -> Misdeed.halfAnAnswer(true);
          case 7 -> Misdeed.reset(false);
          case 8 -> Misdeed.garbage(true);
          default -> null;
        });
  }

  @Test
  void sendsTwiceInAStormOnlyWhatMayNotHaveArrived() {
    var chats = LongStream.range(0, 8).map(_ -> CHATS.incrementAndGet()).boxed().toList();
    var number = new AtomicInteger();
    var unanswered = new ConcurrentHashMap<Sent, Integer>();
    telegram.onCall(
        call -> {
          var misdeed =
              Sent.of(call)
                  .filter(sent -> chats.contains(sent.chat()))
                  .filter(_ -> number.get() < 40)
                  .flatMap(_ -> trouble(number.incrementAndGet()));
          misdeed
              .filter(Misdeed::accepted)
              .ifPresent(_ -> unanswered.merge(Sent.of(call).get(), 1, Integer::sum));
          return misdeed;
        });
    for (var question : List.of("how much is delivery", "how long does a refund take")) {
      chats.forEach(c -> telegram.say(c, question));
    }
    for (int asked = 0; asked < 2; asked++) { // what nobody can read is asked again once
      chats.forEach(c -> telegram.say(c, "zzz qqq xxx www"));
    }

    try (var agent = AgentClient.signedIn(gateway.port(), "admin", gateway.password())) {
      for (long c : chats) {
        till(() -> !waiting(agent, c).isEmpty());
        var conversation = waiting(agent, c);
        for (var answer : ANSWERS) {
          var sent = new Sent(c, answer);
          till(() -> delivery(agent, conversation, answer).matches(".*(sent|uncertain).*"));
          till(() -> sent.times() == 1 + unanswered.getOrDefault(sent, 0));
          if (sent.times() > 1) {
            assertThat(delivery(agent, conversation, answer)).contains("uncertain");
          }
        }
        assertThat(telegram.texts(c).stream().flatMap(TelegramIT::answerIn).distinct())
            .containsExactlyElementsOf(ANSWERS);
      }
    }
    assertThat(unanswered).isNotEmpty();
    till(() -> telegram.unconfirmed() == 0);
  }

  private static Stream<String> answerIn(String text) {
    return ANSWERS.stream().filter(text::contains);
  }
}
