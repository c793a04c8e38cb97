package dev.sayonce.conversation;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.Found;
import dev.sayonce.flow.slot.SlotType;
import dev.sayonce.flow.slot.SlotType.Pick;
import dev.sayonce.flow.words.Corrections;
import dev.sayonce.flow.words.Plain;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes facts out of whatever a customer writes, so that nobody has to ask for them later, and
 * takes corrections for what they are.
 */
final class Learning {

  private final Draft draft;
  private final String words;
  private final Optional<Slot> asked;

  /**
   * @param asked the slot that a question waits for: its answer is not ours to take
   */
  Learning(Draft draft, String words, Optional<String> asked) {
    this.draft = draft;
    this.words = words;
    this.asked = asked.flatMap(draft.flows()::slot);
  }

  /** Facts of a fixed shape, of any flow, that are not known yet. */
  void pickUp() {
    for (var shape : draft.flows().facts().shapesIn(words)) {
      if (!isAskedFor(shape.type())) {
        learn(shape.type(), shape.slots().stream().filter(s -> !draft.knows(s)).toList());
      }
    }
  }

  private void learn(SlotType type, List<String> slots) {
    if (!slots.isEmpty()) {
      type.find(draft.heard(words)).ifPresent(f -> slots.forEach(s -> draft.learn(s, f.value())));
    }
  }

  /** Facts for a flow that these words begin: those of a fixed shape replace older ones. */
  void begin(Flow flow) {
    flow.slots().values().stream()
        .filter(slot -> slot.type().pick() == Pick.FOR_SURE)
        .forEach(slot -> learn(slot.type(), List.of(slot.name())));
    guess(flow);
  }

  /**
   * What the words probably say about a flow's slots. Where two slots might take the value, neither
   * does.
   */
  void guess(Flow flow) {
    for (var slot : flow.slots().values()) {
      var name = slot.name();
      boolean open = draft.memory().value(name).isEmpty() && !isAskedFor(slot.type());
      if (open && slot.type().pick() == Pick.AS_A_GUESS && isOnly(slot, flow)) {
        mentioned(slot.type()).ifPresent(value -> draft.memory().guess(name, value));
      }
    }
  }

  private Optional<String> mentioned(SlotType type) {
    var heard = draft.heard(words);
    return type instanceof ChoiceSlot choice
        ? choice.mentioned(heard).map(ChoiceSlot.Option::id)
        : type.find(heard).map(Found::value);
  }

  private static boolean isOnly(Slot slot, Flow flow) {
    return slot.type() instanceof ChoiceSlot
        || flow.slots().values().stream().filter(s -> s.type().equals(slot.type())).count() == 1;
  }

  private boolean isAskedFor(SlotType type) {
    return asked.filter(slot -> slot.type().equals(type)).isPresent();
  }

  /** The slot that the words correct, corrected; those of the flows come first. */
  Optional<String> correct(Collection<Flow> flows) {
    boolean marked = Corrections.isOne(words);
    var names = new LinkedHashSet<String>();
    flows.forEach(flow -> names.addAll(flow.slots().keySet()));
    draft.memory().names().stream().sorted().filter(this::hasFixedShape).forEach(names::add);
    return names.stream()
        .filter(draft::knows)
        .flatMap(name -> draft.flows().slot(name).stream())
        .filter(slot -> !isAskedFor(slot.type()))
        .flatMap(slot -> corrected(slot, marked))
        .findFirst();
  }

  private boolean hasFixedShape(String slot) {
    return draft.flows().slot(slot).filter(s -> s.type().pick() == Pick.FOR_SURE).isPresent();
  }

  private Stream<String> corrected(Slot slot, boolean marked) {
    boolean sure = slot.type().pick() == Pick.FOR_SURE;
    if (slot.type().pick() == Pick.NEVER || !(marked || sure)) {
      return Stream.empty();
    }
    return mentioned(slot.type())
        .filter(value -> draft.slot(slot.name()).filter(value::equals).isEmpty())
        .filter(value -> marked || isAll(value))
        .map(value -> learned(slot.name(), value))
        .stream();
  }

  private String learned(String slot, String value) {
    draft.learn(slot, value);
    return slot;
  }

  /** Without a word that takes anything back only the bare value does. */
  private boolean isAll(String value) {
    return Plain.words(words).replace(" ", "").equals(Plain.words(value).replace(" ", ""));
  }
}
