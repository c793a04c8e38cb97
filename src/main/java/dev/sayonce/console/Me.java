package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.Role;
import java.util.Optional;
import java.util.Set;

/**
 * What agents are told about themselves.
 *
 * @param teams whose customers they answer; of an admin all teams
 * @param language that they chose for their console, absent if none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Me(
    String id,
    String login,
    String name,
    Role role,
    Set<String> teams,
    Set<String> languages,
    Optional<String> language) {

  static Me of(Account account, Set<String> allTeams) {
    return new Me(
        account.id(),
        account.login(),
        account.name(),
        account.role(),
        account.servedOf(allTeams),
        account.languages(),
        account.language());
  }
}
