package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.awaitility.Awaitility;

/**
 * What the look book shows, in the order in which it is played: each scene goes on from the one
 * before it. To add one, put it where the talk has come to that point.
 */
final class LookScenes {

  /**
   * One state worth a look.
   *
   * @param play brings the state about; answers the page to look at, or nothing if there is no such
   *     state with today's settings
   */
  record Scene(String name, Function<LookStage, Optional<Page>> play) {

    static Scene chat(String name, Consumer<LookStage> play) {
      return new Scene("chat-" + name, played(play, stage -> stage.chat().page()));
    }

    static Scene console(String name, Consumer<LookStage> play) {
      return new Scene("console-" + name, played(play, stage -> stage.console().page()));
    }

    private static Function<LookStage, Optional<Page>> played(
        Consumer<LookStage> play, Function<LookStage, Page> page) {
      return stage -> {
        play.accept(stage);
        return Optional.of(page.apply(stage));
      };
    }
  }

  static final List<Scene> ALL =
      List.of(
          Scene.console("sign-in", LookStage::console),
          Scene.console("wrong-password", LookScenes::mistype),
          Scene.console("empty-desk", LookStage::signIn),
          new Scene("launcher-closed", stage -> Optional.of(stage.chat().page())),
          new Scene("launcher-teaser", LookScenes::teaser),
          Scene.chat("greeting", LookScenes::greet),
          Scene.chat("answer", stage -> stage.chat().ask(stage.script().delivery())),
          Scene.chat("buttons", LookScenes::askForAReturn),
          Scene.chat("pressed", LookScenes::press),
          Scene.chat("waiting", LookScenes::waitInLine),
          Scene.console("three-waiting", LookScenes::seeThree),
          Scene.console("thread-with-card", LookScenes::read),
          Scene.console("about", LookScenes::lookUp),
          Scene.chat("with-agent", LookScenes::meet),
          Scene.console("reply", LookScenes::seeReply),
          Scene.console("private-note", LookScenes::note),
          Scene.chat("offline", LookScenes::cut),
          Scene.chat("back-again", LookScenes::restore),
          Scene.chat("too-long", LookScenes::writeTooMuch),
          new Scene("chat-too-fast", LookScenes::writeTooFast),
          Scene.chat("resolved", LookScenes::resolve),
          Scene.console("resolved", LookScenes::seeResolved),
          Scene.console("agents", stage -> stage.console().go("agents")),
          Scene.console("password", stage -> stage.console().go("password")),
          Scene.console("learning", LookScenes::propose),
          Scene.console("learning-review", LookScenes::review));

  /** To try an example out takes as long as learning a few times. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private LookScenes() {}

  private static void mistype(LookStage stage) {
    var page = stage.console().page();
    page.locator("[data-login]").fill("anna");
    page.locator("[data-password]").fill("wrong password");
    page.locator("[data-sign-in]").click();
    assertThat(page.locator("[data-problem]")).isVisible();
  }

  private static Optional<Page> teaser(LookStage stage) {
    var page = stage.chat().page();
    var teaser = page.locator("[data-sayonce-widget] [data-teaser]");
    return teaser.count() > 0 && teaser.isVisible() ? Optional.of(page) : Optional.empty();
  }

  private static void greet(LookStage stage) {
    assertThat(stage.chat().open().greeting()).isVisible();
  }

  private static void askForAReturn(LookStage stage) {
    stage.chat().ask(stage.script().giveBack());
    stage.chat().ask("AB123456");
    assertThat(stage.chat().option("damaged")).isVisible();
  }

  private static void press(LookStage stage) {
    int before = stage.chat().entries("bot").count();
    stage.chat().press("damaged");
    assertThat(stage.chat().entries("bot").nth(before)).isVisible();
  }

  private static void waitInLine(LookStage stage) {
    stage.chat().ask(stage.script().broken());
    stage.chat().say("anna@example.com");
    stage.chat().awaitStatus("queued");
  }

  private static void seeThree(LookStage stage) {
    stage.fillTheLine();
    assertThat(stage.console().rows("waiting")).hasCount(3);
  }

  private static void read(LookStage stage) {
    stage.console().rows("waiting").first().click();
    assertThat(stage.console().entries("customer", stage.script().broken())).isVisible();
  }

  /** On a narrow screen what is known of the customer is a page of its own. */
  private static void lookUp(LookStage stage) {
    if (stage.console().marked("about").isVisible()) {
      stage.console().marked("about").click();
    }
    assertThat(stage.console().card()).isVisible();
  }

  private static void meet(LookStage stage) {
    if (stage.screen() == Screen.PHONE) {
      stage.console().page().goBack();
    }
    stage.console().act("claim").click();
    stage.chat().awaitStatus("open");
    stage.console().write("reply", stage.script().hello());
    assertThat(stage.chat().last("agent")).isVisible();
  }

  private static void seeReply(LookStage stage) {
    assertThat(stage.console().entries("agent", stage.script().hello())).isVisible();
    assertThat(stage.console().outgoing()).hasCount(0);
  }

  private static void note(LookStage stage) {
    stage.console().write("note", stage.script().note());
    assertThat(stage.console().notes()).hasCount(1);
    stage.console().draft("note", "");
  }

  private static void cut(LookStage stage) {
    stage.line().cut();
    assertThat(stage.chat().banner()).isVisible();
    stage.chat().say(stage.script().meanwhile());
    assertThat(stage.chat().outgoing()).hasCount(1);
  }

  private static void restore(LookStage stage) {
    stage.line().restore();
    assertThat(stage.chat().banner()).isHidden();
    assertThat(stage.chat().outgoing()).hasCount(0);
  }

  /** As by pasting: what the field does not take in by itself is put there. */
  private static void writeTooMuch(LookStage stage) {
    var composer = stage.chat().composer();
    composer.evaluate("field => field.removeAttribute('maxlength')");
    composer.fill((stage.script().broken() + " ").repeat(120));
    composer.press("Enter");
  }

  private static Optional<Page> writeTooFast(LookStage stage) {
    var chat = stage.newcomer().open();
    assertThat(chat.greeting()).isVisible();
    for (int i = 0; i < 14; i++) {
      chat.say(stage.script().quick());
    }
    assertThat(chat.banner()).isVisible();
    return Optional.of(chat.page());
  }

  private static void resolve(LookStage stage) {
    stage.chat().composer().fill("");
    stage.console().act("resolve").click();
    stage.chat().awaitStatus("resolved");
  }

  /** A customer presses what was meant; the list shows what there was when it was opened. */
  private static void propose(LookStage stage) {
    var chat = stage.newcomer().open();
    assertThat(chat.greeting()).isVisible();
    chat.say(stage.script().vague());
    chat.choices().first().click();
    Awaitility.await().atMost(PATIENCE).until(() -> stage.console().hasProposals(""));
  }

  private static void review(LookStage stage) {
    stage.console().proposals().first().locator("[data-decide]").click();
    assertThat(stage.console().marked("accept"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
  }

  private static void seeResolved(LookStage stage) {
    stage.console().page().goBack();
    assertThat(stage.console().act("resolve")).isHidden();
  }
}
