package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.channel.telegram.TelegramStub.Call;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A customer in Telegram, from the first question to the end, and the agent who serves them. */
class TelegramJourneyTest {

  private static final long CHAT = 9001;
  private static final String CAPTION = "sent it back still no refund";
  private static final String PLACE = "place in line";

  private static final String ORDER_STATUS =
      """
      title: {pl: Gdzie jest moje zamówienie, ru: Где мой заказ, en: Where is my order}
      phrases:
        pl: [gdzie jest moja paczka, status zamówienia, co z moim zamówieniem]
        ru: [где моя посылка, статус заказа, что с моим заказом]
        en: [where is my parcel, order status, track my shipment]
      slots:
        orderNumber:
          title: {pl: Numer zamówienia, ru: Номер заказа, en: Order number}
          type: shaped
          pattern: '[A-Z]{2}\\d{6}'
          example: AB123456
        received:
          title: {pl: Czy paczka dotarła, ru: Получена ли посылка, en: Has the parcel come}
      steps:
        - ask: orderNumber
          say: {pl: Jaki jest numer?, ru: Какой номер?, en: What is the order number?}
        - choice: received
          say:
            pl: "Zamówienie {orderNumber} doręczono. Masz je u siebie?"
            ru: "Заказ {orderNumber} доставлен. Он у вас?"
            en: "Order {orderNumber} has been delivered. Do you have it?"
          options:
            - {id: have-it, label: {pl: "Tak, mam", ru: "Да, у меня", en: "Yes, I have it"}}
            - {id: not-here, label: {pl: "Nie, nie dotarła", ru: "Нет", en: "No"}, goto: search}
        - say: {pl: Miło to słyszeć., ru: Рады это слышать., en: We are glad to hear it.}
        - end: open
        - id: search
          handoff: orders
      """;

