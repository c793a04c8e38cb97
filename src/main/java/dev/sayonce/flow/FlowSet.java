package dev.sayonce.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that the authors wrote, checked as a whole and immutable. A conversation keeps the set
 * it began with.
 *
 * @param hash SHA-256 of the content in hexadecimal: two sets with the same hash are the same
 * @param phrases what the product itself says, with the company's own wording where it has one
 * @param canned replies that agents have at hand, in the order of their file
 * @param interrupts the words that mean the same wherever a customer is
 * @param facts all slots of all flows
 * @param actions what back ends may be asked for
 * @param sources the files it was read from, by relative path: reading them again gives this set
 */
public record FlowSet(
    String hash,
    Company company,
    Map<String, Flow> flows,
    Map<String, Answer> answers,
    Phrases phrases,
    List<Canned> canned,
    Interrupts interrupts,
    Facts facts,
    Actions actions,
    Map<String, String> sources) {

  /** The same set under the name by which it was kept, whatever has come to it since. */
  public FlowSet named(String keptHash) {
    return new FlowSet(
        keptHash, company, flows, answers, phrases, canned, interrupts, facts, actions, sources);
  }

  /**
   * The same set asked for by other words: customers would be understood otherwise, everything else
   * stays.
   */
  public FlowSet askedBy(Map<String, Flow> otherFlows, Map<String, Answer> otherAnswers) {
    return new FlowSet(
        hash,
        company,
        otherFlows,
        otherAnswers,
        phrases,
        canned,
        interrupts,
        facts,
        actions,
        sources);
  }

  public Optional<Flow> flow(String id) {
    return Optional.ofNullable(flows.get(id));
  }

  public Optional<Answer> answer(String id) {
    return Optional.ofNullable(answers.get(id));
  }

  public Optional<Action> action(String id) {
    return actions.action(id);
  }

  /** What a customer says who wants that answer or flow: the text of a button that asks for it. */
  public Optional<LocalText> question(String id) {
    return flow(id)
        .map(f -> f.ask().orElse(f.title()))
        .or(() -> answer(id).map(a -> a.ask().orElse(a.title())));
  }

  /**
   * The declaration of a slot, in whichever flow it stands; flows that share a name share the slot.
   */
  public Optional<Slot> slot(String name) {
    return facts.slot(name);
  }

  /** How people write a value of a slot, where that is not how it is kept. */
  public Optional<LocalText> label(String slot, String value) {
    return facts
        .optionLabel(slot, value)
        .or(
            () ->
                slot(slot)
                    .map(s -> shown(s, value))
                    .filter(t -> !t.byLanguage().values().stream().allMatch(value::equals)));
  }

  private LocalText shown(Slot slot, String value) {
    return new LocalText(
        company.languages().stream()
            .collect(Collectors.toMap(l -> l, l -> slot.type().shown(value, l.locale()))));
  }
}
