package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Interrupt;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.words.Plain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that the same words of customers stand for one thing only. */
final class Collisions {

  /** Words of customers with what they stand for. */
  private record Said(String owner, Place words) {}

  private final Map<String, Place> answers;
  private final Map<String, Place> flows;
  private final Map<Interrupt, List<Place>> interrupts;
  private final Map<String, Said> said = new HashMap<>();
  private final Set<String> givenWay = new HashSet<>();

  Collisions(
      Map<String, Place> answers,
      Map<String, Place> flows,
      Map<Interrupt, List<Place>> interrupts) {
    this.answers = answers;
    this.flows = flows;
    this.interrupts = interrupts;
  }

  /**
   * @return words of the product's own examples that the company uses for something else: there the
   *     company is right
   */
  Set<String> check() {
    interrupts.forEach((i, list) -> list.forEach(p -> check("interrupt " + i.key(), p)));
    check(false);
    check(true);
    return givenWay;
  }

  private void check(boolean builtin) {
    answers.forEach((id, a) -> check("answer " + id, a, "examples", builtin));
    flows.forEach((id, f) -> check("flow " + id, f, "phrases", builtin));
  }

  private void check(String owner, Place place, String examples, boolean builtin) {
    if (FileKind.isBuiltin(place.file().path()) == builtin) {
      for (var list : place.at(examples).fields().values()) {
        list.items().forEach(words -> check(owner, words));
      }
      place.at("ask").fields().values().forEach(words -> check(owner, words));
    }
  }

  /** The same words twice for the same thing, perhaps in two languages, do no harm. */
  private void check(String owner, Place words) {
    var first = said.putIfAbsent(Plain.words(words.text()), new Said(owner, words));
    if (first != null && !first.owner.equals(owner)) {
      collide(first, words);
    }
  }

  private void collide(Said first, Place words) {
    if (FileKind.isBuiltin(words.file().path())) {
      givenWay.add(Plain.words(words.text()));
    } else if (FileKind.isBuiltin(first.words.file().path())) {
      words.problem(
          "These words mean `%s` wherever a customer is: write a longer sentence."
              .formatted(first.owner.substring(first.owner.indexOf(' ') + 1)));
    } else {
      words.problem(
          "The same words stand in %s line %d for something else: keep them in one place."
              .formatted(first.words.file().path(), first.words.line()));
    }
  }

  /** The examples that are not among the words. */
  static Map<Language, List<String>> without(
      Map<Language, List<String>> examples, Set<String> words) {
    var rest = new LinkedHashMap<Language, List<String>>();
    examples.forEach(
        (language, list) ->
            rest.put(
                language, list.stream().filter(e -> !words.contains(Plain.words(e))).toList()));
    return rest;
  }
}
