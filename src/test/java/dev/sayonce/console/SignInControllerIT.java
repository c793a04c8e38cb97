package dev.sayonce.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.redis.TestRedis;
import dev.sayonce.staff.Agents;
import dev.sayonce.staff.Agents.NewAgent;
import dev.sayonce.staff.Agents.WithPassword;
import dev.sayonce.staff.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

final class SignInControllerIT {

  private static ConfigurableApplicationContext gateway;
  private static int port;

  private final Browser browser = new Browser(port);
  private WithPassword anna;
  private WithPassword chief;

  @BeforeAll
  static void start() {
    TestRedis.flush();
    gateway = TestGateway.start();
    port = TestGateway.port(gateway);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void accounts() {
    TestRedis.flush();
    anna = create("anna", Role.AGENT);
    chief = create("chief", Role.ADMIN);
  }

  @Test
  void tellsWhoSignedIn() {
    signIn(anna)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"id": "%s", "login": "anna", "name": "anna of SayOnce", "role": "agent",
             "teams": ["orders"], "languages": ["pl"]}
            """
                .formatted(anna.account().id()),
            org.springframework.test.json.JsonCompareMode.STRICT);

    browser.get("/console/api/me").expectStatus().isOk();
  }

  @Test
  void anAdminServesEveryTeam() {
    signIn(chief).expectBody().jsonPath("$.teams[1]").isEqualTo("returns");
  }

  @Test
  void asksForASignInAndBringsTheCsrfCookieAlong() {
    problem(browser.get("/console/api/me"), 401, "not-signed-in");

    var csrf = browser.cookie("XSRF-TOKEN");
    assertThat(csrf.isHttpOnly()).isFalse();
    assertThat(csrf.getPath()).isEqualTo("/console");
    assertThat(csrf.getSameSite()).isEqualTo("Strict");
  }

  @Test
  void theSocketAsksForASignInToo() {
    problem(browser.get("/console/socket"), 401, "not-signed-in");

    signIn(anna);

    problem(browser.get("/console/socket"), 404, "not-found");
  }

  @Test
  void aWriteWithoutTheCsrfHeaderIsRefused() {
    var client = Browser.client(port);
    var credentials = Map.of("login", "anna", "password", anna.password().value());

    problem(
        client.post().uri("/console/api/sign-in").bodyValue(credentials).exchange(), 403, "csrf");
    problem(
        client
            .post()
            .uri("/console/api/sign-in")
            .cookie("XSRF-TOKEN", "one")
            .header("X-XSRF-TOKEN", "another")
            .bodyValue(credentials)
            .exchange(),
        403,
        "csrf");
  }

  @Test
  void theSessionsCookieIsForTheConsoleAlone() {
    signIn(anna);

    var session = browser.cookie("sayonce-session");
    assertThat(session.isHttpOnly()).isTrue();
    assertThat(session.getSameSite()).isEqualTo("Strict");
    assertThat(session.getPath()).isEqualTo("/console");
    assertThat(session.isSecure()).isFalse();
  }

  @Test
  void cookiesAreSecureBehindAProxyThatSpeaksHttps() {
    var client = Browser.client(port);
    var answer =
        client
            .post()
            .uri("/console/api/sign-in")
            .header("X-Forwarded-Proto", "https")
            .cookie("XSRF-TOKEN", "token")
            .header("X-XSRF-TOKEN", "token")
            .bodyValue(Map.of("login", "anna", "password", anna.password().value()))
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult();

    assertThat(answer.getResponseCookies().getFirst("sayonce-session"))
        .matches(cookie -> cookie != null && cookie.isSecure());
    assertThat(answer.getResponseHeaders().getFirst("Strict-Transport-Security"))
        .startsWith("max-age=");
  }

  @Test
  void wrongPasswordAndUnknownLoginAreAnsweredAlike() {
    var wrong = problem(browser.signIn("anna", "not the password"), 401, "wrong-credentials");
    var unknown = problem(browser.signIn("nobody", "not the password"), 401, "wrong-credentials");

    assertThat(wrong).isEqualTo(unknown);
  }

  @Test
  void theSixthAttemptHasToWait() {
    for (int i = 0; i < 5; i++) {
      browser.signIn("anna", "not the password").expectStatus().isUnauthorized();
    }

    var answer = signIn(anna);
    assertThat(problem(answer, 429, "too-many-attempts"))
        .containsPattern("\"retryAfter\":(8\\d\\d|900)");
    answer.expectHeader().exists("Retry-After");
  }

  @Test
  void malformedCredentialsAreTold() {
    browser.get("/console/api/me");
    problem(browser.post("/console/api/sign-in", "{\"login\": "), 400, "malformed");
    problem(browser.post("/console/api/sign-in", "{}"), 401, "wrong-credentials");
  }

  @Test
  void signingOutEndsTheSession() {
    signIn(anna);
    var token = browser.cookie("sayonce-session").getValue();

    browser.post("/console/api/sign-out", "").expectStatus().isNoContent();

    assertThat(browser.cookie("sayonce-session").getMaxAge()).isEqualTo(Duration.ZERO);
    withSession(token).expectStatus().isUnauthorized();
  }

  @Test
  void signingInAgainEndsTheSessionBefore() {
    signIn(anna);
    var before = browser.cookie("sayonce-session").getValue();

    signIn(anna).expectStatus().isOk();

    withSession(before).expectStatus().isUnauthorized();
    browser.get("/console/api/me").expectStatus().isOk();
  }

  @Test
  void aDisabledAgentsSessionEndsAtOnce() {
    signIn(anna).expectStatus().isOk();
    var chiefs = new Browser(port);
    chiefs.signIn("chief", chief.password().value());

    chiefs
        .post("/console/api/agents/" + anna.account().id() + "/disable", "")
        .expectStatus()
        .isNoContent();

    problem(browser.get("/console/api/me"), 401, "not-signed-in");
  }

  @Test
  void aNewPasswordEndsEverySessionButThisBrowsers() {
    signIn(anna);
    var first = browser.cookie("sayonce-session").getValue();

    changePassword(anna.password().value(), "krótkie zdanie 7").expectStatus().isNoContent();

    withSession(first).expectStatus().isUnauthorized();
    browser.get("/console/api/me").expectStatus().isOk();
    problem(signIn(anna), 401, "wrong-credentials");
    browser.signIn("anna", "krótkie zdanie 7").expectStatus().isOk();
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndStrength() {
    signIn(anna);

    problem(changePassword(anna.password().value(), "short"), 422, "weak-password");
    problem(changePassword("not mine", "krótkie zdanie 7"), 422, "wrong-credentials");
  }

  @Test
  void aPrincipalIsWhoSignedIn() {
    signIn(anna);

    browser
        .get("/console/api/principal")
        .expectBody(String.class)
        .value(it -> assertThat(it).startsWith("SignedIn[account=Account[").doesNotContain("$2a"));
  }

  @Test
  void whatBreaksShowsAnIdAndNoInside() {
    signIn(anna);

    assertThat(problem(browser.get("/console/api/broken"), 500, "internal"))
        .contains("\"id\"")
        .doesNotContain("secret")
        .doesNotContain("Exception");
  }

  @Test
  void anOutageOfRedisIsToldAsSuch() {
    signIn(anna);

    var answer = browser.get("/console/api/outage");
    problem(answer, 503, "unavailable");
    answer.expectHeader().valueEquals("Retry-After", "2");
  }

  private ResponseSpec signIn(WithPassword who) {
    return browser.signIn(who.account().login(), who.password().value());
  }

  private ResponseSpec changePassword(String current, String next) {
    return browser.post("/console/api/me/password", Map.of("current", current, "next", next));
  }

  private static ResponseSpec withSession(String token) {
    return Browser.client(port)
        .get()
        .uri("/console/api/me")
        .cookie("sayonce-session", token)
        .exchange();
  }

  private static String problem(ResponseSpec answer, int status, String code) {
    answer.expectStatus().isEqualTo(status);
    answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    var body = answer.expectBody().jsonPath("$.code").isEqualTo(code).returnResult();
    return new String(body.getResponseBodyContent(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private WithPassword create(String login, Role role) {
    return gateway
        .getBean(Agents.class)
        .create(new NewAgent(login, login + " of SayOnce", role, Set.of("orders"), Set.of("pl")))
        .blockOptional()
        .orElseThrow();
  }
}
