package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** The windows that a test opens, each remembering nothing of the others. */
final class Windows implements AutoCloseable {

  private final Browsers browsers;
  private final List<BrowserContext> open = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  Windows(Browsers browsers) {
    this.browsers = browsers;
  }

  Page open(Screen screen, String locale) {
    var page = browsers.page(screen, locale);
    open.add(page.context());
    page.onPageError(errors::add);
    return page;
  }

  /** Closes them all; fails if a page threw something meanwhile. */
  @Override
  public void close() {
    open.forEach(BrowserContext::close);
    open.clear();
    var thrown = List.copyOf(errors);
    errors.clear();
    assertThat(thrown).as("what the pages threw").isEmpty();
  }
}
