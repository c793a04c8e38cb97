package dev.sayonce.flow.yaml;

import dev.sayonce.flow.expression.ExpressionCompiler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that slots are good for something, and that something fills what is used. */
final class SlotUse {

  /** Filled by the product itself when nobody is at work. */
  private static final Set<String> FILLED = Set.of("reach");

  /** Types that are picked up from whatever a customer writes. */
  private static final Set<String> PICKED_UP = Set.of("shaped", "email");

  private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");

  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  private final Map<String, Place> answers;
  private final Map<String, Place> flows;
  private final Optional<Place> canned;
  private final Set<String> filled = new HashSet<>(FILLED);
  private final Set<String> named = new HashSet<>();

  SlotUse(Map<String, Place> answers, Map<String, Place> flows, Optional<Place> canned) {
    this.answers = answers;
    this.flows = flows;
    this.canned = canned;
  }

  void check() {
    flows.values().forEach(f -> f.at("steps").items().forEach(this::look));
    answers.values().forEach(a -> a.at("say").fields().values().forEach(this::lookForNames));
    canned.ifPresent(c -> c.fields().values().forEach(r -> lookForNamesIn(r.at("text"))));
    var declared = new HashMap<String, Place>();
    for (var flow : flows.values()) {
      flow.at("slots").fields().forEach(declared::putIfAbsent);
      flow.at("slots").fields().forEach(SlotUse::checkName);
    }
    declared.forEach(this::check);
  }

  private void look(Place step) {
    step.find("ask").ifPresent(slot -> filled.add(slot.text()));
    step.find("choice").ifPresent(slot -> filled.add(slot.text()));
    step.at("set").fields().forEach((name, value) -> set(name, value));
    step.at("with").fields().values().forEach(this::lookForNames);
    step.at("branch").items().forEach(way -> lookForNames(way.at("if")));
    TextChecks.said(step).forEach(this::lookForNames);
  }

  private void set(String name, Place value) {
    if (!value.node().isNull()) {
      filled.add(name);
    }
    lookForNames(value);
  }

  private void lookForNamesIn(Place texts) {
    texts.fields().values().forEach(this::lookForNames);
  }

  /** Any word may be a name here: this only has to spare authors a wrong warning. */
  private void lookForNames(Place text) {
    NAME.matcher(text.text()).results().forEach(m -> named.add(m.group()));
  }

  private static void checkName(String name, Place slot) {
    if (RESERVED.contains(name) || ExpressionCompiler.names().contains(name)) {
      slot.problem(
          "`%s` means something of its own in conditions: call the slot otherwise."
              .formatted(name));
    }
  }

  private void check(String name, Place slot) {
    if (!filled.contains(name) && !named.contains(name)) {
      slot.warning(
          "Nothing asks for the slot `%s`, sets it or names it: use it or remove it."
              .formatted(name));
    } else if (!filled.contains(name) && !isPickedUp(slot)) {
      slot.warning(
          "The slot `%s` is used, but nothing asks for it or sets it: it is never known."
              .formatted(name));
    }
  }

  private static boolean isPickedUp(Place slot) {
    return PICKED_UP.contains(slot.at("type").text()) || slot.has("pattern");
  }
}
