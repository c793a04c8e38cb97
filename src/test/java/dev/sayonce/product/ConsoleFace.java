package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The console, by what an agent sees of it. Knows where things are. */
final class ConsoleFace {

  private final Page page;
  private final String base;

  private ConsoleFace(Page page, String base) {
    this.page = page;
    this.base = base;
  }

  /** The page that asks who it is. */
  static ConsoleFace at(Page page, String base) {
    page.navigate(base + "/console/");
    var face = new ConsoleFace(page, base);
    assertThat(face.signer()).isVisible();
    return face;
  }

  static ConsoleFace signedIn(Page page, String base, String login, String password) {
    return at(page, base).signIn(login, password);
  }

  /** The desk of an agent who is signed in already. */
  static ConsoleFace atDesk(Page page, String base) {
    page.navigate(base + "/console/");
    var face = new ConsoleFace(page, base);
    assertThat(face.list("waiting")).isVisible();
    return face;
  }

  ConsoleFace signIn(String login, String password) {
    page.locator("[data-login]").fill(login);
    page.locator("[data-password]").fill(password);
    signer().click();
    assertThat(list("waiting")).isVisible();
    return this;
  }

  private Locator signer() {
    return page.locator("[data-sign-in]");
  }

  Page page() {
    return page;
  }

  /** One of the console's pages: {@code ""} for the desk, {@code agents}, {@code password}. */
  void go(String where) {
    page.navigate(base + "/console/#/" + where);
  }

  Locator list(String name) {
    return page.locator("[data-list=%s]".formatted(name));
  }

  Locator rows(String list) {
    return list(list).locator("a[data-conversation]");
  }

  Locator rows(String list, String words) {
    return rows(list).filter(withText(words));
  }

  Locator waiting(String words) {
    return rows("waiting", words);
  }

  /** The way from a conversation back to the lists; there on a narrow screen only. */
  Locator back() {
    return page.locator("thread-view a.back").first();
  }

  /** The button for {@code claim}, {@code resolve} … */
  Locator act(String what) {
    return page.locator("[data-act=\"%s\"]".formatted(what));
  }

  /** Writes and sends a {@code reply} or a {@code note}. */
  void write(String kind, String words) {
    draft(kind, words);
    page.locator("reply-box [data-send]").click();
  }

  void draft(String kind, String words) {
    page.locator("[data-kind=\"%s\"]".formatted(kind)).click();
    page.locator("[data-composer=\"%s\"]".formatted(kind)).fill(words);
  }

  /** The field for a {@code reply} or a {@code note}. */
  Locator composer(String kind) {
    return page.locator("[data-composer=\"%s\"]".formatted(kind));
  }

  /** Facts of one kind in the transcript, which only agents see. */
  Locator notices(String code) {
    return page.locator("[data-notice=\"%s\"]".formatted(code));
  }

  /** Whatever has that mark on it. */
  Locator marked(String mark) {
    return page.locator("[data-%s]".formatted(mark));
  }

  Locator proposals() {
    return marked("proposal");
  }

  /** True if the page of learning has some; it shows what there is when it is opened. */
  boolean hasProposals(String words) {
    go("");
    go("learning");
    assertThat(marked("learning").locator("section").first()).isVisible();
    return proposals().filter(withText(words)).count() > 0;
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  void type(String words) {
    page.keyboard().type(words);
  }

  /** The conversation with that id, opened by its address. */
  void open(String conversation) {
    go("c/" + conversation);
    assertThat(page.locator("thread-head h2")).isVisible();
  }

  Locator entries(String from, String words) {
    return page.locator("[data-entry][data-from=\"%s\"]".formatted(from)).filter(withText(words));
  }

  Locator notes() {
    return page.locator("[data-entry][data-private]");
  }

  /** What is not yet in the transcript. */
  Locator outgoing() {
    return page.locator("thread-log [data-outgoing]");
  }

  Locator card() {
    return page.locator("[data-card]");
  }

  Locator banner() {
    return page.locator("desk-page [data-banner]");
  }

  /** What the desk says about something that did not work. */
  Locator message() {
    return page.locator("[data-message]");
  }

  static Locator.FilterOptions withText(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
