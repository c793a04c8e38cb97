package dev.sayonce.flow.yaml;

import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Phrases;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Binds the phrases: the product's own, then whatever the company words anew. */
final class PhrasesReader {

  private final Map<Phrase, LocalText> texts = new EnumMap<>(Phrase.class);

  void add(Place top, Texts reader) {
    top.fields().forEach((key, place) -> add(key, place, reader));
  }

  private void add(String key, Place place, Texts reader) {
    var phrase = Phrase.of(key);
    if (phrase.isPresent()) {
      texts.put(phrase.get(), reader.text(place));
    } else if (!FileKind.isBuiltin(place.file().path())) {
      var known = Stream.of(Phrase.values()).map(Phrase::key).toList();
      place.problem("There is no phrase `" + key + "`: " + Nearest.remedy(key, known));
    }
  }

  Phrases phrases() {
    return new Phrases(Map.copyOf(texts));
  }
}
