package dev.sayonce.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayonce.StartupRefused;
import dev.sayonce.redis.TestRedis;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

final class FirstAdminIT {

  private final AgentStore store = new AgentStore(TestRedis.redis());
  private final Passwords passwords = new Passwords(4);
  private final Agents agents = new Agents(store, passwords);

  @BeforeEach
  void forget() {
    TestRedis.flush();
  }

  @Test
  void isMadeAtTheFirstStartAlone() {
    var first = start("");
    var second = start("");

    assertThat(first.login()).contains("admin");
    assertThat(passwordFits("admin", first)).isTrue();
    assertThat(second.newPassword()).isEmpty();
  }

  @Test
  void servesEveryTeam() {
    start("");

    var admin = store.byLogin("admin").blockOptional().orElseThrow();

    assertThat(admin.role()).isEqualTo(Role.ADMIN);
    assertThat(admin.servedOf(Set.of("orders", "returns"))).containsExactly("orders", "returns");
  }

  @Test
  void twoGatewaysThatStartTogetherMakeOne() {
    var made =
        Flux.range(0, 4)
            .flatMap(_ -> FirstAdmin.prepare(store, agents, ""), 4)
            .filter(one -> one.newPassword().isPresent())
            .collectList()
            .block();

    assertThat(made).hasSize(1);
  }

  @Test
  void aLostPasswordIsReplacedAtAStart() {
    var first = start("");
    var again = start("admin");

    assertThat(again.login()).contains("admin");
    assertThat(passwordFits("admin", again)).isTrue();
    assertThat(passwordFits("admin", first)).isFalse();
  }

  @Test
  void doesNotStartWithAnUnknownLoginToReset() {
    start("");

    assertThatThrownBy(() -> start("nobody"))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("'nobody'");
  }

  private FirstAdmin start(String reset) {
    return FirstAdmin.prepare(store, agents, reset).blockOptional().orElseThrow();
  }

  private boolean passwordFits(String login, FirstAdmin made) {
    var password = new Secret(made.newPassword().orElseThrow());
    return store
        .byLogin(login)
        .flatMap(account -> passwords.matches(password, account.passwordHash()))
        .blockOptional()
        .orElseThrow();
  }
}
