package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer and an agent on lines that break in the middle, in real browsers. */
class BadLineJourneyTest {

  private static Browsers browsers;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);
  private final BadLine line = BadLine.to(gateway.port());

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    gateway = GatewayProcess.onEmbeddedRedis("--sayonce.web.burst=100");
  }

  @AfterAll
  static void stop() {
    if (gateway != null) {
      gateway.close();
    }
    if (browsers != null) {
      browsers.close();
    }
  }

  @AfterEach
  void close() {
    line.close();
    windows.close();
  }

  private ChatFace customer() {
    var chat = ChatFace.at(windows.open(Screen.DESKTOP, "en-GB"), line.base()).open();
    assertThat(chat.greeting()).isVisible();
    return chat;
  }

  private ConsoleFace agent(String base) {
    return ConsoleFace.signedIn(
        windows.open(Screen.DESKTOP, "en-GB"), base, "admin", gateway.password());
  }

  @Test
  void keepsWhatACustomerWritesWhileTheLineIsCut() {
    var chat = customer();
    chat.say("how much is delivery");
    assertThat(chat.last("bot")).containsText("14.99");

    line.cut();
    assertThat(chat.banner()).containsText("You can keep writing");
    chat.say("I want to return something");
    chat.say("AB123456");
    assertThat(chat.outgoing()).hasCount(2);
    line.restore();

    assertThat(chat.banner()).isHidden();
    assertThat(chat.outgoing()).hasCount(0);
    isThereOnce(chat, "I want to return something");
    isThereOnce(chat, "AB123456");
    assertThat(chat.option("damaged")).isVisible();
  }

  @Test
  void sendsNothingTwiceWhenOnlyTheAnswerIsLost() {
    var chat = customer();
    chat.say("agent");
    chat.press("payment");
    chat.awaitStatus("queued");
    var agent = agent(gateway.base());
    agent.rows("waiting").last().click();
    agent.act("claim").click();
    chat.awaitStatus("open");

    line.loseAnswers();
    chat.say("Paid twice for AB123456");
    assertThat(agent.entries("customer", "Paid twice")).hasCount(1);
    assertThat(chat.outgoing()).hasCount(1);
    line.cut();
    assertThat(chat.banner()).isVisible();
    agent.write("reply", "I see both payments.");
    line.restore();

    assertThat(chat.last("agent")).containsText("I see both payments.");
    assertThat(chat.banner()).isHidden();
    assertThat(chat.outgoing()).hasCount(0);
    isThereOnce(chat, "Paid twice for AB123456");
    assertThat(agent.entries("customer", "Paid twice")).hasCount(1);
  }

  @Test
  void keepsWhatAnAgentWritesWhileTheLineIsCut() {
    var talk = ChatClient.open(gateway.port(), "en");
    talk.say("agent please, about an invoice");
    Awaitility.await().until(() -> talk.isReady() && talk.pending() == 0);
    var agent = agent(line.base());
    agent.page().navigate(line.base() + "/console/#/c/" + talk.conversation());
    agent.act("claim").click();
    assertThat(agent.act("resolve")).isVisible();

    line.loseAnswers();
    agent.write("reply", "Which invoice do you mean?");
    Awaitility.await().until(() -> talk.texts("agent").contains("Which invoice do you mean?"));
    line.cut();
    assertThat(agent.banner()).containsText("What you write is kept");
    agent.write("note", "The line was bad.");
    line.restore();

    assertThat(agent.banner()).isHidden();
    assertThat(agent.outgoing()).hasCount(0);
    assertThat(agent.entries("agent", "Which invoice")).hasCount(1);
    assertThat(agent.notes()).hasCount(1);
    assertThat(talk.texts("agent")).containsOnlyOnce("Which invoice do you mean?");
    talk.close();
  }

  @Test
  void showsWhatIsUnderWayOnASlowLine() {
    var chat = customer();
    line.delay(Duration.ofMillis(700));
    var sent = Instant.now();
    chat.say("how much is delivery");
    assertThat(chat.outgoing()).hasCount(1);
    assertThat(chat.last("bot")).containsText("14.99");
    assertThat(Duration.between(sent, Instant.now())).isGreaterThan(Duration.ofMillis(1_400));
    assertThat(chat.banner()).isHidden();
    isThereOnce(chat, "how much is delivery");
  }

  private static void isThereOnce(ChatFace chat, String words) {
    assertThat(chat.entries("customer", words)).hasCount(1);
    Locator anywhere = chat.log().getByText(words, new Locator.GetByTextOptions().setExact(true));
    assertThat(anywhere).hasCount(1);
  }
}
