package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a visitor meets in the chat besides the talk itself, in a real browser. */
class ChatJourneyTest {

  /** A start that shrinks, then lines, all before anything is drawn. */
  private static final String SHRINK_THEN_GROW =
      """
      async () => {
        await import('/shared/scroll-log.js');
        const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        const log = document.createElement('scroll-log');
        const lines = document.createElement('div');
        const becomes = async (height, newest) => {
          lines.style.height = height;
          log.newest = newest;
          await log.updateComplete;
        };
        log.style.height = '500px';
        log.append(lines);
        document.body.append(log);
        await becomes('520px', 'a');
        await frame();
        await frame();
        await becomes('400px', 'b');
        await becomes('900px', 'c');
        await frame();
        await frame();
        return [log.isAtEnd, log.hasNews];
      }
      """;

  private static Browsers browsers;
  private static GatewayProcess gateway;

  private final Windows windows = new Windows(browsers);

  @BeforeAll
  static void start() {
    browsers = Browsers.launch();
    gateway = GatewayProcess.onEmbeddedRedis("--sayonce.web.burst=200");
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
    windows.close();
  }

  private ChatFace visitor(String locale) {
    return visitor(Screen.DESKTOP, locale);
  }

  private ChatFace visitor(Screen screen, String locale) {
    return ChatFace.at(windows.open(screen, locale), gateway.base()).open();
  }

  private ConsoleFace agent() {
    return ConsoleFace.signedIn(
        windows.open(Screen.DESKTOP, "en-GB"), gateway.base(), "admin", gateway.password());
  }

  /** The agent has the talk of the customer who came last. */
  private ConsoleFace agentWith(ChatFace chat) {
    chat.say("agent");
    chat.press("payment");
    chat.awaitStatus("queued");
    var agent = agent();
    agent.rows("waiting").last().click();
    agent.act("claim").click();
    chat.awaitStatus("open");
    return agent;
  }

  /** All that the browser keeps of the chat. */
  @SuppressWarnings("unchecked")
  private static Map<String, String> kept(ChatFace chat) {
    return (Map<String, String>)
        chat.inside().evaluate("() => ({...localStorage, ...sessionStorage})");
  }

  @Test
  void storesNothingBeforeTheFirstMessage() {
    var chat = visitor("pl-PL");
    assertThat(chat.greeting()).isVisible();
    chat.composer().fill("Tylko się rozglądam");
    chat.part("[data-menu]").click();
    chat.part("[data-language]").selectOption("en");
    chat.part("[data-sound]").click();
    assertThat(chat.greeting()).containsText("Hi, this is Polanka");
    assertThat(chat.composer()).hasValue("Tylko się rozglądam");
    chat.close();
    assertThat(kept(chat)).isEmpty();
    assertThat(chat.page().context().cookies()).isEmpty();

    chat.open();
    chat.sender().click();
    assertThat(chat.entries("customer", "rozglądam")).hasCount(1);
    assertThat(kept(chat).keySet()).isSubsetOf(keptNames());
    assertThat(kept(chat)).containsKey("sayonce.token").containsEntry("sayonce.sound", "false");
  }

  private static Set<String> keptNames() {
    return Set.of("sayonce.token", "sayonce.read", "sayonce.sound", "sayonce.talked");
  }

  @Test
  void answersASuggestionThatIsPressedByKeyboard() {
    var chat = visitor("pl-PL");
    var suggestion = chat.part("[data-suggestion=delivery-cost]");
    var words = suggestion.textContent().strip();
    suggestion.press("Enter");
    assertThat(chat.last("customer")).containsText(words);
    assertThat(chat.last("bot")).containsText("14,99");
    assertThat(chat.part("[data-suggestion]")).hasCount(0);
    assertThat(chat.composer()).isFocused();
  }

  @Test
  void keepsWhatIsHalfTypedOverReloadAndClosing() {
    var chat = visitor("pl-PL");
    chat.say("ile kosztuje dostawa");
    assertThat(chat.last("bot")).containsText("14,99");
    chat.composer().fill("A jak długo");

    chat.page().reload();
    assertThat(chat.open().composer()).hasValue("A jak długo");

    var other = chat.page().context().newPage();
    chat.page().close();
    var later = ChatFace.at(other, gateway.base()).open();
    assertThat(later.composer()).hasValue("A jak długo");
    assertThat(later.last("bot")).containsText("14,99");
  }