  private static Browsers browsers;
  private static TelegramStub telegram;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);
  private String conversation = "";

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    telegram = new TelegramStub();
    var flows =
        SampleCompany.with(Map.of("order-status.yaml", ORDER_STATUS), UnaryOperator.identity());
    gateway =
        GatewayProcess.onEmbeddedRedis(
            telegram.settings(
                "--sayonce.telegram.per-chat=100ms", "--sayonce.engine.flows=" + flows));
  }

  @AfterAll
  static void stop() {
    if (gateway != null) {
      gateway.close();
    }
    if (telegram != null) {
      telegram.close();
    }
    if (browsers != null) {
      browsers.close();
    }
  }

  @AfterEach
  void close() {
    windows.close();
  }

  private static void till(BooleanSupplier condition) {
    await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
  }

  private static void tillReceived(String words) {
    till(() -> telegram.texts(CHAT).stream().anyMatch(t -> t.contains(words)));
  }

  private static Call received(String words) {
    tillReceived(words);
    return telegram.received(CHAT).stream().filter(c -> c.text().contains(words)).findFirst().get();
  }

  @Test
  void asksShowsAPhotoMeetsAPersonAndIsHelped() {
    var requests = new ArrayList<String>();
    var page = windows.open(Screen.DESKTOP, "en-US");
    page.onRequest(request -> requests.add(request.url()));
    var agent = ConsoleFace.signedIn(page, gateway.base(), "admin", gateway.password());

    askTheBot();
    showAPhoto();
    askForAPerson();
    readTheWholeTalk(agent);
    answer(agent);

    Assertions.assertThat(requests).noneMatch(url -> url.contains(TelegramStub.TOKEN));
    Assertions.assertThat(page.content()).doesNotContain(TelegramStub.TOKEN);
    Assertions.assertThat(gateway.output()).doesNotContain(TelegramStub.TOKEN);
    till(() -> telegram.unconfirmed() == 0);
    Assertions.assertThat(lines()).isEqualTo(transcript());
  }

  private static void askTheBot() {
    telegram.say(CHAT, "how much is delivery");
    tillReceived("14.99");
    telegram.say(CHAT, "where is my parcel AB123456");
    choose(received("Order AB123456 has been delivered"), "Yes, I have it");
    tillReceived("glad to hear it");
  }

  /** Telegram hears that the press was taken, and what was chosen is what is left to press. */
  private static void choose(Call asked, String label) {
    var keys = asked.body().path("reply_markup").path("inline_keyboard");
    var labels = keys.valueStream().map(row -> row.path(0).path("text").asString()).toList();
    int answered = telegram.calls("answercallbackquery").size();
    telegram.press(asked, labels.indexOf(label));
    till(() -> telegram.calls("editmessagereplymarkup").size() > answered);
    Assertions.assertThat(telegram.calls("answercallbackquery")).hasSize(answered + 1);
    var left = telegram.calls("editmessagereplymarkup").getLast().body().path("reply_markup");
    Assertions.assertThat(left.path("inline_keyboard")).hasSize(1);
    Assertions.assertThat(left.toString()).contains("✓ " + label);
  }

  private static void showAPhoto() {
    telegram.keep("photo-1", photo());
    telegram.update(
        "{\"message\":%s}"
            .formatted(
                telegram.message(
                    CHAT,
                    "en",
                    """
                    "photo":[{"file_id":"small-1","file_unique_id":"s","width":90,"height":60},
                             {"file_id":"photo-1","file_unique_id":"u","width":900,"height":600}],
                    "caption":"%s"
                    """
                        .formatted(CAPTION))));
    tillReceived("5 working days");
  }

  private static byte[] photo() {
    var picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    var draw = picture.createGraphics();
    draw.setColor(new Color(0x2d6a1e));
    draw.fillRect(60, 60, 780, 480);
    draw.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void askForAPerson() {
    telegram.say(CHAT, "/human");
    choose(received("What is it about?"), "Return or complaint");
    tillReceived(PLACE);
  }

  private void readTheWholeTalk(ConsoleFace agent) {
    var row = agent.rows("waiting").first();
    conversation = row.getAttribute("data-conversation");
    row.click();
    assertThat(agent.entries("customer", "how much is delivery")).hasCount(1);
    assertThat(agent.entries("bot", "14.99")).hasCount(1);
    assertThat(agent.page().locator("thread-log [data-option=have-it][data-chosen]")).hasCount(1);
    assertThat(agent.entries("customer", CAPTION)).hasCount(1);
    agent.page().locator("thread-log file-view").scrollIntoViewIfNeeded();
    var picture = agent.page().locator("thread-log file-view .picture img");
    assertThat(picture).isVisible();
    agent.page().waitForCondition(() -> (Integer) picture.evaluate("i => i.naturalWidth") > 0);
    assertThat(agent.card().locator("[data-slot=orderNumber]")).containsText("AB123456");
    look(agent, "60-telegram-opened");
  }

  private void answer(ConsoleFace agent) {
    agent.act("claim").click();
    agent.write("note", "SECRET: knows the owner");
    assertThat(agent.notes()).containsText("SECRET");
    agent.write("reply", "A new label is on its way.");
    tillReceived("A new label is on its way.");
    assertThat(delivered(agent, "A new label is on its way.")).isAttached();
    telegram.say(CHAT, "thanks, that was quick");
    assertThat(agent.entries("customer", "that was quick")).hasCount(1);
    agent.write("reply", "You are welcome.");
    tillReceived("You are welcome.");
    assertThat(delivered(agent, "You are welcome.")).isAttached();
    look(agent, "61-telegram-answered");
    agent.act("resolve").click();
    assertThat(agent.page().locator("[data-thread-status=resolved]")).isVisible();
    till(() -> lines().size() == transcript().size());
  }

  private static com.microsoft.playwright.Locator delivered(ConsoleFace agent, String words) {
    return agent.entries("agent", words).locator("[data-delivery=sent]");
  }

  /** Keeps a picture of a state, and lets axe look at it. */
  private static void look(ConsoleFace agent, String name) {
    agent
        .page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    Axe.check(agent.page(), name);
  }

  /** What the chat got as the talk; the place in line is told beside it. */
  private static List<String> lines() {
    return telegram.texts(CHAT).stream().filter(t -> !t.contains(PLACE)).toList();
  }

  /** What of the talk the customer is to read, as the agents' own record has it. */
  private List<String> transcript() {
    try (var reader = AgentClient.signedIn(gateway.port(), "admin", gateway.password())) {
      return reader
          .conversation(conversation)
          .path("entries")
          .valueStream()
          .filter(
              e -> !e.path("private").asBoolean() && !e.path("from").asString().equals("customer"))
          .filter(e -> e.has("text"))
          .map(TelegramJourneyTest::asSent)
          .toList();
    }
  }

  private static String asSent(JsonNode entry) {
    var text = entry.path("text").asString();
    return entry.path("from").asString().equals("agent") ? "Admin:\n" + text : text;
  }
}
