package dev.sayonce.learning;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.Answer;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.words.Plain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The examples of a set, and the same set with some more or fewer of them. */
final class Examples {

  private final FlowSet flows;
  private final List<Candidate> all;
  private final Map<String, Intent> meanings = new HashMap<>();

  Examples(FlowSet flows) {
    this.flows = flows;
    this.all = intents().flatMap(this::of).toList();
    all.forEach(e -> meanings.putIfAbsent(Plain.words(e.text()), e.intent()));
  }

  /** All of them, always in the same order. */
  List<Candidate> all() {
    return all;
  }

  private Stream<Candidate> of(Intent intent) {
    return flows.company().languages().stream()
        .flatMap(
            language ->
                byLanguage(intent).getOrDefault(language, List.of()).stream()
                    .map(text -> new Candidate(intent, language, text)));
  }

  /** All that customers may ask for by their own words, answers first. */
  Stream<Intent> intents() {
    return Stream.concat(
            flows.answers().keySet().stream().sorted().map(Intent::answer),
            flows.flows().keySet().stream().sorted().map(Intent::flow))
        .filter(this::isAskedFor);
  }

  boolean isAskedFor(Intent intent) {
    return byLanguage(intent).values().stream().anyMatch(texts -> !texts.isEmpty());
  }

  /** True if these words stand for this already, in whichever language. */
  boolean has(Candidate candidate) {
    return meaning(candidate.text()).filter(candidate.intent()::equals).isPresent();
  }

  /** What these very words stand for already. */
  Optional<Intent> meaning(String words) {
    return Optional.ofNullable(meanings.get(Plain.words(words)));
  }

  private Map<Language, List<String>> byLanguage(Intent intent) {
    return switch (intent.kind()) {
      case ANSWER -> flows.answer(intent.id()).map(Answer::examples).orElse(Map.of());
      case FLOW -> flows.flow(intent.id()).map(Flow::phrases).orElse(Map.of());
    };
  }

  /** The set with more examples; what nobody asks for, or a language nobody speaks, is left out. */
  FlowSet with(Collection<Candidate> more) {
    var added = new LinkedHashMap<Intent, List<Candidate>>();
    more.stream()
        .filter(c -> isAskedFor(c.intent()) && flows.company().languages().contains(c.language()))
        .filter(c -> meaning(c.text()).isEmpty())
        .forEach(c -> added.computeIfAbsent(c.intent(), _ -> new ArrayList<>()).add(c));
    return changed((intent, texts) -> joined(texts, added.getOrDefault(intent, List.of())));
  }

  private static Map<Language, List<String>> joined(
      Map<Language, List<String>> texts, List<Candidate> more) {
    var all = new LinkedHashMap<Language, List<String>>(texts);
    for (var one : more) {
      all.merge(one.language(), List.of(one.text()), Examples::joined);
    }
    return all;
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** The set without the examples that are left out. */
  FlowSet without(Predicate<Candidate> leftOut) {
    return changed(
        (intent, texts) -> {
          var kept = new LinkedHashMap<Language, List<String>>(texts);
          kept.replaceAll(
              (language, list) ->
                  list.stream()
                      .filter(text -> !leftOut.test(new Candidate(intent, language, text)))
                      .toList());
          return kept;
        });
  }

  /** Makes other examples of an intent's. */
  private interface Change {
    Map<Language, List<String>> of(Intent intent, Map<Language, List<String>> texts);
  }

  private FlowSet changed(Change change) {
    var otherFlows = new LinkedHashMap<String, Flow>(flows.flows());
    otherFlows.replaceAll((id, f) -> f.askedBy(change.of(Intent.flow(id), f.phrases())));
    var otherAnswers = new LinkedHashMap<String, Answer>(flows.answers());
    otherAnswers.replaceAll((id, a) -> a.askedBy(change.of(Intent.answer(id), a.examples())));
    return flows.askedBy(otherFlows, otherAnswers);
  }
}
