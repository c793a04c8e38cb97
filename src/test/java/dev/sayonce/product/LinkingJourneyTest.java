package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.sayonce.channel.telegram.TelegramStub;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer takes their talk from the web to Telegram and back, and has it erased. */
class LinkingJourneyTest {

  private static final AtomicLong CHATS = new AtomicLong(8000);
  private static final String PUZZLE = "is there life on the moon of jupiter";

  private static Browsers browsers;
  private static TelegramStub telegram;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);
  private final long inTelegram = CHATS.incrementAndGet();

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    telegram = new TelegramStub();
    gateway =
        GatewayProcess.onEmbeddedRedis(
            telegram.settings("--sayonce.web.burst=100", "--sayonce.telegram.per-chat=100ms"));
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

  private Page page() {
    return windows.open(Screen.DESKTOP, "en-US");
  }

  private ChatFace askSomethingForAPerson() {
    var chat = ChatFace.at(page(), gateway.base()).open();
    chat.say("agent");
    chat.press("payment");
    chat.awaitStatus("queued");
    chat.say(PUZZLE);
    assertThat(chat.entries("customer", PUZZLE)).isVisible();
    return chat;
  }

  private ConsoleFace claim() {
    var agent = ConsoleFace.signedIn(page(), gateway.base(), "admin", gateway.password());
    agent.rows("waiting").last().click();
    assertThat(agent.entries("customer", PUZZLE)).isVisible();
    agent.act("claim").click();
    return agent;
  }

  private static String codeIn(String link) {
    var found = Pattern.compile("https://t\\.me/(\\w+)\\?start=(\\S+)").matcher(link);
    Assertions.assertThat(found.matches()).as(link).isTrue();
    Assertions.assertThat(found.group(1)).isEqualTo(TelegramStub.NAME);
    return found.group(2);
  }

  private void tillTelegramHas(String words) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> telegram.texts(inTelegram).stream().anyMatch(t -> t.contains(words)));
  }

  private static void choose(ChatFace chat) {
    chat.pick("[data-elsewhere]");
    assertThat(chat.part("elsewhere-dialog dialog")).isVisible();
  }

  /** By the link in the menu's dialog, opened in Telegram. */
  private void goOn(ChatFace chat) {
    choose(chat);
    assertThat(chat.part("elsewhere-dialog svg path"))
        .hasAttribute("d", Pattern.compile("M0 0h.*"));
    var code = codeIn(chat.part("elsewhere-dialog [data-link]").getAttribute("href"));
    Axe.check(chat.page(), "elsewhere");
    telegram.say(inTelegram, "/start " + code, "en");
    assertThat(chat.part("elsewhere-dialog [data-linked]")).isVisible();
    tillTelegramHas("go on with this conversation");
  }

  @Test
  void takesATalkToTelegramAndParts() {
    var chat = askSomethingForAPerson();
    var agent = claim();
    chat.awaitStatus("open");
    goOn(chat);
    chat.part("elsewhere-dialog [data-close]").click();

    agent.write("reply", "Hello on both sides");
    tillTelegramHas("Hello on both sides");
    assertThat(chat.last("agent")).containsText("Hello on both sides");
    telegram.say(inTelegram, "written in Telegram", "en");
    assertThat(chat.entries("customer", "written in Telegram")).isVisible();
    assertThat(agent.entries("customer", "written in Telegram")).isVisible();
    assertThat(agent.notices("linked")).isVisible();
    assertThat(agent.page().locator("[data-thread-status]")).containsText("Telegram");
    assertThat(agent.page().locator("[data-delivery=sent]").first()).isVisible();

    choose(chat);
    chat.part("elsewhere-dialog [data-part]").click();
    assertThat(chat.entries("system", "no longer connected")).isVisible();
    chat.part("elsewhere-dialog [data-close]").click();
    agent.write("reply", "Only on the web");
    assertThat(chat.last("agent")).containsText("Only on the web");
    telegram.say(inTelegram, "how much is delivery", "en");
    tillTelegramHas("14.99");
    Assertions.assertThat(telegram.texts(inTelegram)).noneMatch(t -> t.contains("Only on the web"));
  }

  @Test
  void bringsTheOpenTalkInTelegramAlong() {
    telegram.say(inTelegram, "agent", "en");
    tillTelegramHas("What is it about?");
    telegram.say(inTelegram, "Order or delivery", "en");
    telegram.say(inTelegram, PUZZLE + " in Telegram", "en");
    var chat = ChatFace.at(page(), gateway.base()).open();
    chat.ask("how much is delivery");

    goOn(chat);

    chat.awaitStatus("queued");
    var agent = ConsoleFace.signedIn(page(), gateway.base(), "admin", gateway.password());
    agent.rows("waiting").last().click();
    assertThat(agent.entries("customer", "how much is delivery")).isVisible();
    agent.page().locator("[data-notice=linked] [data-other]").click();
    assertThat(agent.entries("customer", PUZZLE + " in Telegram")).isVisible();
    assertThat(agent.page().locator("[data-thread-status=continued]")).isVisible();
  }

  @Test
  void erasesTheTalkAtTheCustomersWish() {
    var chat = askSomethingForAPerson();
    var agent = claim();
    chat.awaitStatus("open");

    chat.pick("[data-erase]");
    chat.part("[data-confirm=erase]").click();

    assertThat(chat.entries("customer")).hasCount(0);
    assertThat(agent.page().locator("[data-problem]")).containsText("erased");
    assertThat(agent.page().locator("body")).not().containsText(PUZZLE);
    chat.page().reload();
    chat.open();
    assertThat(chat.greeting()).isVisible();
    assertThat(chat.entries("customer")).hasCount(0);
  }
}
