package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.sayonce.flow.Shop;
import dev.sayonce.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two gateways learn from a customer: what was meant by words is pressed at one, accepted at the
 * other, and understood at both.
 */
class LearningJourneyTest {

  /** A try takes as long as teaching a few times. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String GIBBERISH = "glory to the purple hedgehog";

  /** About two things each; a bot that answers only what it is very sure of asks which. */
  private static final List<String> VAGUE =
      List.of(
          "how do I return delivery",
          "is delivery open today",
          "how much does it cost to return",
          "are you delivering today",
          "opening an order",
          "the price of opening a return");

  private static Browsers browsers;
  private static GatewayProcess a;
  private static GatewayProcess b;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() throws IOException {
    TestRedis.flush();
    browsers = Browsers.launch();
    var settings =
        new String[] {
          "--sayonce.engine.flows=" + shop(),
          "--sayonce.learning.follow=200ms",
          "--sayonce.web.burst=100"
        };
    a = GatewayProcess.onTestRedis(settings);
    b = GatewayProcess.onTestRedis(settings);
  }

  private static Path shop() throws IOException {
    var folder = GatewayProcess.newFolder("shop-");
    for (var file : Shop.FILES.entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(
          path, file.getValue().replaceAll(" {2}consent: .*\n", "").replaceAll("hours: .*", ""));
    }
    Files.writeString(
        folder.resolve("company.yaml"),
        "understanding: {answer-from: 0.95}\n",
        StandardOpenOption.APPEND);
    return folder;
  }

  @AfterAll
  static void stop() {
    for (var gateway : new GatewayProcess[] {a, b}) {
      if (gateway != null) {
        gateway.close();
      }
    }
    if (browsers != null) {
      browsers.close();
    }
  }

  @AfterEach
  void close() {
    windows.close();
  }

  @Test
  void understandsAtOnceWhatACustomerOnceHadToPress() {
    var vague = vagueWords();
    assertThat(vague.size()).as("words that the bot asks about").isGreaterThanOrEqualTo(2);
    var words = vague.getFirst();
    var supervisor = supervisor(Screen.DESKTOP);

    pressInTheBrowser(words);
    var before = ChatClient.open(a.port(), "en");
    before.say("hello");
    supervisor.go("learning");
    accept(supervisor, words);

    try (before) {
      for (var gateway : List.of(a, b)) {
        till(() -> isAnsweredAtOnce(ChatClient.open(gateway.port(), "en"), words));
      }
      assertThat(isAnswered(before, words)).as("in a talk that was under way too").isTrue();
    }
    assertThat(diff(supervisor)).contains("+++ b/").contains(words);
    refuse(supervisor, vague.get(1));
  }

