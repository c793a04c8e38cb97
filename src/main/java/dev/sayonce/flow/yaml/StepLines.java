package dev.sayonce.flow.yaml;

import dev.sayonce.flow.FlowSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the steps of a set's flows, and the ways on from them, stand in the authors' files. Not
 * kept in the set, for only those who test or draw need it.
 */
public final class StepLines {

  private final FlowSet set;
  private final Map<String, List<Place>> stepsByFlow = new HashMap<>();

  public StepLines(FlowSet set) {
    this.set = set;
  }

  /** The file that the flow was read from; empty for one that ships with the product. */
  public Optional<String> file(String flow) {
    return Optional.of(flow + ".yaml").filter(set.sources()::containsKey);
  }

  /** The line of a step, from 1. */
  public int of(String flow, int step) {
    return steps(flow).get(step).line();
  }

  /** The line of an option, a condition, or of what follows a failed call. */
  public int of(String flow, int step, int way) {
    var place = steps(flow).get(step);
    for (var list : List.of("options", "branch")) {
      var ways = place.at(list).items();
      if (way < ways.size()) {
        return ways.get(way).line();
      }
    }
    var failures = List.copyOf(place.at("on-error").fields().values());
    if (way > 0 && way <= failures.size()) {
      return failures.get(way - 1).line();
    }
    return place.find("on-error").map(Place::line).orElseGet(place::line);
  }

  private List<Place> steps(String flow) {
    return stepsByFlow.computeIfAbsent(flow, this::read);
  }

  private List<Place> read(String flow) {
    return file(flow)
        .flatMap(
            file -> YamlParser.parse(file, set.sources().getOrDefault(file, ""), new Problems()))
        .map(file -> file.top(new Problems()).at("steps").items())
        .orElseThrow(() -> new IllegalArgumentException("No file of the flow " + flow));
  }
}
