package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Language;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.slot.ChoiceSlot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Binds the options of choices, as buttons of a step and as values of a slot. */
record OptionReader(Texts texts) {

  Step.Option forStep(Place place) {
    return new Step.Option(
        place.at("id").text(),
        texts.text(place.at("label")),
        place.find("goto").map(Place::text),
        also(place));
  }

  ChoiceSlot.Option forSlot(Place place) {
    var words = new LinkedHashMap<String, List<String>>();
    place
        .at("label")
        .fields()
        .forEach((code, label) -> words.put(code, new ArrayList<>(List.of(label.text().strip()))));
    also(place)
        .forEach((l, more) -> words.computeIfAbsent(l.code(), _ -> new ArrayList<>()).addAll(more));
    return new ChoiceSlot.Option(place.at("id").text(), words);
  }

  private static Map<Language, List<String>> also(Place place) {
    return place.at("also").fields().entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                e -> new Language(e.getKey()),
                e -> e.getValue().items().stream().map(Place::text).toList()));
  }

  /** The first place of each id, in order. */
  static Collector<Place, ?, Stream<Place>> distinct() {
    return Collectors.collectingAndThen(
        Collectors.toMap(o -> o.at("id").text(), o -> o, (first, _) -> first, LinkedHashMap::new),
        options -> options.values().stream());
  }
}
