package dev.sayonce.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.redis.TestRedis;
import dev.sayonce.staff.FirstAdmin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** From the first admin of an empty installation to agents who come and go. */
final class AgentsControllerIT {

  private static ConfigurableApplicationContext gateway;
  private static Browser admin;
  private static int logins;

  @BeforeAll
  static void start() {
    TestRedis.flush();
    gateway = TestGateway.start();
    admin = new Browser(TestGateway.port(gateway));
    var password = gateway.getBean(FirstAdmin.class).newPassword().orElseThrow();
    admin.signIn("admin", password).expectStatus().isOk();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void aNewAgentSignsInWithTheirFirstPassword() {
    var created = create("New." + newLogin());

    assertThat(created.agent()).containsEntry("role", "agent").containsEntry("online", false);
    assertThat(created.agent()).doesNotContainKey("passwordHash");
    new Browser(TestGateway.port(gateway))
        .signIn(created.login(), created.password())
        .expectStatus()
        .isOk();
  }

  @Test
  void aLoginIsTakenOnce() {
    var login = newLogin();
    create(login);

    admin
        .post("/console/api/agents", form(login.toUpperCase(java.util.Locale.ROOT)))
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("login-taken");
  }

  @ParameterizedTest
  @CsvSource({
    "login, ''",
    "login, 'a b'",
    "name, ''",
    "name, 'a\nb'",
    "role, boss",
    "role, AGENT",
  })
  void namesTheFieldThatIsWrong(String field, String value) {
    var form = new java.util.HashMap<>(form(newLogin()));
    form.put(field, value);

    admin
        .post("/console/api/agents", form)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid")
        .jsonPath("$.field")
        .isEqualTo(field);
  }

  @Test
  void anAgentDoesNotGetNearTheAccounts() {
    var created = create(newLogin());
    var agents = new Browser(TestGateway.port(gateway));
    agents.signIn(created.login(), created.password());

    for (var path : List.of("/console/api/agents", "/console/api/agents/")) {
      agents
          .get(path)
          .expectStatus()
          .isForbidden()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("forbidden");
    }
    agents
        .post("/console/api/agents/" + created.id() + "/password", "")
        .expectStatus()
        .isForbidden();
    new Browser(TestGateway.port(gateway))
        .get("/console/api/agents")
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void theLastAdminStays() {
    var id = me();

    admin
        .post("/console/api/agents/" + id + "/disable", "")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("last-admin");
    admin.get("/console/api/me").expectStatus().isOk();
  }

  @Test
  void whoIsEnabledAgainSignsInAgain() {
    var created = create(newLogin());
    var path = "/console/api/agents/" + created.id();
    var agents = new Browser(TestGateway.port(gateway));

    admin.post(path + "/disable", "").expectStatus().isNoContent();
    agents.signIn(created.login(), created.password()).expectStatus().isUnauthorized();
    admin.post(path + "/enable", "").expectStatus().isNoContent();
    agents.signIn(created.login(), created.password()).expectStatus().isOk();
  }

  @Test
  void aNewFirstPasswordEndsTheSessions() {
    var created = create(newLogin());
    var agents = new Browser(TestGateway.port(gateway));
    agents.signIn(created.login(), created.password()).expectStatus().isOk();

    admin
        .post("/console/api/agents/" + created.id() + "/password", "")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.password")
        .isNotEmpty();

    agents.get("/console/api/me").expectStatus().isUnauthorized();
  }

  @Test
  void tellsThatAnAgentIsUnknown() {
    for (var what : List.of("disable", "enable", "password")) {
      admin
          .post("/console/api/agents/nobody/" + what, "")
          .expectStatus()
          .isNotFound()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("no-agent");
    }
  }

  private record Created(Map<String, Object> agent, String password) {

    String id() {
      return String.valueOf(agent.get("id"));
    }

    String login() {
      return String.valueOf(agent.get("login"));
    }
  }

  private static Created create(String login) {
    return admin
        .post("/console/api/agents", form(login))
        .expectStatus()
        .isCreated()
        .returnResult(Created.class)
        .getResponseBody()
        .next()
        .blockOptional()
        .orElseThrow();
  }

  private static String me() {
    var me = admin.get("/console/api/me").returnResult(Map.class).getResponseBody().blockFirst();
    return String.valueOf(java.util.Objects.requireNonNull(me).get("id"));
  }

  private static Map<String, Object> form(String login) {
    return Map.of(
        "login",
        login,
        "name",
        "Anna",
        "role",
        "agent",
        "teams",
        List.of("orders"),
        "languages",
        List.of("pl", "ru"));
  }

  private static String newLogin() {
    return "anna" + logins++;
  }
}
