package dev.sayonce.flow.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks which flows run which others: all are there, and none comes round to itself. */
final class FlowLinks {

  private final Map<String, Place> flows;
  private final Map<String, List<Place>> runs = new LinkedHashMap<>();
  private final Map<String, Set<String>> next = new HashMap<>();

  FlowLinks(Map<String, Place> flows) {
    this.flows = flows;
    flows.forEach((id, flow) -> add(id, runsOf(flow)));
  }

  private void add(String id, List<Place> list) {
    runs.put(id, list);
    next.put(id, new LinkedHashSet<>(list.stream().map(Place::text).toList()));
  }

  private static List<Place> runsOf(Place flow) {
    return flow.at("steps").items().stream().flatMap(s -> s.find("run").stream()).toList();
  }

  void check() {
    runs.forEach(this::check);
  }

  private void check(String id, List<Place> list) {
    var back = new HashMap<String, Optional<List<String>>>();
    for (var run : list) {
      if (flows.containsKey(run.text())) {
        back.computeIfAbsent(run.text(), to -> way(to, id)).ifPresent(way -> tell(run, id, way));
      } else {
        run.problem(
            "There is no flow `%s` to run: %s"
                .formatted(run.text(), Nearest.remedy(run.text(), flows.keySet())));
      }
    }
  }

  private static void tell(Place run, String id, List<String> way) {
    run.problem(
        "This runs in a circle, %s → %s: let one of them go on without the other."
            .formatted(id, String.join(" → ", way)));
  }

  /** The shortest way from one flow to another, both included; empty if there is none. */
  private Optional<List<String>> way(String from, String to) {
    var before = new HashMap<String, String>(Map.of(from, ""));
    var open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      var flow = open.remove();
      if (flow.equals(to)) {
        return Optional.of(path(before, to));
      }
      next.getOrDefault(flow, Set.of()).stream()
          .filter(n -> before.putIfAbsent(n, flow) == null)
          .forEach(open::add);
    }
    return Optional.empty();
  }

  private static List<String> path(Map<String, String> before, String to) {
    var path = new ArrayList<String>();
    for (var flow = to; !flow.isEmpty(); flow = before.getOrDefault(flow, "")) {
      path.addFirst(flow);
    }
    return path;
  }
}
