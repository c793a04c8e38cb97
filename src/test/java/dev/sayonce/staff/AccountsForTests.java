package dev.sayonce.staff;

import java.util.Optional;
import java.util.Set;

/** Accounts as tests need them. */
final class AccountsForTests {

  private AccountsForTests() {}

  static Account agent(String id, String login, String... teams) {
    return account(id, login, Role.AGENT, teams);
  }

  static Account admin(String id, String login) {
    return account(id, login, Role.ADMIN);
  }

  private static Account account(String id, String login, Role role, String... teams) {
    return new Account(
        id,
        login,
        "Anna",
        role,
        Set.of(teams),
        Set.of("pl"),
        "$2a$04$hash-of-it",
        false,
        0,
        Optional.empty());
  }
}
