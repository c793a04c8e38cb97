package dev.sayonce.staff;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * The sessions. A token is 256 random bits; Redis knows its hash alone, so that whoever reads Redis
 * can't sign in with it. A session counts as long as its account is enabled and of the same era.
 */
public final class SessionStore {

  private static final Script BEGIN = Script.named("begin_session");
  private static final Script READ = Script.named("read_session");
  private static final int TOKEN_BYTES = 32;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Redis redis;
  private final Duration time;
  private final Clock clock;

  /**
   * @param time how long a session lives after its last use
   */
  public SessionStore(Redis redis, Duration time, Clock clock) {
    this.redis = redis;
    this.time = time;
    this.clock = clock;
  }

  /** Begins a session; the token is for the cookie and kept nowhere else. */
  public Mono<Secret> begin(Account account) {
    var token = newToken();
    var args =
        List.of(
            account.id(),
            Integer.toString(account.era()),
            Long.toString(clock.millis()),
            Long.toString(time.toMillis()));
    return redis.run(BEGIN, List.of(key(Hashes.sha256(token.value()))), args).map(_ -> token);
  }

  /** Whose token it is, which prolongs the session; empty when it is nobody's any more. */
  public Mono<SignedIn> find(Secret token) {
    return TOKEN.matcher(token.value()).matches()
        ? read(Hashes.sha256(token.value()), time)
        : Mono.empty();
  }

  /**
   * Whether a session goes on: for a socket to ask at each ping. Doesn't prolong it, or an open
   * console would never end.
   */
  public Mono<Boolean> isStillValid(SignedIn who) {
    return read(who.session(), Duration.ZERO).hasElement();
  }

  public Mono<Void> end(SignedIn who) {
    return redis.commands().del(key(who.session())).then();
  }

  private Mono<SignedIn> read(String session, Duration prolonged) {
    var keys = List.of(key(session), RedisKeys.AGENTS);
    return redis
        .run(READ, keys, List.of(Long.toString(prolonged.toMillis())))
        .filter(reply -> !reply.isEmpty())
        .filter(reply -> counts(reply.getFirst().toString(), account(reply)))
        .map(reply -> new SignedIn(account(reply), session));
  }

  private static Account account(List<Object> reply) {
    return AgentStore.read(reply.getLast().toString());
  }

  private static boolean counts(String era, Account account) {
    return !account.disabled() && era.equals(Integer.toString(account.era()));
  }

  private static String key(String session) {
    return RedisKeys.session(session);
  }

  private static Secret newToken() {
    var bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
