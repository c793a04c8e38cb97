package dev.sayonce.flow.yaml;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Finds steps that surely go round for ever: a circle in which nothing waits for the customer. A
 * question whose answer is kept waits only once, unless the circle forgets the answer.
 */
final class Circles {

  private final StepGraph graph;
  private final BitSet[] reached;

  Circles(StepGraph graph) {
    this.graph = graph;
    this.reached =
        IntStream.range(0, graph.steps().size())
            .mapToObj(i -> graph.reached(i, graph.all()))
            .toArray(BitSet[]::new);
  }

  void check() {
    var told = new BitSet();
    for (int i = 0; i < reached.length; i++) {
      var round = round(i);
      if (!told.get(i) && !round.isEmpty()) {
        told.or(round);
        checkRound(round);
      }
    }
  }

  /** All steps that lie on a circle with this one; empty if there is none. */
  private BitSet round(int step) {
    var round = new BitSet();
    for (int next : graph.after(step)) {
      reached[next].stream().filter(i -> reached[i].get(step)).forEach(round::set);
    }
    return round;
  }

  private void checkRound(BitSet round) {
    var unstopped = new BitSet();
    round.stream().filter(i -> !waits(i, round)).forEach(unstopped::set);
    for (int from = round.nextSetBit(0); from >= 0; from = round.nextSetBit(from + 1)) {
      for (int to : graph.after(from)) {
        if (to <= from && isEndless(from, to, unstopped)) {
          tell(from, to);
          return;
        }
      }
    }
  }

  private boolean isEndless(int from, int to, BitSet unstopped) {
    var back = graph.reached(to, unstopped);
    if (!unstopped.get(from) || !back.get(from)) {
      return false;
    }
    var between = new BitSet();
    back.stream().filter(i -> graph.reached(i, unstopped).get(from)).forEach(between::set);
    return !mayEnd(between);
  }

  /** Where something changes and something looks at it, nobody can tell; a flow may wait itself. */
  private boolean mayEnd(BitSet steps) {
    boolean changes = has(steps, StepKind.SET) || has(steps, StepKind.CALL);
    boolean looks = has(steps, StepKind.BRANCH) || has(steps, StepKind.CALL);
    return has(steps, StepKind.RUN) || (changes && looks);
  }

  private boolean has(BitSet steps, StepKind kind) {
    return steps.stream().anyMatch(i -> graph.kind(i) == kind);
  }

  private boolean waits(int index, BitSet round) {
    var step = graph.step(index);
    return switch (graph.kind(index)) {
      case ASK -> isForgotten(step.at("ask").text(), round);
      case CHOICE -> !step.has("choice") || isForgotten(step.at("choice").text(), round);
      case SAY, CALL, PROVE, SET, BRANCH, GOTO, RUN, SURVEY, HANDOFF, END -> false;
    };
  }

  private boolean isForgotten(String slot, BitSet round) {
    return round.stream()
        .mapToObj(i -> graph.step(i).at("set"))
        .anyMatch(set -> set.has(slot) && set.at(slot).node().isNull());
  }

  private void tell(int from, int to) {
    boolean asks =
        IntStream.rangeClosed(to, from)
            .anyMatch(i -> graph.kind(i) == StepKind.ASK || graph.step(i).has("choice"));
    var remedy =
        asks
            ? "what is known is not asked again, so forget it first with set: {slot: null}."
            : "let something in between ask, or go elsewhere.";
    graph
        .step(from)
        .problem(
            "From here it goes back to line %d, round and round without waiting for the customer: "
                    .formatted(graph.step(to).line())
                + remedy);
  }
}
