package dev.sayonce.staff;

import dev.sayonce.StartupRefused;
import dev.sayonce.staff.Agents.NewAgent;
import dev.sayonce.staff.Agents.WithPassword;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * The way in: where there are no accounts the start makes one for the administrator, and a setting
 * makes a new password for whoever lost theirs. The start prints it once; it is stored nowhere.
 */
public final class FirstAdmin {

  private static final String LOGIN = "admin";

  private final Optional<WithPassword> made;

  private FirstAdmin(Optional<WithPassword> made) {
    this.made = made;
  }

  /** Fails with {@link StartupRefused} when the login to reset is unknown. */
  static Mono<FirstAdmin> prepare(AgentStore store, Agents agents, String resetPassword) {
    return createIfNobody(store, agents)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(created -> reset(store, agents, resetPassword, created))
        .map(FirstAdmin::new);
  }

  /** The login that got a new password at this start. */
  public Optional<String> login() {
    return made.map(one -> one.account().login());
  }

  /** The password that was made at this start, to be shown once; empty at most starts. */
  public Optional<String> newPassword() {
    return made.map(one -> one.password().value());
  }

  private static Mono<WithPassword> createIfNobody(AgentStore store, Agents agents) {
    var admin = new NewAgent(LOGIN, "Admin", Role.ADMIN, Set.of(), Set.of());
    return store.isEmpty().filter(empty -> empty).flatMap(_ -> agents.create(admin));
  }

  private static Mono<Optional<WithPassword>> reset(
      AgentStore store, Agents agents, String login, Optional<WithPassword> created) {
    if (login.isBlank() || created.filter(one -> one.account().login().equals(login)).isPresent()) {
      return Mono.just(created);
    }
    return store
        .byLogin(login)
        .flatMap(account -> agents.newPassword(account.id()).map(p -> new WithPassword(account, p)))
        .map(Optional::of)
        .switchIfEmpty(Mono.error(() -> unknown(login)));
  }

  private static StartupRefused unknown(String login) {
    return new StartupRefused(
        "sayonce.staff.reset-password names the login '%s', which nobody has.".formatted(login),
        "Name a login that an agent signs in with, or leave the setting out.");
  }
}
