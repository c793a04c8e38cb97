package dev.sayonce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.redis.TestRedis;
import dev.sayonce.staff.SignIn.Outcome;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

final class SignInIT {

  private static final InetAddress OFFICE = InetAddress.ofLiteral("192.0.2.7");
  private static final InetAddress HOME = InetAddress.ofLiteral("192.0.2.8");
  private static final Secret RIGHT = new Secret("the right password");
  private static final Secret WRONG = new Secret("the wrong password");

  private final AgentStore store = new AgentStore(TestRedis.redis());
  private final Passwords passwords = new Passwords(4);
  private final AttemptStore attempts = new AttemptStore(TestRedis.redis());
  private final SignIn signIn = new SignIn(store, passwords, attempts);

  @BeforeEach
  void anna() {
    TestRedis.flush();
    var hash = passwords.hash(RIGHT).blockOptional().orElseThrow();
    store.create(AccountsForTests.agent("a-1", "anna").withPassword(hash)).block();
  }

  @Test
  void welcomesWhoKnowsThePassword() {
    assertThat(attempt(" Anna ", RIGHT, OFFICE)).isInstanceOf(Outcome.Welcome.class);
  }

  @Test
  void anUnknownLoginLooksLikeAWrongPassword() {
    assertThat(attempt("anna", WRONG, OFFICE)).isEqualTo(new Outcome.WrongCredentials());
    assertThat(attempt("nobody", RIGHT, OFFICE)).isEqualTo(new Outcome.WrongCredentials());
  }

  @Test
  void anUnknownLoginTakesAsLong() {
    var slow = new SignIn(store, new Passwords(11), attempts);
    var started = System.nanoTime();
    slow.attempt("nobody", WRONG, OFFICE).block();
    var unknown = Duration.ofNanos(System.nanoTime() - started);

    assertThat(unknown).isGreaterThan(Duration.ofMillis(30)); // without a hash: one or two
  }

  @Test
  void aDisabledAccountLooksLikeAWrongPassword() {
    store.create(AccountsForTests.admin("a-2", "chief")).block();
    store.change("a-1", Account::disabledNow).block();

    assertThat(attempt("anna", RIGHT, OFFICE)).isEqualTo(new Outcome.WrongCredentials());
  }

  @Test
  void afterFiveFailuresNotEvenTheRightPasswordIsLookedAt() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempt("anna", WRONG, OFFICE)).isEqualTo(new Outcome.WrongCredentials());
    }

    assertThat(attempt("ANNA", RIGHT, OFFICE))
        .isInstanceOfSatisfying(
            Outcome.TooManyAttempts.class,
            refused ->
                assertThat(refused.retryAfter())
                    .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15)));
    assertThat(attempt("anna", RIGHT, HOME)).isInstanceOf(Outcome.Welcome.class);
  }

  @Test
  void manyAttemptsAtOnceDoNotSlipThrough() {
    var lookedAt =
        Flux.range(0, 30)
            .flatMap(_ -> signIn.attempt("anna", WRONG, OFFICE), 30)
            .filter(Outcome.WrongCredentials.class::isInstance)
            .count()
            .block();

    assertThat(lookedAt).isEqualTo(5);
  }

  @Test
  void anAddressMayFailFiftyTimesWhateverTheLogin() {
    for (int i = 0; i < 50; i++) {
      assertThat(attempts.count("login" + i, OFFICE).block()).isZero();
    }

    assertThat(attempt("anna", RIGHT, OFFICE)).isInstanceOf(Outcome.TooManyAttempts.class);
  }

  @Test
  void anOfficeThatSignsInIsNeverLockedOut() {
    for (int i = 0; i < 60; i++) {
      assertThat(attempt("anna", RIGHT, OFFICE)).isInstanceOf(Outcome.Welcome.class);
    }
  }

  @Test
  void oneIpv6NetworkIsOneAddress() {
    var one = InetAddress.ofLiteral("2001:db8:1:2::1");
    var sameNetwork = InetAddress.ofLiteral("2001:db8:1:2:ffff::9");
    var other = InetAddress.ofLiteral("2001:db8:1:3::1");

    assertThat(AttemptStore.network(one)).isEqualTo(AttemptStore.network(sameNetwork));
    assertThat(AttemptStore.network(one)).isNotEqualTo(AttemptStore.network(other));
  }

  private Outcome attempt(String login, Secret password, InetAddress from) {
    return signIn.attempt(login, password, from).blockOptional().orElseThrow();
  }
}
