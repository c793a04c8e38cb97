package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Binds all files of answers; the company's own stand before the product's. */
final class AnswersReader {

  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  void add(Place top, Texts texts) {
    top.fields().forEach((id, place) -> add(id, place, texts));
  }

  private void add(String id, Place place, Texts texts) {
    var first = places.get(id);
    if (first == null) {
      places.put(id, place);
      answers.put(id, answer(id, place, texts));
    } else if (!FileKind.isBuiltin(place.file().path())) {
      place.problem(
          "There is an answer `%s` already, in %s line %d: rename one."
              .formatted(id, first.file().path(), first.line()));
    }
  }

  private static Answer answer(String id, Place place, Texts texts) {
    return new Answer(
        id,
        texts.text(place.at("title")),
        place.find("ask").map(texts::text),
        texts.examples(place.at("examples")),
        texts.text(place.at("say")));
  }

  /** What the company uses for something else is no example of the product's own answers. */
  void giveWay(Set<String> words) {
    answers.replaceAll(
        (id, a) ->
            FileKind.isBuiltin(Objects.requireNonNull(places.get(id)).file().path())
                ? new Answer(
                    id, a.title(), a.ask(), Collisions.without(a.examples(), words), a.say())
                : a);
  }

  Map<String, Answer> answers() {
    return answers;
  }

  Map<String, Place> places() {
    return places;
  }
}
