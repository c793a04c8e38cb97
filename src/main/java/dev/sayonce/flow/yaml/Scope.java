package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Actions;
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
 * @param actions what back ends may be asked for
 * @param mocked actions that a call may name too, for tests tell what they bring
 * @param regions whose telephone numbers may come without a country code
 */
record Scope(
    List<Language> languages,
    Optional<Set<String>> teams,
    Actions actions,
    Set<String> mocked,
    List<String> regions) {

  /** For the product's own files, and for a company that could not be read. */
  static final Scope OPEN =
      new Scope(List.of(), Optional.empty(), Actions.NONE, Set.of(), List.of());

  static Scope of(Company company, Set<String> mocked) {
    return new Scope(
        company.languages(),
        Optional.of(company.teams().keySet()),
        Actions.NONE,
        mocked,
        company.regions());
  }

  /** The same with a catalogue. */
  Scope with(Actions catalogue) {
    return new Scope(languages, teams, catalogue, mocked, regions);
  }

  /**
   * Without a catalogue a call that nobody answers works all the same: it leads to a person. With
   * one it is a slip.
   */
  void checkAction(Place place) {
    var known = actions.byId().keySet();
    if (known.contains(place.text())) {
      return;
    }
    if (!known.isEmpty()) {
      place.problem(
          "There is no action `%s` in actions/: %s"
              .formatted(place.text(), Nearest.remedy(place.text(), known)));
    } else if (!mocked.contains(place.text())) {
      place.warning(
          "No back end knows the action `%s`: until one does, this step hands over to a person%s"
              .formatted(
                  place.text(),
                  mocked.isEmpty() ? "." : "; " + Nearest.remedy(place.text(), mocked)));
    }
  }
}
