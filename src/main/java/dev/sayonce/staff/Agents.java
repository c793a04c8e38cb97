package dev.sayonce.staff;

import dev.sayonce.staff.AgentStore.Change;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What may be done to accounts. Passwords that we make are known to the caller alone. */
public final class Agents {

  /** Who is to get an account. */
  public record NewAgent(
      String login, String name, Role role, Set<String> teams, Set<String> languages) {}

  /** An account with the password that was made for it. */
  public record WithPassword(Account account, Secret password) {}

  private final AgentStore store;
  private final Passwords passwords;

  public Agents(AgentStore store, Passwords passwords) {
    this.store = store;
    this.passwords = passwords;
  }

  /** All accounts by login, the disabled too. */
  public Flux<Account> all() {
    return store.all().sort(Comparator.comparing(Account::login));
  }

  /** Empty when the login is taken. */
  public Mono<WithPassword> create(NewAgent agent) {
    var password = Passwords.generate();
    return passwords
        .hash(password)
        .map(hash -> account(agent, hash))
        .filterWhen(store::create)
        .map(account -> new WithPassword(account, password));
  }

  private static Account account(NewAgent agent, String hash) {
    return new Account(
        UUID.randomUUID().toString(),
        agent.login(),
        agent.name(),
        agent.role(),
        agent.teams(),
        agent.languages(),
        hash,
        false,
        0,
        Optional.empty());
  }

  /** Ends the agent's sessions too. */
  public Mono<Change> disable(String id) {
    return store.change(id, Account::disabledNow);
  }

  public Mono<Change> enable(String id) {
    return store.change(id, Account::enabledNow);
  }

  /** Sets the language of the agent's console; their sessions go on. */
  public Mono<Change> chooseLanguage(String id, String language) {
    return store.change(id, account -> account.speaking(language));
  }

  /** Makes a new password and ends the agent's sessions; empty when there is no such agent. */
  public Mono<Secret> newPassword(String id) {
    var password = Passwords.generate();
    return store
        .byId(id)
        .flatMap(_ -> setPassword(id, password))
        .filter(change -> change == Change.DONE)
        .map(_ -> password);
  }

  /** Sets the password that the agent chose and ends their sessions; the account as it is then. */
  public Mono<Account> choosePassword(String id, Secret password) {
    return setPassword(id, password).then(Mono.defer(() -> store.byId(id)));
  }

  private Mono<Change> setPassword(String id, Secret password) {
    return passwords
        .hash(password)
        .flatMap(hash -> store.change(id, account -> account.withPassword(hash)));
  }
}
