package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which step of a flow may follow which. */
final class StepGraph {

  private final List<Place> steps;
  private final Map<String, Integer> byId = new HashMap<>();
  private final List<Set<Integer>> after = new ArrayList<>();

  StepGraph(Place list) {
    this.steps = list.items();
    for (int i = 0; i < steps.size(); i++) {
      int index = i;
      steps.get(i).find("id").ifPresent(id -> byId.putIfAbsent(id.text(), index));
    }
    for (int i = 0; i < steps.size(); i++) {
      after.add(next(i));
    }
  }

  List<Place> steps() {
    return steps;
  }

  Place step(int index) {
    return steps.get(index);
  }

  StepKind kind(int index) {
    return StepKind.of(steps.get(index));
  }

  Map<String, Integer> byId() {
    return byId;
  }

  /** All places of a step that name another step. */
  static List<Place> targets(Place step) {
    var targets = new ArrayList<Place>();
    step.find("goto").ifPresent(targets::add);
    step.find("on-error").filter(p -> p.node().isString()).ifPresent(targets::add);
    targets.addAll(step.at("on-error").fields().values());
    for (var option : step.at("options").items()) {
      option.find("goto").ifPresent(targets::add);
    }
    for (var way : step.at("branch").items()) {
      targets.add(way.has("else") ? way.at("else") : way.at("goto"));
    }
    return targets;
  }

  /** A way to a person that needs no step of its own. */
  boolean leadsToHuman(Place target) {
    return target.text().equals(Step.TO_HUMAN) && !byId.containsKey(Step.TO_HUMAN);
  }

  /** The steps that may follow, in the order of the file; past the last one the flow has ended. */
  Set<Integer> after(int index) {
    return after.get(index);
  }

  private Set<Integer> next(int index) {
    var next = new TreeSet<Integer>();
    for (var target : targets(steps.get(index))) {
      if (!leadsToHuman(target)) {
        next.add(byId.getOrDefault(target.text(), index + 1));
      }
    }
    if (goesOn(index)) {
      next.add(index + 1);
    }
    next.removeIf(step -> step >= steps.size());
    return next;
  }

  /** Whether the next step in the file may follow. */
  private boolean goesOn(int index) {
    var step = steps.get(index);
    return switch (kind(index)) {
      case HANDOFF, END, GOTO -> false;
      case CHOICE -> step.at("options").items().stream().anyMatch(o -> !o.has("goto"));
      case BRANCH -> step.at("branch").items().stream().noneMatch(way -> way.has("else"));
      case SAY, ASK, CALL, PROVE, SET, RUN, SURVEY -> true;
    };
  }

  /** The steps that can be reached from a step, itself included, without leaving those given. */
  BitSet reached(int from, BitSet within) {
    var reached = new BitSet();
    var open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int index = open.pop();
      if (within.get(index) && !reached.get(index)) {
        reached.set(index);
        open.addAll(after.get(index));
      }
    }
    return reached;
  }

  BitSet all() {
    var all = new BitSet();
    all.set(0, steps.size());
    return all;
  }
}
