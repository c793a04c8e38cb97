package dev.sayonce.flow.yaml;

import com.ibm.icu.text.MessagePattern.ArgType;
import dev.sayonce.flow.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks the texts that are said: that they can be read, and that what they name is known. */
final class TextChecks {

  /**
   * Telegram shortens longer ones in the middle (docs.mavibot.ai/chatbot/builder/buttons/limits).
   */
  private static final int LONGEST_SEEN = 32;

  private static final Set<String> COUNTED = Set.of("number", "money");

  private final Map<String, Place> answers;
  private final Map<String, Place> flows;
  private final boolean whole;
  private final Map<String, String> types = new HashMap<>();

  /**
   * @param whole true if these are all flows and answers: then a name that none of them knows is
   *     wrong
   */
  TextChecks(Map<String, Place> answers, Map<String, Place> flows, boolean whole) {
    this.whole = whole;
    this.answers = answers;
    this.flows = flows;
    flows
        .values()
        .forEach(
            flow ->
                flow.at("slots")
                    .fields()
                    .forEach((name, slot) -> types.putIfAbsent(name, slot.at("type").text())));
  }

  void check() {
    for (var answer : answers.values()) {
      checkLabel(answer.at("title"));
      answer.at("say").fields().values().forEach(text -> checkText(text, Set.of()));
    }
    for (var flow : flows.values()) {
      checkLabel(flow.at("title"));
      var results = FlowFileReader.results(flow);
      flow.at("steps").items().forEach(step -> checkStep(step, results));
    }
  }

  private void checkStep(Place step, Set<String> results) {
    said(step).forEach(text -> checkText(text, results));
    step.at("options").items().forEach(option -> checkLabel(option.at("label")));
  }

  /** All texts of a step that may name values. */
  static List<Place> said(Place step) {
    var texts = new ArrayList<Place>();
    for (var place : List.of(step.at("say"), step.at("why"), step.at("retry").at("say"))) {
      texts.addAll(place.fields().values());
    }
    for (var values : List.of(step.at("set"), step.at("with"))) {
      values.fields().values().stream()
          .filter(v -> v.node().isString() && !v.text().startsWith("="))
          .forEach(texts::add);
    }
    return texts;
  }

  private void checkText(Place text, Set<String> results) {
    Template.mistake(text.text())
        .ifPresentOrElse(
            mistake -> text.problem(mistake.at(), sentence(mistake)),
            () ->
                Template.parse(text.text())
                    .arguments()
                    .forEach(argument -> checkArgument(text, argument, results)));
    checkForms(text);
  }

  /** Without all forms of the language some numbers would be said in bad grammar. */
  private static void checkForms(Place text) {
    var language = text.pointer().last().getMatchingProperty();
    Template.missingForms(text.text(), Locale.of(language))
        .forEach(
            gap ->
                text.warning(
                    "In %s, {%s, plural, …} also takes the form %s: add it."
                        .formatted(language, gap.name(), String.join(", ", gap.forms()))));
  }

  private static String sentence(Template.Mistake mistake) {
    if (mistake.what().startsWith("Missing 'other'")) {
      return "The last form of a plural or choice is other {…}, for all the rest: add it.";
    }
    return mistake.what().startsWith("an apostrophe")
        ? "An apostrophe before a brace makes the value a mere text: write ’ instead of '."
        : "The text can't be read as a message with values (%s): see to its braces."
            .formatted(mistake.what().lines().findFirst().orElse(""));
  }

  private void checkArgument(Place text, Template.Argument argument, Set<String> results) {
    var name = argument.root();
    if (results.contains(name)) {
      return;
    }
    if (!types.containsKey(name) || argument.name().contains(".")) {
      if (whole) {
        unknown(text, argument, results);
      }
    } else if (argument.kind() == ArgType.SIMPLE && !COUNTED.contains(types.get(name))) {
      text.problem(
          argument.at(),
          "{%s} needs no format, it is shown as its language writes it: write {%s} alone."
              .formatted(name, name));
    } else if (isCounted(argument.kind()) && !COUNTED.contains(types.get(name))) {
      text.problem(
          argument.at(),
          "{%s} is counted here, but the slot is no number: give it type: number or write {%s}."
              .formatted(name, name));
    }
  }

  private static boolean isCounted(ArgType kind) {
    return Template.numeric().contains(kind);
  }

  private void unknown(Place text, Template.Argument argument, Set<String> results) {
    var known = new TreeSet<>(types.keySet());
    known.addAll(results);
    text.problem(
        argument.at(),
        "{%s} names no slot of any flow and no result of this one: %s"
            .formatted(argument.name(), Nearest.remedy(argument.root(), known)));
  }

  private static void checkLabel(Place label) {
    for (var text : label.fields().values()) {
      int length = text.text().codePointCount(0, text.text().length());
      if (length > LONGEST_SEEN && !FileKind.isBuiltin(text.file().path())) {
        text.warning(
            "This button has %d characters; Telegram cuts those over %d: shorten it."
                .formatted(length, LONGEST_SEEN));
      }
    }
  }
}
