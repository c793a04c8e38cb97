package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Walked;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.yaml.StepLines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which steps of a company's own flows the talks went through, and which ways on they took. */
public record Coverage(List<OfFlow> flows) {

  /**
   * The part of one flow.
   *
   * @param missed the lines that no talk came to, in order
   */
  public record OfFlow(
      String flow,
      String file,
      int steps,
      int stepsReached,
      int ways,
      int waysTaken,
      List<Integer> missed) {}

  public Coverage {
    flows = List.copyOf(flows);
  }

  public static Coverage of(FlowSet set, Collection<Played> played) {
    var walked = new HashSet<Walked>();
    played.forEach(p -> walked.addAll(p.walked()));
    var lines = new StepLines(set);
    var flows = new ArrayList<OfFlow>();
    for (var flow : set.flows().values()) {
      lines.file(flow.id()).ifPresent(file -> flows.add(of(flow, file, walked, lines)));
    }
    return new Coverage(flows);
  }

  private static OfFlow of(Flow flow, String file, Set<Walked> walked, StepLines lines) {
    var missed = new ArrayList<Integer>();
    int steps = 0;
    int ways = 0;
    int missedWays = 0;
    for (int step = 0; step < flow.steps().size(); step++) {
      steps++;
      boolean reached = walked.contains(new Walked(flow.id(), step, Walked.REACHED));
      if (!reached) {
        missed.add(lines.of(flow.id(), step));
      }
      for (int way = 0; way < ways(flow.steps().get(step)); way++) {
        ways++;
        if (!walked.contains(new Walked(flow.id(), step, way))) {
          missedWays++;
          missed.add(lines.of(flow.id(), step, way));
        }
      }
    }
    int missedSteps = missed.size() - missedWays;
    return new OfFlow(
        flow.id(),
        file,
        steps,
        steps - missedSteps,
        ways,
        ways - missedWays,
        missed.stream().distinct().sorted().toList());
  }

  private static int ways(Step step) {
    return switch (step) {
      case Step.Choice choice -> choice.options().size();
      case Step.Branch branch -> branch.ways().size();
      case Step.Call call -> ways(call);
      case Step.Prove prove -> ways(prove.sending());
      case Step.Say _, Step.Ask _, Step.Set _, Step.Goto _, Step.Run _, Step.Survey _ -> 0;
      case Step.Handoff _, Step.End _ -> 0;
    };
  }

  private static int ways(Step.Call call) {
    return 1 + Math.max(1, call.onError().size());
  }

  /** The share of steps reached and ways taken, 0 to 1; of no flows all. */
  public double share() {
    int all = flows.stream().mapToInt(f -> f.steps() + f.ways()).sum();
    int done = flows.stream().mapToInt(f -> f.stepsReached() + f.waysTaken()).sum();
    return all == 0 ? 1 : (double) done / all;
  }
}
