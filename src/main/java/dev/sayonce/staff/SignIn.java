package dev.sayonce.staff;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import reactor.core.publisher.Mono;

/**
 * Checks a login and its password. An unknown login, a disabled one and a wrong password look the
 * same, also by the time they take.
 */
public final class SignIn {

  /** What came of an attempt. */
  public sealed interface Outcome {

    /** The password is right. */
    record Welcome(Account account) implements Outcome {}

    /** Login or password are wrong, or the account is disabled. */
    record WrongCredentials() implements Outcome {}

    /** The password was not even looked at. */
    record TooManyAttempts(Duration retryAfter) implements Outcome {}
  }

  private final AgentStore store;
  private final Passwords passwords;
  private final AttemptStore attempts;

  SignIn(AgentStore store, Passwords passwords, AttemptStore attempts) {
    this.store = store;
    this.passwords = passwords;
    this.attempts = attempts;
  }

  /** Attempts are limited per login and address. */
  public Mono<Outcome> attempt(String login, Secret password, InetAddress from) {
    var name = login.strip().toLowerCase(Locale.ROOT);
    return attempts
        .count(name, from)
        .flatMap(
            wait ->
                wait.isZero()
                    ? check(name, password, from)
                    : Mono.just(new Outcome.TooManyAttempts(wait)));
  }

  private Mono<Outcome> check(String login, Secret password, InetAddress from) {
    return store
        .byLogin(login)
        .switchIfEmpty(passwords.matchesNobody(password).then(Mono.empty()))
        .filterWhen(account -> passwords.matches(password, account.passwordHash()))
        .filter(account -> !account.disabled())
        .delayUntil(_ -> attempts.forgive(login, from))
        .<Outcome>map(Outcome.Welcome::new)
        .defaultIfEmpty(new Outcome.WrongCredentials());
  }
}
