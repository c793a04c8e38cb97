package dev.sayonce.flow.yaml;

import java.util.HashSet;
import java.util.TreeSet;

/** Checks how the steps of one flow hang together: names, targets, and that each can be reached. */
final class StepLinks {

  private final StepGraph graph;

  private boolean targetsKnown = true;

  StepLinks(Place list) {
    this.graph = new StepGraph(list);
  }

  void check() {
    for (int i = 0; i < graph.steps().size(); i++) {
      checkId(i);
      checkOptions(graph.step(i));
      checkWays(graph.step(i));
      StepGraph.targets(graph.step(i)).forEach(this::checkTarget);
    }
    if (targetsKnown) {
      checkReached();
      new Circles(graph).check();
    }
  }

  private void checkId(int index) {
    var id = graph.step(index).find("id");
    id.ifPresent(place -> checkId(place, graph.byId().getOrDefault(place.text(), index), index));
  }

  private void checkId(Place id, int first, int index) {
    if (first != index) {
      id.problem(
          "There is a step `%s` already in line %d: rename one."
              .formatted(id.text(), graph.step(first).line()));
    }
  }

  private static void checkOptions(Place step) {
    var seen = new HashSet<String>();
    for (var option : step.at("options").items()) {
      var id = option.at("id");
      if (!seen.add(id.text())) {
        id.problem("There is an option `" + id.text() + "` already in this choice: rename one.");
      }
    }
  }

  private static void checkWays(Place step) {
    var ways = step.at("branch").items();
    for (int i = 0; i < ways.size() - 1; i++) {
      if (ways.get(i).has("else")) {
        ways.get(i).problem("What stands after an else is never looked at: write else last.");
      }
    }
  }

  private void checkTarget(Place target) {
    if (!graph.byId().containsKey(target.text()) && !graph.leadsToHuman(target)) {
      targetsKnown = false;
      target.problem(
          "There is no step with the id `%s`: %s"
              .formatted(
                  target.text(),
                  Nearest.remedy(target.text(), new TreeSet<>(graph.byId().keySet()))));
    }
  }

  /** Of steps in a row only the first is told, for the others hang on it. */
  private void checkReached() {
    var reached = graph.reached(0, graph.all());
    for (int i = 1; i < graph.steps().size(); i++) {
      if (!reached.get(i) && !graph.after(i - 1).contains(i)) {
        graph.step(i).problem("Nothing leads to this step: let something go to it or remove it.");
      }
    }
  }
}
