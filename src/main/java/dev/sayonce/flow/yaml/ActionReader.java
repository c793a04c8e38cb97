package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Action;
import dev.sayonce.flow.Action.Effort;
import dev.sayonce.flow.Action.Input;
import dev.sayonce.flow.Action.Output;
import dev.sayonce.flow.Action.Request;
import dev.sayonce.flow.Action.Rights;
import dev.sayonce.flow.Action.Waiting;
import dev.sayonce.flow.Runner;
import dev.sayonce.flow.slot.MoneySlot;
import dev.sayonce.flow.slot.NumberSlot;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Binds one action of the catalogue. */
final class ActionReader {

  private static final Duration USUAL_TIME_OUT = Duration.ofSeconds(3);

  /** All tries of one go, with the pauses between them: what whoever carries it out can wait. */
  private static final Duration LONGEST = Duration.ofSeconds(12);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String id;
  private final Place place;
  private final String service;
  private final Texts texts;
  private final SlotReader slots;

  ActionReader(String id, Place place, String service, Scope scope) {
    this.id = id;
    this.place = place;
    this.service = service;
    this.texts = new Texts(scope.languages());
    this.slots = new SlotReader(place.at("no-steps"), texts, scope.regions());
  }

  Action read() {
    var input = input();
    var request = new RequestReader(place, input).read();
    var action =
        new Action(
            id,
            texts.text(place.at("title")),
            service,
            request,
            input,
            output(),
            refusals(),
            rights(input),
            effort(request),
            waiting(place.at("waiting")));
    checkCode(action);
    return action;
  }

  private Map<String, Input> input() {
    var inputs = new LinkedHashMap<String, Input>();
    place.at("input").fields().forEach((name, p) -> inputs.put(name, input(name, p)));
    return Collections.unmodifiableMap(inputs);
  }

  private Input input(String name, Place p) {
    return new Input(
        slots.read(name, p),
        p.at("optional").node().asBoolean(false),
        p.find("known").map(Place::text).orElse(name),
        p.at("one-time-code").node().asBoolean(false));
  }

  /** What proves who somebody is must say who that is, and can't need what it is for. */
  private void checkCode(Action action) {
    if (action.codeInput().isEmpty()) {
      return;
    }
    if (!action.output().containsKey("customer")) {
      place.problem(
          "A one-time code proves who somebody is: have the back end tell it, customer: {}.");
    }
    if (action.rights().verified()) {
      place.at("needs").problem("This is how customers prove who they are: remove identity here.");
    }
  }

  private Map<String, Output> output() {
    var outputs = new LinkedHashMap<String, Output>();
    place.at("output").fields().forEach((name, p) -> outputs.put(name, output(name, p)));
    return Collections.unmodifiableMap(outputs);
  }

  private Output output(String name, Place p) {
    var path = p.find("path").map(Place::text).orElse(name);
    return new Output(
        name,
        List.of(path.split("\\.")),
        slots.type(name, p),
        p.at("optional").node().asBoolean(false),
        p.at("pii").node().asBoolean(false));
  }

  private Map<Integer, String> refusals() {
    var refusals = new TreeMap<Integer, String>();
    place
        .at("refusals")
        .fields()
        .forEach((status, reason) -> refusals.put(Integer.parseInt(status), reason.text()));
    return Collections.unmodifiableMap(refusals);
  }

  private Rights rights(Map<String, Input> input) {
    var allowed =
        place.at("allowed").items().stream()
            .map(p -> runner(p.text()))
            .collect(Collectors.toUnmodifiableSet());
    var limits = new LinkedHashMap<String, Map<Runner, BigDecimal>>();
    place.at("limits").fields().forEach((name, p) -> limits.put(name, limit(name, p, input)));
    if (allowed.contains(Runner.BOT)) {
      place.at("limits").fields().values().forEach(ActionReader::requireBot);
    }
    return new Rights(allowed, limits, needs("confirmation"), needs("identity"));
  }

  /** The bot is nobody whom a limit may forget. */
  private static void requireBot(Place limit) {
    if (!limit.has(Runner.BOT.word())) {
      limit.problem("The bot may run this too: say its limit, {bot: 0} for nothing at all.");
    }
  }

  private boolean needs(String what) {
    return place.at("needs").items().stream().anyMatch(p -> p.text().equals(what));
  }

  private static Map<Runner, BigDecimal> limit(String name, Place p, Map<String, Input> input) {
    var known = input.get(name);
    if (known == null) {
      p.problem(
          "There is no input `%s` to limit: %s"
              .formatted(name, Nearest.remedy(name, input.keySet())));
    } else if (!(known.slot().type() instanceof NumberSlot)
        && !(known.slot().type() instanceof MoneySlot)) {
      p.problem("Only a number or money has a limit, and `" + name + "` is neither: remove it.");
    }
    var limits = new EnumMap<Runner, BigDecimal>(Runner.class);
    p.fields()
        .forEach((who, most) -> limits.put(runner(who), most.node().asDecimal(BigDecimal.ZERO)));
    return Collections.unmodifiableMap(limits);
  }

  private static Runner runner(String word) {
    return Runner.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Effort effort(Request request) {
    var timeOut = time(place, "time-out", USUAL_TIME_OUT);
    int retries = place.at("retries").node().asInt(request.isRepeatable() ? 1 : 0);
    var altogether = timeOut.multipliedBy(retries + 1L).plus(PAUSE.multipliedBy(retries));
    if (retries > 0 && !request.isRepeatable()) {
      place
          .at("retries")
          .problem(
              "Asked twice this could be done twice: name the header that prevents it, "
                  + "key: Idempotency-Key, or remove retries.");
    }
    if (altogether.compareTo(LONGEST) > 0) {
      (place.has("time-out") ? place.at("time-out") : place.at("retries"))
          .problem(
              "With its retries this may take %d s, and no customer waits longer than %d: lessen one."
                  .formatted(altogether.toSeconds(), LONGEST.toSeconds()));
    }
    return new Effort(timeOut, retries);
  }

  private Waiting waiting(Place p) {
    var after = time(p, "after", Waiting.USUAL.after());
    var patience = time(p, "patience", Waiting.USUAL.patience());
    if (after.compareTo(patience) >= 0) {
      (p.has("after") ? p.at("after") : p.at("patience"))
          .problem("The word of comfort comes before the end of patience: lessen after.");
    }
    return new Waiting(after, patience, p.find("say").map(texts::text));
  }

  private static Duration time(Place p, String key, Duration usual) {
    return p.find(key).map(time -> CompanyReader.duration(time.text())).orElse(usual);
  }
}
