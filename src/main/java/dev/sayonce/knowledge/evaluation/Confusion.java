package dev.sayonce.knowledge.evaluation;

import dev.sayonce.conversation.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two intents that are taken for each other.
 *
 * @param one the one whose examples are taken for the other's more often
 * @param examples those of either that came out as the other, the surest mistake first
 */
public record Confusion(Intent one, Intent other, List<Mistake> examples) {

  /** An example, whose it is, and how surely it was taken for the other's. */
  public record Mistake(String text, Intent intent, double sure, boolean answered) {}

  public int times() {
    return examples.size();
  }

  /** How often the customer would have got a wrong answer instead of a choice. */
  public int answered() {
    return (int) examples.stream().filter(Mistake::answered).count();
  }

  /** All pairs that were confused, the worst first. */
  public static List<Confusion> in(HeldBack heldBack) {
    var pairs = new LinkedHashMap<List<String>, List<Asked>>();
    heldBack.asked().stream()
        .filter(a -> !a.isFirstRight() && !a.understood().guesses().isEmpty())
        .forEach(a -> pairs.computeIfAbsent(pair(a), _ -> new ArrayList<>()).add(a));
    return pairs.values().stream()
        .map(Confusion::of)
        .sorted(
            Comparator.comparingInt(Confusion::answered)
                .thenComparingInt(Confusion::times)
                .reversed())
        .toList();
  }

  private static List<String> pair(Asked asked) {
    return List.of(asked.meant().toString(), asked.taken().toString()).stream().sorted().toList();
  }

  private static Confusion of(List<Asked> asked) {
    var mistakes =
        asked.stream()
            .map(a -> new Mistake(a.question().text(), a.meant(), a.stated(), a.isAnswered()))
            .sorted(Comparator.comparingDouble(Mistake::sure).reversed())
            .toList();
    var one = mostOften(asked);
    var first = asked.getFirst();
    var other = first.meant().equals(one) ? first.taken() : first.meant();
    return new Confusion(one, other, mistakes);
  }

  private static Intent mostOften(List<Asked> asked) {
    var times = new LinkedHashMap<Intent, Integer>();
    asked.forEach(a -> times.merge(a.meant(), 1, Integer::sum));
    return times.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
