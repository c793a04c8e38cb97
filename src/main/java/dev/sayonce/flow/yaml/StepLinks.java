package dev.sayonce.flow.yaml;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks how the steps of one flow hang together: names, targets, and that each can be reached. */
final class StepLinks {

  private final List<Place> steps;
  private final Map<String, Integer> byId = new HashMap<>();

  private boolean targetsKnown = true;

  StepLinks(Place list) {
    this.steps = list.items();
  }

  void check() {
    for (int i = 0; i < steps.size(); i++) {
      int index = i;
      steps.get(i).find("id").ifPresent(id -> addId(id, index));
    }
    steps.forEach(this::checkOptions);
    if (targetsKnown) {
      checkReached();
    }
  }

  /** Of steps in a row only the first is told, for the others hang on it. */
  private void checkReached() {
    var reached = reached();
    for (int i = 1; i < steps.size(); i++) {
      if (!reached.contains(i) && !after(i - 1).contains(i)) {
        steps.get(i).problem("Nothing leads to this step: let something go to it or remove it.");
      }
    }
  }

  private void addId(Place id, int index) {
    var first = byId.putIfAbsent(id.text(), index);
    if (first != null) {
      id.problem(
          "There is a step `%s` already in line %d: rename one."
              .formatted(id.text(), steps.get(first).line()));
    }
  }

  private void checkOptions(Place step) {
    var seen = new HashSet<String>();
    for (var option : step.at("options").items()) {
      var id = option.at("id");
      if (!seen.add(id.text())) {
        id.problem("There is an option `" + id.text() + "` already in this choice: rename one.");
      }
      option.find("goto").ifPresent(this::checkTarget);
    }
  }

  private void checkTarget(Place target) {
    var name = target.text();
    if (!byId.containsKey(name)) {
      targetsKnown = false;
      target.problem(
          "There is no step with the id `%s`: %s"
              .formatted(name, Nearest.remedy(name, byId.keySet())));
    }
  }

  private Set<Integer> reached() {
    var reached = new HashSet<Integer>();
    var open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int index = open.pop();
      if (index < steps.size() && reached.add(index)) {
        open.addAll(after(index));
      }
    }
    return reached;
  }

  private Set<Integer> after(int index) {
    var step = steps.get(index);
    if (step.has("handoff") || step.has("end")) {
      return Set.of();
    }
    if (!step.has("options")) {
      return Set.of(index + 1);
    }
    var next = new HashSet<Integer>();
    for (var option : step.at("options").items()) {
      next.add(
          option.find("goto").map(g -> byId.getOrDefault(g.text(), index + 1)).orElse(index + 1));
    }
    return next;
  }
}
