package dev.sayonce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.Sha256;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SessionStoreIT {

  private final AgentStore store = new AgentStore(TestRedis.redis());
  private final SessionStore sessions =
      new SessionStore(TestRedis.redis(), Duration.ofHours(12), Clock.systemUTC());
  private final Account anna = AccountsForTests.agent("a-1", "anna");

  @BeforeEach
  void anna() {
    TestRedis.flush();
    store.create(anna).block();
  }

  @Test
  void knowsWhoseTokenItIs() {
    var token = begin();

    assertThat(sessions.find(token).map(SignedIn::account).block()).isEqualTo(anna);
    assertThat(sessions.find(new Secret("A".repeat(43))).blockOptional()).isEmpty();
    assertThat(sessions.find(new Secret("not a token")).blockOptional()).isEmpty();
  }

  @Test
  void redisNeverSeesTheToken() {
    var token = begin();

    var keys = TestRedis.redis().commands().keys("*").collectList().block();

    assertThat(keys).contains(RedisKeys.session(Sha256.hex(token.value())));
    assertThat(keys).noneMatch(key -> key.contains(token.value()));
  }

  @Test
  void endsWithSigningOut() {
    var who = sessions.find(begin()).blockOptional().orElseThrow();
    var other = begin();

    sessions.end(who).block();

    assertThat(sessions.isStillValid(who).block()).isFalse();
    assertThat(sessions.find(other).blockOptional()).isPresent();
  }

  @Test
  void disablingEndsAllSessionsAndEnablingBringsNoneBack() {
    var token = begin();
    var who = sessions.find(token).blockOptional().orElseThrow();

    store.change("a-1", Account::disabledNow).block();
    assertThat(sessions.isStillValid(who).block()).isFalse();

    store.change("a-1", Account::enabledNow).block();
    assertThat(sessions.find(token).blockOptional()).isEmpty();
  }

  @Test
  void aNewPasswordEndsAllSessions() {
    var token = begin();

    store.change("a-1", account -> account.withPassword("another hash")).block();

    assertThat(sessions.find(token).blockOptional()).isEmpty();
  }

  @Test
  void useProlongsASessionAndAskingDoesNot() {
    var token = begin();
    var key = RedisKeys.session(Sha256.hex(token.value()));
    var who = sessions.find(token).blockOptional().orElseThrow();
    TestRedis.redis().commands().pexpire(key, Duration.ofMinutes(1)).block();

    sessions.isStillValid(who).block();
    assertThat(TestRedis.redis().commands().pttl(key).block()).isLessThanOrEqualTo(60_000);

    sessions.find(token).block();
    assertThat(TestRedis.redis().commands().pttl(key).block())
        .isGreaterThan(Duration.ofHours(11).toMillis());
  }

  private Secret begin() {
    return sessions.begin(anna).blockOptional().orElseThrow();
  }
}
