package dev.sayonce.conversation;

import dev.sayonce.flow.expression.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a process on its way must remember besides the question that waits.
 *
 * @param callers where the flows that run this one go on, the outermost first
 * @param trail the questions answered so far, oldest first
 * @param results what calls told, by the names that the flow gave them
 * @param turns how many answers it has taken
 */
public record FlowRun(
    List<Position> callers, List<Answered> trail, Map<String, Object> results, int turns) {

  public static final FlowRun FRESH = new FlowRun(List.of(), List.of(), Map.of(), 0);

  /** A question that was answered, with the callers it had; without a slot nothing was kept. */
  public record Answered(List<Position> callers, Position question, Optional<String> slot) {
    public Answered {
      callers = List.copyOf(Objects.requireNonNullElse(callers, List.of()));
    }
  }

  public FlowRun {
    callers = List.copyOf(Objects.requireNonNullElse(callers, List.of()));
    trail = List.copyOf(Objects.requireNonNullElse(trail, List.of()));
    results = kept(Objects.requireNonNullElse(results, Map.of()));
  }

  private static Map<String, Object> kept(Map<String, Object> results) {
    var plain = new LinkedHashMap<String, Object>();
    results.forEach((name, value) -> plain.put(name, Values.plain(value)));
    return Map.copyOf(plain);
  }
}
