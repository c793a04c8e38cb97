package dev.sayonce.flow;

import dev.sayonce.flow.words.Plain;
import dev.sayonce.flow.words.Typos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that stand for interrupts. Only a whole message counts: "cancel" leaves the process,
 * "cancel my order" may be a wish of its own.
 */
public final class Interrupts {

  private static final int LONGEST = 60;
  private static final int SHORTEST_WITH_TYPO = 6;

  private final Map<String, Interrupt> byWords = new HashMap<>();

  public Interrupts(Map<Interrupt, List<String>> words) {
    words.forEach((i, list) -> list.forEach(w -> byWords.putIfAbsent(Plain.words(w), i)));
  }

  /** The interrupt that the whole message stands for; a slip of the finger is forgiven. */
  public Optional<Interrupt> in(String message) {
    if (message.length() > LONGEST) {
      return Optional.empty();
    }
    var said = Plain.words(message);
    var exact = byWords.get(said);
    return exact != null || said.length() < SHORTEST_WITH_TYPO
        ? Optional.ofNullable(exact)
        : byWords.keySet().stream()
            .filter(words -> Typos.same(said, words))
            .findFirst()
            .map(byWords::get);
  }
}
