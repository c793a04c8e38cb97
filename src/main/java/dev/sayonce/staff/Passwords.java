package dev.sayonce.staff;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes passwords, which is slow on purpose, on a few threads of its own. When too many wait, the
 * result is a {@link java.util.concurrent.RejectedExecutionException}.
 */
public final class Passwords implements DisposableBean {

  private static final int STRENGTH = 12;
  private static final int SHORTEST = 12;
  private static final int LONGEST_BYTES = 72; // bcrypt looks at no more
  private static final int FEWEST_LETTERS = 5;

  private static final int THREADS = 2;
  private static final int WAITING = 100;

  private static final String UNAMBIGUOUS = "abcdefghjkmnpqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final BCryptPasswordEncoder encoder;
  private final String nobodysHash;
  private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "passwords");

  public Passwords() {
    this(STRENGTH);
  }

  Passwords(int strength) {
    this.encoder = new BCryptPasswordEncoder(strength);
    this.nobodysHash =
        "$2a$%02d$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy".formatted(strength);
  }

  String nobodysHash() {
    return nobodysHash;
  }

  Mono<String> hash(Secret password) {
    return Mono.fromCallable(() -> encode(password)).subscribeOn(scheduler);
  }

  Mono<Boolean> matches(Secret password, String hash) {
    return Mono.fromCallable(() -> fits(password) && encoder.matches(password.value(), hash))
        .subscribeOn(scheduler);
  }

  /** Takes as long as a comparison and is false: an unknown login can't be told by the time. */
  Mono<Boolean> matchesNobody(Secret password) {
    return matches(password, nobodysHash).thenReturn(false);
  }

  /** A random password that can be read out: four groups of four letters, 72 bits. */
  static Secret generate() {
    return new Secret(
        IntStream.range(0, 4).mapToObj(_ -> group()).collect(Collectors.joining("-")));
  }

  /** Whether the password is too short, too long, too monotonous or made of the login. */
  public static boolean isWeak(Secret password, String login) {
    var value = password.value();
    return value.codePointCount(0, value.length()) < SHORTEST
        || !fits(password)
        || value.chars().distinct().count() < FEWEST_LETTERS
        || value.toLowerCase(Locale.ROOT).contains(login);
  }

  private static boolean fits(Secret password) {
    return password.value().getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
  }

  private String encode(Secret password) {
    var hash = encoder.encode(password.value());
    if (hash == null) {
      throw new IllegalStateException("No hash of a password that is not null");
    }
    return hash;
  }

  private static String group() {
    return RANDOM
        .ints(4, 0, UNAMBIGUOUS.length())
        .mapToObj(UNAMBIGUOUS::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  @Override
  public void destroy() {
    scheduler.dispose();
  }
}
