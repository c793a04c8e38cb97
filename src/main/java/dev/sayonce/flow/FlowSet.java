package dev.sayonce.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that the authors wrote, checked as a whole and immutable. A conversation keeps the set
 * it began with.
 *
 * @param hash SHA-256 of the content in hexadecimal: two sets with the same hash are the same
 * @param phrases what the product itself says, with the company's own wording where it has one
 * @param canned replies that agents have at hand, in the order of their file
 * @param sources the files it was read from, by relative path: reading them again gives this set
 */
public record FlowSet(
    String hash,
    Company company,
    Map<String, Flow> flows,
    Map<String, Answer> answers,
    Phrases phrases,
    List<Canned> canned,
    Map<String, String> sources) {

  public Optional<Flow> flow(String id) {
    return Optional.ofNullable(flows.get(id));
  }

  public Optional<Answer> answer(String id) {
    return Optional.ofNullable(answers.get(id));
  }

  /**
   * The declaration of a slot, in whichever flow it stands; flows that share a name share the slot.
   */
  public Optional<Slot> slot(String name) {
    return flows.values().stream()
        .flatMap(f -> Optional.ofNullable(f.slots().get(name)).stream())
        .findFirst();
  }

  /** How people call a value of a slot that is filled by choosing. */
  public Optional<LocalText> optionLabel(String slot, String value) {
    return flows.values().stream()
        .flatMap(f -> f.steps().stream())
        .flatMap(
            s ->
                s instanceof Step.Choice c && c.slot().filter(slot::equals).isPresent()
                    ? c.options().stream()
                    : Stream.of())
        .filter(o -> o.id().equals(value))
        .map(Step.Option::label)
        .findFirst();
  }
}
