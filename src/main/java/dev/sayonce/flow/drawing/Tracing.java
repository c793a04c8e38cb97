package dev.sayonce.flow.drawing;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.drawing.Drawing.Arrow;
import dev.sayonce.flow.drawing.Drawing.Node;
import dev.sayonce.flow.drawing.Drawing.Shape;
import dev.sayonce.flow.expression.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Follows a flow from step to step and notes boxes and arrows. */
final class Tracing {

  private final Flow flow;
  private final Language language;
  private final Captions captions;
  private final Boxes boxes;
  private final Returning returning;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final int[] places;
  private final Set<Integer> following = new HashSet<>();
  private Optional<Integer> rest = Optional.empty();
  private Optional<Integer> person = Optional.empty();

  Tracing(FlowSet set, Flow flow, Language language) {
    this.flow = flow;
    this.language = language;
    this.captions = new Captions(language);
    this.boxes = new Boxes(set, language, captions);
    this.returning = new Returning(set);
    this.places = new int[flow.steps().size()];
  }

  Drawing drawing() {
    var title = boxes.in(flow.title());
    nodes.add(new Node(Shape.START, firstPhrase(), title, Optional.empty()));
    for (int i = 0; i < places.length; i++) {
      places[i] = nodes.size();
      boxes.of(flow.steps().get(i)).ifPresent(nodes::add);
    }
    arrows.add(new Arrow(0, target(0)));
    for (int i = 0; i < places.length; i++) {
      lead(i);
    }
    return new Drawing(flow.id(), title, language, nodes, arrows);
  }

  private String firstPhrase() {
    return flow.phrases().getOrDefault(language, List.of()).stream()
        .findFirst()
        .map(p -> captions.say("starts", p))
        .orElse("");
  }

  private void lead(int index) {
    switch (flow.steps().get(index)) {
      case Step.Say _, Step.Ask _, Step.Survey _ -> arrow(index, target(index + 1));
      case Step.Set _ -> arrow(index, target(index + 1));
      case Step.Run r -> {
        if (returning.comesBack(r.flow())) {
          arrow(index, target(index + 1));
        }
      }
      case Step.Choice c -> options(index, c);
      case Step.Call c -> call(index, c);
      case Step.Prove p -> call(index, p.sending());
      case Step.Branch b -> ways(index, b);
      case Step.Goto _, Step.Handoff _, Step.End _ -> {}
    }
  }

  private void options(int index, Step.Choice choice) {
    var labels = new LinkedHashMap<Integer, List<String>>();
    for (var option : choice.options()) {
      int to = option.goTo().map(this::target).orElseGet(() -> target(index + 1));
      add(labels, to, boxes.in(option.label()));
    }
    ways(index, labels);
  }

  /** Where nothing is said about its failure a person takes over, as everywhere. */
  private void call(int index, Step.Call call) {
    if (call.onError().isEmpty()) {
      arrow(index, target(index + 1));
      return;
    }
    var labels = new LinkedHashMap<Integer, List<String>>();
    add(labels, target(index + 1), captions.say("went-well"));
    call.onError().forEach((failure, target) -> add(labels, target(target), failed(failure)));
    ways(index, labels);
  }

  private String failed(String failure) {
    return failure.equals(Step.Call.ELSE)
        ? captions.say("failed")
        : captions.say("failed-because", failure);
  }

  private void ways(int index, Step.Branch branch) {
    var labels = new LinkedHashMap<Integer, List<String>>();
    for (var way : branch.ways()) {
      add(
          labels,
          target(way.target()),
          way.condition().map(Expression::source).orElseGet(this::otherwise));
    }
    if (branch.ways().getLast().condition().isPresent()) {
      add(labels, target(index + 1), otherwise());
    }
    ways(index, labels);
  }

  private String otherwise() {
    return captions.say("otherwise");
  }

  private static void add(Map<Integer, List<String>> labels, int to, String label) {
    labels.computeIfAbsent(to, _ -> new ArrayList<>()).add(label);
  }

  /** What leads to the same place shares a way. */
  private void ways(int index, Map<Integer, List<String>> labels) {
    labels.forEach(
        (to, all) -> {
          nodes.add(new Node(Shape.WAY, "", list(all), Optional.empty()));
          arrow(index, nodes.size() - 1);
          arrows.add(new Arrow(nodes.size() - 1, to));
        });
  }

  private static String list(List<String> labels) {
    return labels.size() == 1 ? labels.getFirst() : "• " + String.join("\n• ", labels);
  }

  private void arrow(int index, int to) {
    arrows.add(new Arrow(places[index], to));
  }

  private int target(String id) {
    var step = flow.indexOf(id);
    return step.isPresent() ? target(step.getAsInt()) : person();
  }

  /** Behind the last step the talk simply goes on. */
  private int target(int step) {
    if (step >= places.length) {
      rest = rest.or(() -> Optional.of(append(boxes::rest)));
      return rest.get();
    }
    return flow.steps().get(step) instanceof Step.Goto g ? follow(g, step) : places[step];
  }

  /** Through any number of gotos; a circle of nothing else ends with a person. */
  private int follow(Step.Goto from, int step) {
    if (!following.add(step)) {
      return person();
    }
    int to = target(from.target());
    following.remove(step);
    return to;
  }

  /** Where no step has the name a person takes over. */
  private int person() {
    person = person.or(() -> Optional.of(append(boxes::person)));
    return person.get();
  }

  private int append(Supplier<Node> node) {
    nodes.add(node.get());
    return nodes.size() - 1;
  }
}
