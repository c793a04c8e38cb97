package dev.sayonce.staff;

import dev.sayonce.Sha256;
import dev.sayonce.Token;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The sessions. A token is 256 random bits; Redis knows its hash alone, so that whoever reads Redis
 * can't sign in with it. A session counts as long as its account is enabled and of the same era.
 */
public final class SessionStore {

  private static final Script BEGIN = Script.named("begin_session");
  private static final Script READ = Script.named("read_session");

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
    var token = new Secret(Token.fresh());
    var args =
        List.of(
            account.id(),
            Integer.toString(account.era()),
            Long.toString(clock.millis()),
            Long.toString(time.toMillis()));
    return redis.run(BEGIN, List.of(key(Sha256.hex(token.value()))), args).map(_ -> token);
  }

  /** Whose token it is, which prolongs the session; empty when it is nobody's any more. */
  public Mono<SignedIn> find(Secret token) {
    return Token.isOne(token.value()) ? read(Sha256.hex(token.value()), time) : Mono.empty();
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
}
