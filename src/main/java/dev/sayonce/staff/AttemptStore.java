package dev.sayonce.staff;

import dev.sayonce.Sha256;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * How often somebody may try to sign in. An attempt is counted before the password is looked at, so
 * that many at once don't slip through, and forgiven when it succeeds.
 */
final class AttemptStore {

  private static final Script COUNT = Script.named("count_attempt");
  private static final Script FORGIVE = Script.named("forgive_attempts");
  private static final String PER_LOGIN = "5";
  private static final String PER_ADDRESS = "50";
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int NETWORK_BYTES = 8;

  private final Redis redis;

  AttemptStore(Redis redis) {
    this.redis = redis;
  }

  /** How long to wait before an attempt may be made; zero: it may and is counted. */
  Mono<Duration> count(String login, InetAddress address) {
    var limits = List.of(PER_LOGIN, PER_ADDRESS, Long.toString(WINDOW.toMillis()));
    return redis
        .run(COUNT, keys(login, address), limits)
        .map(reply -> Duration.ofMillis((Long) reply.getFirst()));
  }

  Mono<Void> forgive(String login, InetAddress address) {
    return redis.run(FORGIVE, keys(login, address), List.of()).then();
  }

  private static List<String> keys(String login, InetAddress address) {
    var from = network(address);
    return List.of(
        RedisKeys.signInAttempts(Sha256.hex(login + " from " + from)),
        RedisKeys.signInAttempts(Sha256.hex(from)));
  }

  /** The address; of IPv6 the first half, for the other half is the holder's to choose. */
  static String network(InetAddress address) {
    var bytes = address.getAddress();
    int length = address instanceof Inet6Address ? NETWORK_BYTES : bytes.length;
    return HexFormat.of().formatHex(bytes, 0, length);
  }
}
