package dev.sayonce.staff;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who may sign in.
 *
 * @param login what they type, in lower case
 * @param name what customers see
 * @param teams the teams they serve; empty: every team
 * @param languages codes of the languages they speak
 * @param era grows when all their sessions are to end: a session of an earlier era is worth nothing
 * @param language of their console; empty: as their browser says
 */
public record Account(
    String id,
    String login,
    String name,
    Role role,
    Set<String> teams,
    Set<String> languages,
    String passwordHash,
    boolean disabled,
    int era,
    Optional<String> language) {

  public Account {
    teams = Collections.unmodifiableSet(new TreeSet<>(teams));
    languages = Collections.unmodifiableSet(new TreeSet<>(languages));
  }

  /** The teams whose customers they answer, of all that the company has. */
  public Set<String> servedOf(Set<String> all) {
    return role == Role.ADMIN || teams.isEmpty() ? new TreeSet<>(all) : teams;
  }

  Account disabledNow() {
    return new Account(
        id, login, name, role, teams, languages, passwordHash, true, era + 1, language);
  }

  Account enabledNow() {
    return new Account(id, login, name, role, teams, languages, passwordHash, false, era, language);
  }

  Account withPassword(String hash) {
    return new Account(id, login, name, role, teams, languages, hash, disabled, era + 1, language);
  }

  Account speaking(String other) {
    return new Account(
        id, login, name, role, teams, languages, passwordHash, disabled, era, Optional.of(other));
  }

  /** Without the hash of the password, which is nobody's business. */
  @Override
  public String toString() {
    return "Account[%s %s %s]".formatted(id, login, role.word());
  }
}