  private static void till(BooleanSupplier condition) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(condition::getAsBoolean);
  }

  /** Those that get an answer with buttons. */
  private static List<String> vagueWords() {
    return VAGUE.stream()
        .filter(
            words -> {
              try (var chat = ChatClient.open(a.port(), "en")) {
                chat.say(words);
                till(() -> botSaid(chat) > 0 || chat.status().equals("queued"));
                return isAsking(chat);
              }
            })
        .toList();
  }

  private static long botSaid(ChatClient chat) {
    return chat.entries().stream().filter(e -> e.path("from").asString().equals("bot")).count();
  }

  private static boolean isAsking(ChatClient chat) {
    return options(chat).stream().anyMatch(o -> o.path("id").asString().contains(":"));
  }

  private static List<JsonNode> options(ChatClient chat) {
    return chat.entries().getLast().path("options").valueStream().toList();
  }

  /** A new customer's words; true if the bot did not ask back. */
  private static boolean isAnsweredAtOnce(ChatClient chat, String words) {
    try (chat) {
      return isAnswered(chat, words);
    }
  }

  private static boolean isAnswered(ChatClient chat, String words) {
    long before = botSaid(chat);
    chat.say(words);
    till(() -> botSaid(chat) > before || chat.status().equals("queued"));
    return !isAsking(chat) && !chat.status().equals("queued");
  }

  private void pressInTheBrowser(String words) {
    var page = windows.open(Screen.DESKTOP, "en-GB");
    ChatFace.alone(page, a.base());
    page.locator("[data-composer]").fill(words);
    page.locator("[data-send]").click();
    page.locator("[data-option*=':']").first().click();
    assertThat(page.locator("[data-entry][data-from=customer]")).hasCount(2);
  }

  private ConsoleFace supervisor(Screen screen) {
    try (var admin = AgentClient.signedIn(a.port(), "admin", a.password())) {
      var made =
          admin.post(
              "/agents",
              Map.of(
                  "login", "ewa",
                  "name", "Ewa Nowak",
                  "role", "supervisor",
                  "teams", List.of(),
                  "languages", List.of("en")));
      var agent =
          admin.post(
              "/agents",
              Map.of(
                  "login", "jan",
                  "name", "Jan Lis",
                  "role", "agent",
                  "teams", List.of(),
                  "languages", List.of("en")));
      mayNotTeach(agent.body().path("password").asString());
      return ConsoleFace.signedIn(
          windows.open(screen, "en-GB"), b.base(), "ewa", made.body().path("password").asString());
    }
  }

  private static void mayNotTeach(String password) {
    try (var jan = AgentClient.signedIn(a.port(), "jan", password)) {
      assertThat(jan.get("/learning").status()).isEqualTo(403);
      assertThat(jan.get("/questions").status()).isEqualTo(200);
    }
  }

  private static Locator proposal(ConsoleFace console, String words) {
    return console.proposals().filter(ConsoleFace.withText(words));
  }

  private static void tillProposed(ConsoleFace console, String words) {
    till(() -> console.hasProposals(words));
  }

  private static void accept(ConsoleFace supervisor, String words) {
    tillProposed(supervisor, words);
    Axe.check(supervisor.page(), "learning, a proposal");
    proposal(supervisor, words).locator("[data-decide]").click();
    var review = supervisor.page().locator("[data-review]");
    assertThat(review.locator("[data-words]")).hasValue(words);
    assertThat(review.locator("[data-accept]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
    assertThat(review.locator("[data-today]")).containsText("asks which");
    Axe.check(supervisor.page(), "learning, tried out");
    review.locator("[data-accept]").click();
    assertThat(review).isHidden();
    assertThat(supervisor.page().locator("[data-example]")).containsText(words);
    assertThat(proposal(supervisor, words)).hasCount(0);
    Axe.check(supervisor.page(), "learning, accepted");
  }

  private static String diff(ConsoleFace supervisor) {
    var page = supervisor.page();
    var download = page.waitForDownload(() -> page.locator("[data-diff]").click());
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What is proposed after the refused words came again is there, and they are not. */
  private void refuse(ConsoleFace supervisor, String words) {
    press(b, words);
    tillProposed(supervisor, words);
    proposal(supervisor, words).locator("[data-refuse]").click();
    assertThat(proposal(supervisor, words)).hasCount(0);
    press(b, words);
    tellAnAgentsAnswer(supervisor);
    assertThat(proposal(supervisor, words)).hasCount(0);
  }

  private static void press(GatewayProcess gateway, String words) {
    try (var chat = ChatClient.open(gateway.port(), "en")) {
      chat.say(words);
      till(() -> botSaid(chat) > 0 || chat.status().equals("queued"));
      if (isAsking(chat)) {
        var prompt = chat.entries().getLast();
        chat.choose(prompt, options(chat).getFirst().path("id").asString());
        till(() -> chat.pending() == 0);
      }
    }
  }

  /** What the bot does not know it may ask about first, but not for ever. */
  private static void tillAPersonIsCalled(ChatClient chat) {
    for (int asked = 0; asked < 3 && !chat.status().equals("queued"); asked++) {
      long before = botSaid(chat);
      chat.say(GIBBERISH);
      till(() -> chat.status().equals("queued") || botSaid(chat) > before);
    }
    till(() -> chat.status().equals("queued"));
  }

  private static void tellAnAgentsAnswer(ConsoleFace supervisor) {
    try (var chat = ChatClient.open(a.port(), "en")) {
      tillAPersonIsCalled(chat);
      supervisor.open(chat.conversation());
    }
    var meant = supervisor.page().locator("question-meant");
    meant.locator("summary").click();
    meant.locator("select").selectOption("flow:return");
    Axe.check(supervisor.page(), "what a question was about");
    meant.locator("button").click();
    assertThat(supervisor.marked("meant-told")).isVisible();
    assertThat(supervisor.notices("about")).hasCount(1);
    tillProposed(supervisor, GIBBERISH);
    supervisor.page().setViewportSize(390, 844);
    Axe.check(supervisor.page(), "learning, on a phone");
  }
}