  @Test
  void sendsWhatAClosedTabCouldNot() {
    try (var line = BadLine.to(gateway.port())) {
      var chat = ChatFace.at(windows.open(Screen.DESKTOP, "pl-PL"), line.base()).open();
      chat.say("ile kosztuje dostawa");
      assertThat(chat.last("bot")).containsText("14,99");
      line.cut();
      chat.say("Napisane i zamknięte");
      assertThat(chat.outgoing()).hasCount(1);
      var other = chat.page().context().newPage();
      chat.page().close();
      line.restore();
      var later = ChatFace.at(other, line.base()).open();
      assertThat(later.entries("customer", "Napisane i zamknięte")).hasCount(1);
      assertThat(later.outgoing()).hasCount(0);
    }
  }

  @Test
  void keepsThePlaceOfWhoReadsAbove() {
    var chat = visitor("en-GB");
    IntStream.range(0, 6).forEach(_ -> chat.say("how much is delivery"));
    assertThat(chat.entries("bot")).hasCount(6);
    var agent = agentWith(chat);
    agent.write("reply", "Good morning!");
    assertThat(chat.last("agent")).isInViewport();

    var first = chat.entries("customer").first();
    first.scrollIntoViewIfNeeded();
    assertThat(first).isInViewport();
    var before = first.boundingBox().y;
    agent.write("reply", "One");
    agent.write("reply", "Two");
    assertThat(chat.part("[data-news]")).containsText("2 new messages");
    assertThat(first.boundingBox().y).isEqualTo(before);

    chat.part("[data-news]").click();
    assertThat(chat.last("agent")).isInViewport();
    assertThat(chat.part("[data-news]")).isHidden();
  }

  /** On a slow machine lines come one by one, each before the one before it was drawn. */
  @Test
  void followsLinesThatComeFasterThanTheyAreDrawn() {
    var page = windows.open(Screen.DESKTOP, "en-GB");
    page.navigate(gateway.base() + "/chat/?language=en");
    assertThat(page.locator("[data-greeting]")).isVisible();
    assertThat(page.evaluate(SHRINK_THEN_GROW)).isEqualTo(List.of(true, false));
  }

  @Test
  void loadsOlderLinesAndKeepsTheLineThatIsRead() {
    var chat = visitor("en-GB");
    IntStream.range(0, 40).forEach(i -> chat.say("how much is delivery? " + i));
    assertThat(chat.entries("bot")).hasCount(40);
    chat.page().reload();
    chat.open();
    assertThat(chat.last("bot")).isInViewport();
    assertThat(chat.entries("customer", "delivery? 39")).isVisible();
    assertThat(chat.entries("customer", "delivery? 0")).hasCount(0);

    var oldest = chat.part("[data-entry]").first();
    var number = oldest.getAttribute("data-entry");
    oldest.evaluate("line => line.scrollIntoView()");
    assertThat(chat.entries("customer", "delivery? 0")).hasCount(1);
    assertThat(chat.part("[data-entry=\"%s\"]".formatted(number))).isInViewport();
    assertThat(chat.entries("customer", "delivery? 0")).not().isInViewport();
  }

  @Test
  void endsATalkOnlyWhenTheCustomerIsSure() {
    var chat = visitor("pl-PL");
    chat.say("ile kosztuje dostawa");
    assertThat(chat.last("bot")).containsText("14,99");
    chat.inside()
        .evaluate("document.addEventListener('ended', e => window.ended = e.detail.status)");
    chat.pick("[data-end]");
    chat.page().keyboard().press("Escape");
    assertThat(chat.part("[data-end-confirm]")).isHidden();
    assertThat(chat.frame()).isVisible();
    chat.awaitStatus("bot");

    chat.pick("[data-end]");
    chat.part("[data-end-confirm]").click();
    chat.awaitStatus("resolved");
    assertThat(chat.part("[data-ended]")).containsText("Rozmowa została zakończona");
    assertThat(chat.inside().evaluate("window.ended")).isEqualTo("resolved");
    Axe.check(chat.page(), "a talk that has ended");

    chat.part("[data-ended] button").click();
    assertThat(chat.composer()).isFocused();
    chat.say("Jednak jeszcze coś");
    assertThat(chat.part("[data-ended]")).hasCount(0);
  }

  @Test
  void keepsTheTalkAsAFile() throws IOException {
    var chat = visitor("en-GB");
    chat.say("how much is delivery");
    assertThat(chat.last("bot")).containsText("14.99");
    var download = chat.page().waitForDownload(() -> chat.pick("[data-download]"));
    assertThat(download.suggestedFilename()).contains("Polanka").endsWith(".txt");
    assertThat(Files.readString(download.path())).contains("how much is delivery", "14.99");
  }

