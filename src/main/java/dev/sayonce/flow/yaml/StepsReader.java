package dev.sayonce.flow.yaml;

import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Operand;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.Step.Ask;
import dev.sayonce.flow.Step.Branch;
import dev.sayonce.flow.Step.Choice;
import dev.sayonce.flow.Step.End;
import dev.sayonce.flow.Step.Goto;
import dev.sayonce.flow.Step.Handoff;
import dev.sayonce.flow.Step.Outcome;
import dev.sayonce.flow.Step.Prove;
import dev.sayonce.flow.Step.Retry;
import dev.sayonce.flow.Step.Run;
import dev.sayonce.flow.Step.Say;
import dev.sayonce.flow.Step.Survey;
import dev.sayonce.flow.Step.Way;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the steps of a flow; what leads from one to another is checked by {@link StepLinks}. */
final class StepsReader {

  private final Place list;
  private final Map<String, Slot> slots;
  private final Scope scope;
  private final Texts texts;
  private final ExpressionReader expressions;

  StepsReader(Place list, Map<String, Slot> slots, Scope scope, ExpressionReader expressions) {
    this.list = list;
    this.slots = slots;
    this.scope = scope;
    this.texts = new Texts(scope.languages());
    this.expressions = expressions;
  }

  List<Step> read() {
    var steps = list.items().stream().map(this::step).toList();
    new StepLinks(list).check();
    return steps;
  }

  private Step step(Place place) {
    var id = place.find("id").map(Place::text);
    return switch (StepKind.of(place)) {
      case SAY -> new Say(id, say(place));
      case ASK -> new Ask(id, slot(place.at("ask")), say(place), retry(place));
      case CHOICE -> choice(id, place);
      case CALL -> new CallReader(place, slots, scope, expressions).read(id);
      case PROVE -> new Prove(id, new CallReader(place, slots, scope, expressions).prove(id));
      case SET -> new Step.Set(id, values(place.at("set")));
      case BRANCH -> new Branch(id, place.at("branch").items().stream().map(this::way).toList());
      case GOTO -> new Goto(id, place.at("goto").text());
      case RUN -> new Run(id, place.at("run").text());
      case SURVEY -> new Survey(id, text(place, "say"), text(place, "why"));
      case HANDOFF ->
          new Handoff(id, team(place.at("handoff")), text(place, "say"), isComplaint(place));
      case END -> new End(id, Outcome.valueOf(place.at("end").text().toUpperCase(Locale.ROOT)));
    };
  }

  private static boolean isComplaint(Place place) {
    return place.find("complaint").filter(p -> p.node().asBoolean()).isPresent();
  }

  private LocalText say(Place place) {
    return texts.text(place.at("say"));
  }

  private Optional<LocalText> text(Place place, String key) {
    return place.find(key).map(texts::text);
  }

  private Choice choice(Optional<String> id, Place place) {
    var reader = new OptionReader(texts);
    var options = place.at("options").items().stream().map(reader::forStep).toList();
    return new Choice(id, place.find("choice").map(this::slot), say(place), options);
  }

  private Retry retry(Place step) {
    return step.find("retry").map(r -> retry(r, Retry.DEFAULT.max())).orElse(Retry.DEFAULT);
  }

  private Retry retry(Place place, int usual) {
    int max = place.has("max") ? place.at("max").node().intValue(usual) : usual;
    return new Retry(max, text(place, "say"));
  }

  private Map<String, Optional<Operand>> values(Place place) {
    var values = new LinkedHashMap<String, Optional<Operand>>();
    place
        .fields()
        .forEach(
            (name, p) -> {
              checkSlot(p, name);
              values.put(
                  name, p.node().isNull() ? Optional.empty() : Optional.of(expressions.operand(p)));
            });
    return Collections.unmodifiableMap(values);
  }

  private Way way(Place place) {
    return place.has("else")
        ? new Way(Optional.empty(), place.at("else").text())
        : new Way(expressions.condition(place.at("if")), place.at("goto").text());
  }

  private String slot(Place place) {
    checkSlot(place, place.text());
    return place.text();
  }

  private void checkSlot(Place place, String name) {
    if (!slots.containsKey(name)) {
      place.problem(
          "There is no slot `%s` in this flow: %s Slots are declared under slots:."
              .formatted(name, Nearest.remedy(name, slots.keySet())));
    }
  }

  /** Empty for anyone, that is, for the first team. */
  private Optional<String> team(Place place) {
    var name = place.text();
    if (name.equals(FlowReader.ANYONE)) {
      return Optional.empty();
    }
    scope.teams().filter(teams -> !teams.contains(name)).ifPresent(teams -> unknown(place, teams));
    return Optional.of(name);
  }

  private static void unknown(Place place, Set<String> teams) {
    place.problem(
        "There is no team `%s` in company.yaml: %s"
            .formatted(place.text(), Nearest.remedy(place.text(), teams)));
  }
}
