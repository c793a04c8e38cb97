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

  private final Map<String, Place> answers;
  private final Map<String, Place> flows;
  private final Optional<Place> canned;
  private final Set<String> slots = new TreeSet<>();
  private final Map<String, Place> examples = new HashMap<>();

  SetChecks(Map<String, Place> answers, Map<String, Place> flows, Optional<Place> canned) {
    this.answers = answers;
    this.flows = flows;
    this.canned = canned;
  }

  void check() {
    checkSlots();
    answers.values().forEach(a -> checkExamples(a.at("examples")));
    flows.values().forEach(f -> checkExamples(f.at("phrases")));
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

  private void checkExamples(Place byLanguage) {
    for (var list : byLanguage.fields().values()) {
      list.items().forEach(this::checkExample);
    }
  }

  private void checkExample(Place example) {
    var words = example.text().toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s]+", " ").strip();
    var other = examples.putIfAbsent(words, example);
    if (other != null && isElsewhere(other, example)) {
      example.problem(
          "The same words stand in %s line %d for something else: keep them in one place."
              .formatted(other.file().path(), other.line()));
    }
  }

  /** The same words twice for the same thing, perhaps in two languages, do no harm. */
  private static boolean isElsewhere(Place a, Place b) {
    return !a.file().path().equals(b.file().path()) || !owner(a).equals(owner(b));
  }

  private static String owner(Place example) {
    var pointer = example.pointer().toString();
    return pointer.substring(0, pointer.indexOf('/', 1));
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
