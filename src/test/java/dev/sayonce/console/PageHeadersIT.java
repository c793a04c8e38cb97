package dev.sayonce.console;

import dev.sayonce.redis.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

final class PageHeadersIT {

  private static final String CSP = "Content-Security-Policy";

  private static ConfigurableApplicationContext gateway;
  private static Browser browser;

  @BeforeAll
  static void start() {
    TestRedis.flush();
    gateway = TestGateway.start();
    browser = new Browser(TestGateway.port(gateway));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void nobodyFramesTheConsole() {
    headers("/console/")
        .valueMatches(CSP, "default-src 'none'; script-src 'self'.*frame-ancestors 'none'")
        .valueEquals("Cross-Origin-Opener-Policy", "same-origin");
  }

  @Test
  void theCompanysPagesFrameTheChat() {
    headers("/chat/")
        .valueMatches(CSP, ".*frame-ancestors 'self' https://shop.example.com")
        .doesNotExist("X-Frame-Options");
  }

  @Test
  void theDemoPageFramesTheChat() {
    headers("/").valueMatches(CSP, "default-src 'none';.*frame-src 'self';.*");
  }

  @Test
  void everyAnswerSaysTheSameOfTheRest() {
    headers("/widget.js")
        .valueEquals("X-Content-Type-Options", "nosniff")
        .valueEquals("Referrer-Policy", "no-referrer")
        .valueEquals("Cache-Control", "no-cache")
        .exists("Permissions-Policy")
        .doesNotExist("Strict-Transport-Security");
  }

  @Test
  void aPageBringsNoCookieThatACacheCouldKeep() {
    headers("/console/index.html").doesNotExist("Set-Cookie");
  }

  @Test
  void answersOfTheApiAreNotKept() {
    headers("/console/api/me").valueEquals("Cache-Control", "no-store");
  }

  @Test
  void aLibrarysFileIsKeptForGoodUnderItsVersionAlone() {
    headers("/webjars/lit/3.3.2/index.js")
        .valueEquals("Cache-Control", "public, max-age=31536000, immutable")
        .exists("ETag");
    headers("/webjars/lit/9.9.9/index.js").valueEquals("Cache-Control", "no-cache");
  }

  @Test
  void healthIsPublic() {
    browser.get("/actuator/health").expectStatus().isOk();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/prometheus", "/actuator/env", "/actuator/heapdump", "/actuator/"})
  void nothingElseOfTheActuatorIs(String path) {
    browser.get(path).expectStatus().is4xxClientError();
  }

  @Test
  void noOtherWayInIsLeftOpen() {
    browser.get("/login").expectStatus().isNotFound();
    browser.get("/logout").expectStatus().isNotFound();
  }

  private static Headers headers(String path) {
    return new Headers(browser.get(path));
  }

  /** Several claims about one answer. */
  private record Headers(ResponseSpec answer) {

    Headers valueEquals(String name, String value) {
      answer.expectHeader().valueEquals(name, value);
      return this;
    }

    Headers valueMatches(String name, String pattern) {
      answer.expectHeader().valueMatches(name, pattern);
      return this;
    }

    Headers exists(String name) {
      answer.expectHeader().exists(name);
      return this;
    }

    Headers doesNotExist(String name) {
      answer.expectHeader().doesNotExist(name);
      return this;
    }
  }
}
