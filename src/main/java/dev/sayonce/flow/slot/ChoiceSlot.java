package dev.sayonce.flow.slot;

import dev.sayonce.flow.words.Plain;
import dev.sayonce.flow.words.Typos;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One of a few options, by its button, its place in the row or its words; kept as the option's id.
 */
public record ChoiceSlot(List<Option> options) implements SlotType {

  private static final int SHORTEST_PART = 3;

  /** Shorter ones (or, lub, или) join labels; they don't name anything. */
  private static final int SHORTEST_WORD = 4;

  /**
   * What may be chosen.
   *
   * @param words by language code: the label first, then other words for it
   */
  public record Option(String id, Map<String, List<String>> words) {

    /** The label in that language, in English, or in any. */
    public String label(Locale locale) {
      var own = words.getOrDefault(locale.getLanguage(), words.getOrDefault("en", List.of()));
      return own.isEmpty() ? words.values().iterator().next().getFirst() : own.getFirst();
    }

    private boolean isCalled(Predicate<String> test) {
      return words.values().stream().flatMap(List::stream).map(Plain::words).anyMatch(test);
    }
  }

  @Override
  public Optional<Found> find(Heard heard) {
    var said = Plain.words(heard.words());
    if (said.isEmpty() || said.length() > LONGEST_VALUE) {
      return Optional.empty();
    }
    return numbered(said)
        .or(() -> only(o -> o.isCalled(said::equals)))
        .or(() -> only(o -> o.isCalled(name -> Typos.same(name, said))))
        .or(() -> partly(said))
        .map(o -> Found.sure(o.id))
        .or(() -> mentioned(heard).map(o -> new Found(o.id, false)));
  }

  /** True if the words are an option's own, not only a part of them. */
  public boolean isCalled(String words) {
    var said = Plain.words(words);
    return numbered(said).isPresent() || options.stream().anyMatch(o -> o.isCalled(said::equals));
  }

  /** A single word that stands in the words of one option only. */
  private Optional<Option> partly(String said) {
    return said.contains(" ") || said.length() < SHORTEST_WORD
        ? Optional.empty()
        : only(o -> o.isCalled(name -> Arrays.asList(name.split(" ")).contains(said)))
            .or(() -> only(o -> o.isCalled(name -> hasNear(name, said))));
  }

  private static boolean hasNear(String name, String said) {
    return Arrays.stream(name.split(" ")).anyMatch(word -> Typos.same(word, said));
  }

  /** The option that a longer sentence names, if it names one only. */
  public Optional<Option> mentioned(Heard heard) {
    var said = " " + Plain.words(heard.words()) + " ";
    return only(
        o -> o.isCalled(name -> name.length() >= SHORTEST_PART && said.contains(" " + name + " ")));
  }

  private Optional<Option> numbered(String said) {
    for (int i = 0; i < options.size(); i++) {
      if (said.equals(Integer.toString(i + 1))) {
        return Optional.of(options.get(i));
      }
    }
    return Optional.empty();
  }

  private Optional<Option> only(Predicate<Option> test) {
    var fitting = options.stream().filter(test).limit(2).toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  public Optional<Option> option(String id) {
    return options.stream().filter(o -> o.id.equals(id)).findFirst();
  }

  @Override
  public Optional<String> normal(Object value) {
    return option(value.toString()).map(Option::id);
  }

  @Override
  public String shown(String kept, Locale locale) {
    return option(kept).map(o -> o.label(locale)).orElse(kept);
  }

  @Override
  public Pick pick() {
    return Pick.AS_A_GUESS;
  }
}
