package dev.sayonce.conversation;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.slot.ShapedSlot;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message that is nothing but an order number, say: who pastes one wants what the company
 * suggests first of all that needs it.
 */
final class BareFact {

  private static final Pattern NO_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private BareFact() {}

  /** The flow that is wanted; empty if the words are anything else. */
  static Optional<Intent> wish(FlowSet flows, String words) {
    var suggested = flows.company().chat().suggest();
    return flows.flows().values().stream()
        .filter(flow -> suggested.contains(flow.id()) && needs(flow, words))
        .min(Comparator.comparingInt(flow -> suggested.indexOf(flow.id())))
        .map(flow -> Intent.flow(flow.id()));
  }

  private static boolean needs(Flow flow, String words) {
    var bare = NO_SIGNS.matcher(words).replaceAll("").toUpperCase(Locale.ROOT);
    return flow.slots().values().stream()
        .map(Slot::type)
        .anyMatch(type -> type instanceof ShapedSlot shaped && shaped.normal(bare).isPresent());
  }
}
