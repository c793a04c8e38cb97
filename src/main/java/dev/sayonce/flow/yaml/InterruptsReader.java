package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Interrupt;
import dev.sayonce.flow.Interrupts;
import dev.sayonce.flow.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds the interrupts: the product's words and those that the company adds. */
final class InterruptsReader {

  private final Map<Interrupt, List<String>> words = new EnumMap<>(Interrupt.class);
  private final Map<Interrupt, Map<Language, List<String>>> phrases =
      new EnumMap<>(Interrupt.class);
  private final Map<Interrupt, List<Place>> places = new EnumMap<>(Interrupt.class);

  void add(Place top) {
    top.fields()
        .forEach(
            (key, place) ->
                Interrupt.of(key).ifPresent(i -> place.fields().forEach((l, p) -> add(i, l, p))));
  }

  private void add(Interrupt interrupt, String language, Place list) {
    var said = list.items().stream().map(Place::text).toList();
    if (interrupt.flow().isPresent()) {
      phrases
          .computeIfAbsent(interrupt, _ -> new LinkedHashMap<>())
          .computeIfAbsent(new Language(language), _ -> new ArrayList<>())
          .addAll(said);
    }
    if (interrupt == Interrupt.COMPLAINT) { // whoever is asked for any words has this one heard
      words.computeIfAbsent(interrupt, _ -> new ArrayList<>()).addAll(said);
    }
    if (interrupt.flow().isEmpty()) {
      words.computeIfAbsent(interrupt, _ -> new ArrayList<>()).addAll(said);
      places.computeIfAbsent(interrupt, _ -> new ArrayList<>()).addAll(list.items());
    }
  }

  Interrupts interrupts() {
    return new Interrupts(words);
  }

  /** The places of all words of interrupts that are not flows. */
  Map<Interrupt, List<Place>> places() {
    return places;
  }

  /** The flow with what the company wrote for its interrupt. */
  Flow addTo(Flow flow) {
    var more = new LinkedHashMap<>(flow.phrases());
    phrases.forEach(
        (interrupt, added) -> {
          if (interrupt.flow().filter(flow.id()::equals).isPresent()) {
            added.forEach((l, said) -> more.merge(l, said, InterruptsReader::joined));
          }
        });
    return new Flow(flow.id(), flow.title(), flow.ask(), more, flow.slots(), flow.steps());
  }

  private static List<String> joined(List<String> a, List<String> b) {
    var all = new ArrayList<>(a);
    b.stream().filter(words -> !a.contains(words)).forEach(all::add);
    return List.copyOf(all);
  }
}
