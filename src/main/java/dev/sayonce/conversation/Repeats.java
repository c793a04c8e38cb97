package dev.sayonce.conversation;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Remember;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.Heard;
import dev.sayonce.flow.slot.ReachSlot;
import dev.sayonce.flow.slot.SlotType.Pick;
import dev.sayonce.flow.slot.TextSlot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether an agent's words ask for what the customer has already told. It goes by the
 * names of the facts and the words of asking around them, and would rather miss a question than
 * scold an agent for none: what names the value, thanks for it, or tells it to others does not ask.
 */
public final class Repeats {

  private static final int SHORTEST_VALUE = 3;

  private Repeats() {}

  /** The names of the known slots that the text asks for, in alphabetical order. */
  public static List<String> in(String text, Map<String, String> known, FlowSet flows) {
    var sentences = Sentence.of(text);
    return known.entrySet().stream()
        .filter(fact -> !fact.getValue().isBlank())
        .filter(fact -> sentences.stream().anyMatch(s -> asks(s, fact, flows)))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static boolean asks(Sentence sentence, Map.Entry<String, String> fact, FlowSet flows) {
    var slot = flows.slot(fact.getKey()).orElseGet(() -> undeclared(fact.getKey()));
    return !tells(sentence, slot, fact.getValue())
        && !sentence.hasAny(AskingWords.ELSEWHERE)
        && FactName.of(slot, fact.getValue()).stream().anyMatch(name -> asks(sentence, name));
  }

  private static boolean asks(Sentence sentence, FactName name) {
    return name.in(sentence).stream()
        .anyMatch(spot -> new Asking(sentence, spot, name.kind()).isThere());
  }

  private static Slot undeclared(String name) {
    return new Slot(
        name,
        new LocalText(Map.of(Language.EN, name)),
        name.equals(Handoffs.REACH) ? new ReachSlot(List.of()) : new TextSlot(),
        Optional.empty(),
        List.of(),
        true,
        Remember.CONVERSATION);
  }

  /** True if the sentence has the value in it, or another of its shape. */
  private static boolean tells(Sentence sentence, Slot slot, String value) {
    boolean shaped =
        slot.type().pick() != Pick.NEVER
            && !(slot.type() instanceof ChoiceSlot)
            && slot.type().find(heard(sentence)).isPresent();
    return shaped
        || value.length() >= SHORTEST_VALUE
            && Folded.of(sentence.original()).text().contains(Folded.of(value).text());
  }

  /** Whether there is a value does not hang on the day; a number may come without its country. */
  private static Heard heard(Sentence sentence) {
    return new Heard(sentence.original(), Locale.of("pl"), Instant.EPOCH.atZone(ZoneOffset.UTC));
  }
}