  @Test
  void switchesTheLanguageOfAllWords() {
    var chat = visitor("pl-PL");
    chat.say("chcę zwrócić towar");
    assertThat(chat.last("bot")).containsText("Jaki jest numer zamówienia");
    chat.composer().fill("AB12");
    chat.part("[data-menu]").press("Enter");
    assertThat(chat.part("[data-language]")).isFocused();
    chat.part("[data-language]").selectOption("ru");
    assertThat(chat.last("bot")).containsText("заказа");
    assertThat(chat.standing()).containsText("Помощник");
    chat.page().keyboard().press("Escape");
    assertThat(chat.part("[data-menu]")).isFocused();
    assertThat(chat.part("[data-language]")).isHidden();
    assertThat(chat.composer()).hasValue("AB12");
    assertThat(chat.frame()).isVisible();
  }

  @Test
  void remembersThatTheSoundIsOff() {
    var chat = visitor("en-GB");
    chat.say("how much is delivery");
    assertThat(chat.last("bot")).containsText("14.99");
    chat.pick("[data-sound=on]");
    chat.page().reload();
    chat.open();
    chat.part("[data-menu]").click();
    assertThat(chat.part("[data-sound]")).hasAttribute("data-sound", "off");
    chat.part("[data-sound]").click();
    assertThat(chat.part("[data-sound]")).hasAttribute("data-sound", "on");
  }

  @Test
  void tellsOfAnAnswerThatCameWhileTheChatWasClosed() {
    var chat = visitor("en-GB");
    var agent = agentWith(chat);
    chat.close();
    assertThat(chat.badge()).isHidden();
    agent.write("reply", "Your parcel left Kraków this morning.");
    assertThat(chat.badge()).hasText("1");
    assertThat(chat.teaser()).containsText("Your parcel left");

    chat.page().navigate("about:blank");
    agent.write("reply", "It arrives tomorrow.");
    var later = ChatFace.at(chat.page(), gateway.base());
    assertThat(later.badge()).hasText("2");
    assertThat(later.launcher()).hasAttribute("aria-label", "Open chat, 2 unread");
    assertThat(later.teaser()).containsText("It arrives tomorrow.");
    Axe.check(later.page(), "a launcher that tells of answers");

    later.teaser().locator(".words").click();
    assertThat(later.last("agent")).containsText("It arrives tomorrow.");
    assertThat(later.badge()).isHidden();
    later.page().reload();
    assertThat(later.frame()).hasCount(1);
    assertThat(later.open().last("agent")).containsText("It arrives tomorrow.");
    assertThat(later.badge()).isHidden();
  }

  @Test
  void showsTheCompanysTeaserTillItIsSentAway() {
    var page = windows.open(Screen.DESKTOP, "pl-PL");
    var chat = ChatFace.at(page, gateway.base());
    assertThat(chat.teaser()).containsText("Chętnie pomożemy");
    Axe.check(page, "the teaser");
    chat.teaser().locator(".hide").click();
    assertThat(chat.teaser()).isHidden();
    assertThat(chat.launcher()).isFocused();
  }

  @Test
  void asksForConsentBeforeAnythingIsSent() {
    var consent =
        """
          consent:
            text: {pl: Zapisujemy tę rozmowę., ru: Мы сохраняем этот разговор., en: We keep this talk.}
        """;
    try (var asking =
        GatewayProcess.onEmbeddedRedis("--sayonce.engine.flows=" + SampleCompany.with(consent))) {
      var chat = ChatFace.at(windows.open(Screen.DESKTOP, "pl-PL"), asking.base()).open();
      var accept = chat.part("[data-consent-accept]");
      assertThat(chat.part("chat-consent")).containsText("Zapisujemy tę rozmowę.");
      Axe.check(chat.page(), "a consent");
      chat.say("ile kosztuje dostawa");
      assertThat(accept).isFocused();
      assertThat(chat.composer()).hasValue("ile kosztuje dostawa");
      assertThat(chat.outgoing()).hasCount(0);
      assertThat(kept(chat)).isEmpty();

      accept.press("Enter");
      assertThat(chat.last("bot")).containsText("14,99");
      assertThat(accept).hasCount(0);
      chat.page().reload();
      assertThat(chat.open().last("bot")).containsText("14,99");
      assertThat(accept).hasCount(0);
    }
  }

