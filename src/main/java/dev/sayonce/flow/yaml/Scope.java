package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Company;
import dev.sayonce.flow.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the files of a company may count on: its languages, teams and actions.
 *
 * @param languages that every text must have; none for the product's own texts
 * @param teams empty as long as nobody knows them
 * @param actions that a call may name
 * @param regions whose telephone numbers may come without a country code
 */
record Scope(
    List<Language> languages,
    Optional<Set<String>> teams,
    Set<String> actions,
    List<String> regions) {

  /** For the product's own files, and for a company that could not be read. */
  static final Scope OPEN = new Scope(List.of(), Optional.empty(), Set.of(), List.of());

  static Scope of(Company company, Set<String> actions) {
    return new Scope(
        company.languages(), Optional.of(company.teams().keySet()), actions, company.regions());
  }

  /** A call that nobody answers works all the same: it leads to a person. */
  void checkAction(Place place) {
    if (!actions.contains(place.text())) {
      place.warning(
          "No back end knows the action `%s`: until one does, this step hands over to a person%s"
              .formatted(
                  place.text(),
                  actions.isEmpty() ? "." : "; " + Nearest.remedy(place.text(), actions)));
    }
  }
}
