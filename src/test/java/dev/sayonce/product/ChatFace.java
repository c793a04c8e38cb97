package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The chat on a company's page, by what a customer sees of it. Knows where things are. */
final class ChatFace {

  private static final String HOST = "[data-sayonce-widget]";

  private final Page page;
  private final FrameLocator chat;

  ChatFace(Page page) {
    this.page = page;
    this.chat = page.frameLocator(HOST + " iframe");
  }

  /** The sample company's page at that gateway, the chat still closed. */
  static ChatFace at(Page page, String base) {
    return onPage(page, base + "/");
  }

  /** Any page that has the launcher. */
  static ChatFace onPage(Page page, String url) {
    page.navigate(url);
    var face = new ChatFace(page);
    assertThat(face.launcher()).isVisible();
    return face;
  }

  /** Loads the chat with no page around it, up to its greeting. */
  static void alone(Page page, String base) {
    page.navigate(base + "/chat/?language=en");
    assertThat(page.locator("[data-greeting]")).isVisible();
  }

  /** The page around it. */
  Page page() {
    return page;
  }

  ChatFace open() {
    launcher().click();
    return this;
  }

  Locator launcher() {
    return page.locator(HOST + " .launcher");
  }

  /** The iframe, as the company's page sees it. */
  Locator frame() {
    return page.locator(HOST + " iframe");
  }

  /** Closes it from within; the page around hears of it a moment later. */
  void close() {
    closer().click();
    assertThat(frame()).isHidden();
  }

  Locator closer() {
    return chat.locator("chat-header [data-close]");
  }

  void say(String words) {
    composer().fill(words);
    sender().click();
  }

  /** Writes and waits for the bot's next words. */
  void ask(String words) {
    int before = entries("bot").count();
    say(words);
    assertThat(entries("bot").nth(before)).isVisible();
  }

  Locator composer() {
    return chat.locator("[data-composer]");
  }

  Locator sender() {
    return chat.locator("[data-send]");
  }

  Locator greeting() {
    return chat.locator("[data-greeting]");
  }

  Locator log() {
    return chat.locator("[data-log]");
  }

  /** All bubbles of {@code customer}, {@code bot}, {@code agent} or {@code system}. */
  Locator entries(String from) {
    return chat.locator("[data-entry][data-from=\"%s\"]".formatted(from));
  }

  Locator entries(String from, String words) {
    return entries(from).filter(new Locator.FilterOptions().setHasText(words));
  }

  Locator last(String from) {
    return entries(from).locator(".bubble").last();
  }

  /** What is not yet, or never will be, in the transcript. */
  Locator outgoing() {
    return chat.locator("[data-outgoing]");
  }

  Locator option(String id) {
    return chat.locator("[data-option=\"%s\"]".formatted(id)).last();
  }

  /** Buttons of what may have been meant. */
  Locator choices() {
    return chat.locator("[data-option*=':']");
  }

  void press(String option) {
    option(option).click();
  }

  /** The line that says where the customer stands. */
  Locator standing() {
    return chat.locator("p[data-status]");
  }

  void awaitStatus(String status) {
    assertThat(standing()).hasAttribute("data-status", status);
  }

  Locator banner() {
    return chat.locator("[data-banner]");
  }

  /** Anything else of the chat, by its hook. */
  Locator part(String selector) {
    return chat.locator(selector);
  }

  /** Opens the menu and presses what is behind that hook. */
  void pick(String hook) {
    chat.locator("[data-menu]").click();
    chat.locator(hook).click();
  }

  /** How many answers the launcher tells of; hidden if there are none. */
  Locator badge() {
    return page.locator(HOST + " .badge");
  }

  Locator teaser() {
    return page.locator(HOST + " [data-teaser]");
  }

  /** The iframe's own window, to look into its storage. */
  Frame inside() {
    return page.frames().stream()
        .filter(frame -> frame.url().contains("/chat/"))
        .findFirst()
        .orElseThrow();
  }
}