  @Test
  void holdsThePageBehindStillOnAPhone() {
    var chat = visitor(Screen.PHONE, "pl-PL");
    assertThat(chat.greeting()).isVisible();
    assertThat(scrolled(chat.page())).isEqualTo(0);
    chat.close();
    chat.page().evaluate("window.scrollTo(0, 200)");
    assertThat(scrolled(chat.page())).isEqualTo(200);
    chat.open();
    assertThat(scrolled(chat.page())).isEqualTo(200);
    assertThat(chat.page().evaluate("getComputedStyle(document.documentElement).overflowY"))
        .isEqualTo("hidden");
    chat.close();
    assertThat(chat.page().evaluate("getComputedStyle(document.documentElement).overflowY"))
        .isEqualTo("visible");
    assertThat(scrolled(chat.page())).isEqualTo(200);
  }

  private static Object scrolled(Page page) {
    return page.evaluate("Math.round(window.scrollY)");
  }

  @Test
  void showsWhoIsTypingBothWays() {
    var chat = visitor("en-GB");
    var agent = agentWith(chat);
    agent.draft("reply", "Let me look");
    var dots = chat.part("[data-typing=agent]");
    assertThat(dots).containsText("is writing…");
    Axe.check(chat.page(), "an agent who is typing");
    agent.page().locator("reply-box [data-send]").click();
    assertThat(chat.last("agent")).containsText("Let me look");
    assertThat(dots).hasCount(0);

    chat.composer().pressSequentially("Thanks");
    assertThat(agent.page().locator("thread-log [data-typing]")).isVisible();
    chat.sender().click();
    assertThat(agent.entries("customer", "Thanks")).hasCount(1);
    assertThat(agent.page().locator("thread-log [data-typing]")).hasCount(0);
  }

  @Test
  void showsTheAssistantAtWorkOnASlowLine() {
    try (var line = BadLine.to(gateway.port())) {
      var chat = ChatFace.at(windows.open(Screen.DESKTOP, "en-GB"), line.base()).open();
      assertThat(chat.greeting()).isVisible();
      line.delay(Duration.ofMillis(1_500));
      chat.say("how much is delivery");
      assertThat(chat.part("[data-typing=bot]")).isVisible();
      assertThat(chat.last("bot")).containsText("14.99");
      assertThat(chat.part("[data-typing]")).hasCount(0);
    }
  }

  @Test
  void sendsAPictureAndShowsItLarge() {
    var chat = visitor("pl-PL");
    chat.part("input[type=file]").setInputFiles(picture("pasek.png"));
    var picture = chat.entries("customer").locator("file-view .picture");
    assertThat(picture.locator("img")).isVisible();
    assertThat(chat.part("[data-upload]")).hasCount(0);
    assertThat(kept(chat)).containsKey("sayonce.token");
    Axe.check(chat.page(), "a picture in the talk");

    picture.press("Enter");
    var large = chat.part("file-view dialog");
    assertThat(large.locator(".stage[aria-busy=false] img")).isVisible();
    chat.page().keyboard().press("Escape");
    assertThat(large).hasCount(0);
    assertThat(chat.frame()).isVisible();
    assertThat(picture).isFocused();
  }

  @Test
  void saysWhyAFileIsNotTakenAndLetsTheOthersPass() {
    var chat = visitor("en-GB");
    chat.say("how much is delivery");
    assertThat(chat.last("bot")).containsText("14.99");
    var program = new FilePayload("setup.exe", "application/x-msdownload", new byte[] {77, 90});
    chat.part("input[type=file]")
        .setInputFiles(new FilePayload[] {program, picture("receipt.png")});
    var refused = chat.part("[data-upload][data-state=failed]");
    assertThat(refused).containsText("We can’t take a file like this.");
    assertThat(chat.entries("customer").locator("file-view .picture img")).isVisible();
    Axe.check(chat.page(), "a file that was refused");
    refused.locator("[data-discard]").click();
    assertThat(refused).hasCount(0);
    assertThat(chat.composer()).isFocused();
  }

  /** A picture that is what it claims to be. */
  private static FilePayload picture(String name) {
    var image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FilePayload(name, "image/png", bytes.toByteArray());
  }

  @Test
  void linksTheNoticeOnPrivacy() {
    Locator privacy = visitor("en-GB").part("[data-privacy] a");
    assertThat(privacy).hasAttribute("href", "https://polanka.example/privacy");
    assertThat(privacy).hasAttribute("rel", "noopener noreferrer");
  }
}
