package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Company;
import dev.sayonce.flow.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the files of a company may count on: its languages and teams.
 *
 * @param languages that every text must have; none for the product's own texts
 * @param teams empty as long as nobody knows them
 */
record Scope(List<Language> languages, Optional<Set<String>> teams) {

  /** For the product's own files, and for a company that could not be read. */
  static final Scope OPEN = new Scope(List.of(), Optional.empty());

  static Scope of(Company company) {
    return new Scope(company.languages(), Optional.of(company.teams().keySet()));
  }
}
