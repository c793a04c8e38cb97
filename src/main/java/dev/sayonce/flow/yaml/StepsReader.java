package dev.sayonce.flow.yaml;

import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.Step.Ask;
import dev.sayonce.flow.Step.Choice;
import dev.sayonce.flow.Step.End;
import dev.sayonce.flow.Step.Handoff;
import dev.sayonce.flow.Step.Option;
import dev.sayonce.flow.Step.Outcome;
import dev.sayonce.flow.Step.Retry;
import dev.sayonce.flow.Step.Say;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Binds the steps of a flow; what leads from one to another is checked by {@link StepLinks}. */
final class StepsReader {

  private final Place list;
  private final Set<String> slots;
  private final Scope scope;
  private final Texts texts;

  StepsReader(Place list, Set<String> slots, Scope scope) {
    this.list = list;
    this.slots = slots;
    this.scope = scope;
    this.texts = new Texts(scope.languages());
  }

  List<Step> read() {
    var steps = list.items().stream().map(this::step).toList();
    new StepLinks(list).check();
    return steps;
  }

  private Step step(Place place) {
    var id = place.find("id").map(Place::text);
    if (place.has("ask")) {
      return new Ask(id, slot(place.at("ask")), say(place), retry(place));
    }
    if (place.has("options")) {
      return choice(id, place);
    }
    if (place.has("handoff")) {
      return new Handoff(id, team(place.at("handoff")), place.find("say").map(texts::text));
    }
    if (place.has("end")) {
      return new End(id, Outcome.valueOf(place.at("end").text().toUpperCase(Locale.ROOT)));
    }
    return new Say(id, say(place));
  }

  private LocalText say(Place place) {
    return texts.text(place.at("say"));
  }

  private Choice choice(Optional<String> id, Place place) {
    var options = place.at("options").items().stream().map(this::option).toList();
    return new Choice(id, place.find("choice").map(this::slot), say(place), options);
  }

  private Option option(Place place) {
    return new Option(
        place.at("id").text(), texts.text(place.at("label")), place.find("goto").map(Place::text));
  }

  private Retry retry(Place step) {
    var retry = step.find("retry");
    return retry.isEmpty() ? Retry.DEFAULT : retry(retry.get(), Retry.DEFAULT.max());
  }

  private Retry retry(Place place, int usual) {
    int max = place.has("max") ? place.at("max").node().intValue(usual) : usual;
    return new Retry(max, place.find("say").map(texts::text));
  }

  private String slot(Place place) {
    var name = place.text();
    if (!slots.contains(name)) {
      place.problem(
          "There is no slot `%s` in this flow: %s Slots are declared under slots:."
              .formatted(name, Nearest.remedy(name, slots)));
    }
    return name;
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
