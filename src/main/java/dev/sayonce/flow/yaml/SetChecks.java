package dev.sayonce.flow.yaml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Checks what only the whole set can tell: facts and words that files share. */
final class SetChecks {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

  /** Words of customers with the answer or flow that they stand for. */
  private record Said(Place owner, Place words) {

    boolean isFor(Place other) {
      return owner.pointer().equals(other.pointer())
          && owner.file().path().equals(other.file().path());
    }
  }

  private final Map<String, Place> answers;
  private final Map<String, Place> flows;
  private final Optional<Place> canned;
  private final Set<String> slots = new TreeSet<>();
  private final Map<String, Said> examples = new HashMap<>();

  SetChecks(Map<String, Place> answers, Map<String, Place> flows, Optional<Place> canned) {
    this.answers = answers;
    this.flows = flows;
    this.canned = canned;
  }

  void check() {
    checkSlots();
    answers.values().forEach(a -> checkWords(a, "examples"));
    flows.values().forEach(f -> checkWords(f, "phrases"));
    answers.values().forEach(a -> checkPlaceholders(a.at("say"), this::checkSlot));
    flows.values().forEach(f -> checkPlaceholders(f.at("steps"), this::checkSlot));
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
    return slot.at("type").text() + " " + slot.at("pattern").text();
  }

  private void checkWords(Place owner, String examples) {
    for (var list : owner.at(examples).fields().values()) {
      list.items().forEach(e -> checkExample(owner, e));
    }
    owner.at("ask").fields().values().forEach(e -> checkExample(owner, e));
  }

  private void checkExample(Place owner, Place example) {
    var words = example.text().toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s]+", " ").strip();
    // The same words twice for the same thing, perhaps in two languages, do no harm.
    var other = examples.putIfAbsent(words, new Said(owner, example));
    if (other != null && !other.isFor(owner)) {
      example.problem(
          "The same words stand in %s line %d for something else: keep them in one place."
              .formatted(other.words().file().path(), other.words().line()));
    }
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

  private static void checkPlaceholders(Place place, BiConsumer<Place, String> check) {
    if (place.node().isString()) {
      PLACEHOLDER.matcher(place.text()).results().forEach(m -> check.accept(place, m.group(1)));
    }
    place.fields().values().forEach(part -> checkPlaceholders(part, check));
    place.items().forEach(part -> checkPlaceholders(part, check));
  }

  private void checkSlot(Place place, String name) {
    if (!slots.contains(name)) {
      place.problem(
          "{%s} names no slot of any flow: %s".formatted(name, Nearest.remedy(name, slots)));
    }
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
