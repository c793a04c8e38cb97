package dev.sayonce.flow.drawing;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Step;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a flow that another one runs can come back to it: not if every way in it ends with a
 * person or a resolved case.
 */
final class Returning {

  private final FlowSet set;
  private final Set<String> asked = new HashSet<>();

  Returning(FlowSet set) {
    this.set = set;
  }

  /** Flows that run each other in a circle are taken to come back. */
  boolean comesBack(String id) {
    var flow = set.flow(id);
    if (flow.isEmpty() || !asked.add(id)) {
      return true;
    }
    boolean back = comesBack(flow.get());
    asked.remove(id);
    return back;
  }

  private boolean comesBack(Flow flow) {
    var open = new ArrayDeque<>(List.of(0));
    var seen = new HashSet<Integer>();
    while (!open.isEmpty()) {
      int step = open.pop();
      if (step >= flow.steps().size() || isOpenEnd(flow.steps().get(step))) {
        return true;
      }
      if (seen.add(step)) {
        open.addAll(after(flow, step));
      }
    }
    return false;
  }

  private static boolean isOpenEnd(Step step) {
    return step instanceof Step.End end && end.outcome() == Step.Outcome.OPEN;
  }

  private List<Integer> after(Flow flow, int index) {
    var next = Stream.of(index + 1);
    var targets =
        switch (flow.steps().get(index)) {
          case Step.Say _, Step.Ask _, Step.Set _, Step.Survey _ -> next;
          case Step.Run run -> comesBack(run.flow()) ? next : Stream.<Integer>empty();
          case Step.Goto g -> step(flow, g.target());
          case Step.Call c -> after(flow, next, c);
          case Step.Prove p -> after(flow, next, p.sending());
          case Step.Branch b ->
              Stream.concat(
                  b.ways().stream().flatMap(w -> step(flow, w.target())),
                  next.filter(_ -> b.ways().getLast().condition().isPresent()));
          case Step.Choice c -> c.options().stream().flatMap(o -> after(flow, index, o));
          case Step.Handoff _, Step.End _ -> Stream.<Integer>empty();
        };
    return targets.toList();
  }

  private static Stream<Integer> after(Flow flow, Stream<Integer> next, Step.Call call) {
    return Stream.concat(next, call.onError().values().stream().flatMap(t -> step(flow, t)));
  }

  private static Stream<Integer> after(Flow flow, int index, Step.Option option) {
    return option.goTo().map(id -> step(flow, id)).orElseGet(() -> Stream.of(index + 1));
  }

  /** Nothing for a name that means a person. */
  private static Stream<Integer> step(Flow flow, String id) {
    return flow.indexOf(id).stream().boxed();
  }
}
