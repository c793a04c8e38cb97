package dev.sayonce.flow.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Checks what only the whole set can tell: facts that files share, and names that must be known.
 */
final class SetChecks {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

  private final Map<String, Place> answers;
  private final Map<String, Place> flows;
  private final Optional<Place> canned;
  private final Set<String> slots = new TreeSet<>();

  SetChecks(Map<String, Place> answers, Map<String, Place> flows, Optional<Place> canned) {
    this.answers = answers;
    this.flows = flows;
    this.canned = canned;
  }

  void check() {
    checkSlots();
    canned.ifPresent(replies -> checkPlaceholders(replies, this::checkVariable));
  }

  private void checkSlots() {
    var first = new HashMap<String, Place>();
    for (var flow : flows.values()) {
      flow.at("slots").fields().forEach((name, slot) -> checkSame(first, name, slot));
    }
    slots.addAll(first.keySet());
  }

  private static void checkSame(Map<String, Place> first, String name, Place slot) {
    var other = first.putIfAbsent(name, slot);
    if (other != null && !shape(other).equals(shape(slot))) {
      slot.problem(
          "Flows share the slot `%s`, but %s line %d gives it another type: make them the same."
              .formatted(name, other.file().path(), other.line()));
    }
  }

  private static String shape(Place slot) {
    return String.join(
        " ",
        slot.at("type").text(),
        slot.at("pattern").text(),
        slot.at("currency").text(),
        slot.at("remember").text());
  }

  /** What the greeting offers must be there, and be one thing. */
  void checkSuggested(Place ids) {
    var known = new TreeSet<>(answers.keySet());
    known.addAll(flows.keySet());
    for (var id : ids.items()) {
      if (!known.contains(id.text())) {
        id.problem(
            "There is no answer or flow `%s` to suggest: %s"
                .formatted(id.text(), Nearest.remedy(id.text(), known)));
      } else if (answers.containsKey(id.text()) && flows.containsKey(id.text())) {
        id.problem(
            "`%s` is the name of an answer and of a flow: rename one to suggest it."
                .formatted(id.text()));
      }
    }
  }

  /** What a form begins with must be something that a flow may learn. */
  void checkKnown(Place actions) {
    for (var action : actions.fields().values()) {
      action.at("input").fields().values().stream()
          .flatMap(input -> input.find("known").stream())
          .filter(known -> !slots.contains(known.text()))
          .forEach(
              known ->
                  known.problem(
                      "No flow learns `%s`: %s"
                          .formatted(known.text(), Nearest.remedy(known.text(), slots))));
    }
  }

  private static void checkPlaceholders(Place place, BiConsumer<Place, String> check) {
    if (place.node().isString()) {
      PLACEHOLDER.matcher(place.text()).results().forEach(m -> check.accept(place, m.group(1)));
    }
    place.fields().values().forEach(part -> checkPlaceholders(part, check));
    place.items().forEach(part -> checkPlaceholders(part, check));
  }

  private void checkVariable(Place place, String name) {
    var known = new TreeSet<>(slots);
    known.addAll(CannedReader.VARIABLES);
    if (!known.contains(name)) {
      place.problem(
          "{%s} is nothing that is filled in here: %s"
              .formatted(name, Nearest.remedy(name, known)));
    }
  }
}
