package dev.sayonce.conversation;

import dev.sayonce.flow.Slot;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The facts of a case during a turn. What was guessed is not known until the customer confirms it.
 */
final class Memory {

  private final Draft draft;
  private final Map<String, String> slots;
  private final Set<String> guessed;

  Memory(Draft draft, Conversation before) {
    this.draft = draft;
    this.slots = new HashMap<>(before.slots());
    this.guessed = new HashSet<>(before.guessed());
  }

  boolean knows(String slot) {
    return slots.containsKey(slot) && !guessed.contains(slot);
  }

  /** Of all that is known or guessed. */
  Set<String> names() {
    return Set.copyOf(slots.keySet());
  }

  boolean guesses(String slot) {
    return guessed.contains(slot);
  }

  /** Empty also where it was only guessed. */
  Optional<String> known(String slot) {
    return guessed.contains(slot) ? Optional.empty() : value(slot);
  }

  /** Known or guessed. */
  Optional<String> value(String slot) {
    return Optional.ofNullable(slots.get(slot));
  }

  void learn(String slot, String value) {
    boolean news = guessed.remove(slot) | !value.equals(slots.put(slot, value));
    if (news) {
      draft.notice("slot", Map.of("name", slot, "value", masked(slot, value)));
    }
  }

  /**
   * Takes what is told of the customer from elsewhere, if the flows have such a fact. Of two values
   * the one that is known already stands.
   */
  void learnOfThem(String slot, String value, Predicate<Slot> wanted) {
    draft
        .flows()
        .slot(slot)
        .filter(s -> wanted.test(s) && !knows(slot))
        .flatMap(s -> s.type().normal(value))
        .ifPresent(kept -> learn(slot, kept));
  }

  /** Takes a value that the customer has to confirm. */
  void guess(String slot, String value) {
    slots.put(slot, value);
    guessed.add(slot);
    draft.notice("guess", Map.of("name", slot, "value", masked(slot, value)));
  }

  void confirm(Collection<String> names) {
    names.stream()
        .filter(guessed::contains)
        .toList()
        .forEach(n -> value(n).ifPresent(v -> learn(n, v)));
  }

  void forget(String slot) {
    guessed.remove(slot);
    if (slots.remove(slot) != null) {
      draft.notice("forgotten", Map.of("name", slot));
    }
  }

  private String masked(String slot, String value) {
    return draft.flows().slot(slot).map((Slot s) -> s.masked(value)).orElse(value);
  }

  Map<String, String> slots() {
    return slots;
  }

  Set<String> guessed() {
    return guessed;
  }
}
