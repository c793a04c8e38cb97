package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what is written in several languages, and misses none of the company's. */
record Texts(List<Language> required) {

  LocalText text(Place place) {
    require(place);
    var texts = new LinkedHashMap<Language, String>();
    place.fields().forEach((code, text) -> texts.put(new Language(code), text.text().strip()));
    return new LocalText(texts);
  }

  Map<Language, List<String>> examples(Place place) {
    require(place);
    var examples = new LinkedHashMap<Language, List<String>>();
    place
        .fields()
        .forEach(
            (code, list) ->
                examples.put(new Language(code), list.items().stream().map(Place::text).toList()));
    return examples;
  }

  private void require(Place place) {
    var missing =
        required.stream()
            .map(Language::code)
            .filter(code -> !place.has(code))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      place.problem(
          "The company speaks %s, but this has no %s: add it."
              .formatted(
                  required.stream().map(Language::code).collect(Collectors.joining(", ")),
                  missing));
    }
  }
}
