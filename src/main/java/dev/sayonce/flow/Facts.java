package dev.sayonce.flow;

import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.SlotType;
import dev.sayonce.flow.slot.SlotType.Pick;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All slots of a set by name, whichever flow declares them: flows that share a name share the slot.
 * Looking one up costs the same however many flows there are.
 */
public final class Facts {

  private final Map<String, Slot> byName = new LinkedHashMap<>();
  private final Map<String, LocalText> labels = new LinkedHashMap<>();
  private final List<Shape> shapes;
  private final Beginnings beginnings;

  /** Slots that take exactly the same values of a fixed shape. */
  public record Shape(SlotType type, List<String> slots) {}

  public Facts(Collection<Flow> flows) {
    for (var flow : flows) {
      flow.slots().forEach(byName::putIfAbsent);
      flow.slots().values().forEach(this::addLabels);
      flow.steps().forEach(this::addLabels);
    }
    var byType = new LinkedHashMap<SlotType, List<String>>();
    byName.values().stream()
        .filter(slot -> slot.type().pick() == Pick.FOR_SURE)
        .forEach(s -> byType.computeIfAbsent(s.type(), _ -> new ArrayList<>()).add(s.name()));
    shapes = byType.entrySet().stream().map(e -> new Shape(e.getKey(), e.getValue())).toList();
    beginnings = new Beginnings(shapes.stream().map(shape -> shape.type().beginning()).toList());
  }

  private void addLabels(Slot slot) {
    if (slot.type() instanceof ChoiceSlot choice) {
      choice.options().forEach(o -> labels.putIfAbsent(key(slot.name(), o.id()), label(o)));
    }
  }

  private static LocalText label(ChoiceSlot.Option option) {
    return new LocalText(
        option.words().entrySet().stream()
            .collect(
                Collectors.toMap(e -> new Language(e.getKey()), e -> e.getValue().getFirst())));
  }

  private void addLabels(Step step) {
    if (step instanceof Step.Choice choice && choice.slot().isPresent()) {
      var slot = choice.slot().get();
      choice.options().forEach(o -> labels.putIfAbsent(key(slot, o.id()), o.label()));
    }
  }

  private static String key(String slot, String option) {
    return slot + " " + option;
  }

  public Optional<Slot> slot(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** How people call a value of a slot that is filled by choosing. */
  public Optional<LocalText> optionLabel(String slot, String value) {
    return Optional.ofNullable(labels.get(key(slot, value)));
  }

  /** What these words may tell without anybody having asked: each kind of value once. */
  public List<Shape> shapesIn(String words) {
    return beginnings.in(words).mapToObj(shapes::get).toList();
  }
}
