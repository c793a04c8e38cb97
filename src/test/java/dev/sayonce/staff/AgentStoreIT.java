package dev.sayonce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.redis.TestRedis;
import dev.sayonce.staff.AgentStore.Change;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

final class AgentStoreIT {

  private final AgentStore store = new AgentStore(TestRedis.redis());

  @BeforeEach
  void forget() {
    TestRedis.flush();
  }

  @Test
  void readsWhatItWrote() {
    var anna = AccountsForTests.agent("a-1", "anna", "orders", "returns");

    assertThat(store.create(anna).block()).isTrue();

    assertThat(store.byId("a-1").block()).isEqualTo(anna);
    assertThat(store.byLogin("anna").block()).isEqualTo(anna);
    assertThat(store.byLogin("nobody").blockOptional()).isEmpty();
  }

  @Test
  void ofManyWhoWantALoginOneGetsIt() {
    var created =
        Flux.range(0, 20)
            .flatMap(i -> store.create(AccountsForTests.agent("a-" + i, "anna")), 20)
            .filter(yes -> yes)
            .collectList()
            .block();

    assertThat(created).hasSize(1);
    assertThat(store.all().collectList().block()).hasSize(1);
  }

  @Test
  void noChangeAtTheSameTimeIsLost() {
    store.create(AccountsForTests.agent("a-1", "anna")).block();

    var changes =
        Flux.range(0, 5)
            .flatMap(i -> store.change("a-1", account -> account.withPassword("hash " + i)), 5)
            .collectList()
            .block();

    assertThat(changes).containsOnly(Change.DONE);
    assertThat(store.byId("a-1").map(Account::era).block()).isEqualTo(5);
  }

  @Test
  void keepsTheLastAdmin() {
    store.create(AccountsForTests.admin("a-1", "anna")).block();
    store.create(AccountsForTests.agent("a-2", "jan")).block();

    assertThat(store.change("a-1", Account::disabledNow).block()).isEqualTo(Change.LAST_ADMIN);
    assertThat(store.byId("a-1").map(Account::disabled).block()).isFalse();
  }

  @Test
  void twoAdminsCannotDisableEachOther() {
    store.create(AccountsForTests.admin("a-1", "anna")).block();
    store.create(AccountsForTests.admin("a-2", "jan")).block();

    var changes =
        Flux.fromIterable(List.of("a-1", "a-2"))
            .flatMap(id -> store.change(id, Account::disabledNow))
            .collectList()
            .block(Duration.ofSeconds(5));

    assertThat(changes).containsExactlyInAnyOrder(Change.DONE, Change.LAST_ADMIN);
  }

  @Test
  void tellsThatAnAccountIsUnknown() {
    assertThat(store.change("a-9", Account::disabledNow).block()).isEqualTo(Change.UNKNOWN);
  }
}
