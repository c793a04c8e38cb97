package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Language;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the product has no words for in a language, and the company has not worded either. */
final class BuiltinGaps {

  private BuiltinGaps() {}

  static List<String> of(
      Language language, Map<String, Place> answers, Map<String, Place> flows, Phrases phrases) {
    var gaps = new ArrayList<String>();
    Stream.of(Phrase.values())
        .filter(p -> !phrases.speaks(p, language))
        .forEach(p -> gaps.add("phrase " + p.key()));
    untitled(language, answers).forEach(id -> gaps.add("answer " + id));
    untitled(language, flows).forEach(id -> gaps.add("flow " + id));
    return gaps;
  }

  private static Stream<String> untitled(Language language, Map<String, Place> places) {
    return places.entrySet().stream()
        .filter(e -> FileKind.isBuiltin(e.getValue().file().path()))
        .filter(e -> !e.getValue().at("title").has(language.code()))
        .map(Map.Entry::getKey);
  }
}
