package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Action;
import dev.sayonce.flow.Action.Input;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.Operand;
import dev.sayonce.flow.Runner;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.Step.Call;
import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.EmailSlot;
import dev.sayonce.flow.slot.MoneySlot;
import dev.sayonce.flow.slot.NumberSlot;
import dev.sayonce.flow.slot.PhoneSlot;
import dev.sayonce.flow.slot.ReachSlot;
import dev.sayonce.flow.slot.SlotType;
import dev.sayonce.flow.slot.TextSlot;
import dev.sayonce.flow.slot.YesNoSlot;
import dev.sayonce.flow.template.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Binds a call, and holds it against what the catalogue says of the action. */
final class CallReader {

  private static final Pattern ONE_VALUE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

  private final Place step;
  private final Map<String, Slot> slots;
  private final Scope scope;
  private final ExpressionReader expressions;

  CallReader(Place step, Map<String, Slot> slots, Scope scope, ExpressionReader expressions) {
    this.step = step;
    this.slots = slots;
    this.scope = scope;
    this.expressions = expressions;
  }

  Call read(Optional<String> id) {
    var call = read(id, "call");
    scope
        .actions()
        .action(call.action())
        .filter(action -> action.codeInput().isPresent())
        .ifPresent(
            _ ->
                step.at("call")
                    .problem(
                        "`%s` sends a one-time code: write prove: %s, which asks for it too."
                            .formatted(call.action(), call.action())));
    return call;
  }

  /** Of a step that proves who the customer is. */
  Call prove(Optional<String> id) {
    var call = read(id, "prove");
    scope
        .actions()
        .action(call.action())
        .filter(action -> action.codeInput().isEmpty())
        .ifPresent(
            _ ->
                step.at("prove")
                    .problem(
                        "`%s` sends no one-time code: mark the input for it, one-time-code: true."
                            .formatted(call.action())));
    return call;
  }

  private Call read(Optional<String> id, String key) {
    var with = new LinkedHashMap<String, Operand>();
    step.at("with").fields().forEach((name, p) -> with.put(name, expressions.operand(p)));
    var call =
        new Call(
            id,
            step.at(key).text(),
            Collections.unmodifiableMap(with),
            step.find("as").map(this::result),
            step.find("confirmed").map(this::yesNo),
            onError(step));
    scope.checkAction(step.at(key));
    scope.actions().action(call.action()).ifPresent(action -> check(call, action, step.at(key)));
    return call;
  }

  /** The ways after a failure; a step alone is for all of them. */
  private static Map<String, String> onError(Place step) {
    var place = step.at("on-error");
    var ways = new LinkedHashMap<String, String>();
    if (place.node().isString()) {
      ways.put(Call.ELSE, place.text());
    }
    place.fields().forEach((failure, target) -> ways.put(failure, target.text()));
    return Collections.unmodifiableMap(ways);
  }

  private String result(Place place) {
    if (slots.containsKey(place.text())) {
      place.problem(
          "There is a slot `%s` already: name the result otherwise.".formatted(place.text()));
    }
    return place.text();
  }

  private String yesNo(Place place) {
    var slot = Optional.ofNullable(slots.get(place.text()));
    if (slot.filter(s -> s.type() instanceof YesNoSlot).isEmpty()) {
      place.problem(
          "There is no slot `%s` of the type yes-no in this flow: ask for one before."
              .formatted(place.text()));
    }
    return place.text();
  }

  private void check(Call call, Action action, Place name) {
    if (!action.rights().allows(Runner.BOT)) {
      name.problem(
          "The bot may not run `%s`: put bot under allowed: in the catalogue, or hand over."
              .formatted(action.id()));
    }
    if (action.rights().confirmed() && call.confirmed().isEmpty()) {
      name.problem(
          "`%s` needs the customer's yes: ask for a yes-no slot and name it, confirmed: sure."
              .formatted(action.id()));
    }
    checkInputs(action, name);
    checkFailures(action);
  }

  private void checkInputs(Action action, Place name) {
    var given = step.at("with").fields();
    action.input().values().stream()
        .filter(input -> !input.optional() && !input.oneTimeCode())
        .filter(input -> !given.containsKey(input.slot().name()))
        .forEach(
            input ->
                name.problem(
                    "`%s` is not told its `%s`: add it under with:."
                        .formatted(action.id(), input.slot().name())));
    given.forEach(
        (input, place) ->
            Optional.ofNullable(action.input().get(input))
                .filter(known -> !known.oneTimeCode())
                .ifPresentOrElse(
                    known -> checkValue(place, known),
                    () ->
                        place.problem(
                            "`%s` takes no `%s`: %s"
                                .formatted(
                                    action.id(),
                                    input,
                                    Nearest.remedy(input, action.input().keySet())))));
  }

  private void checkValue(Place place, Input input) {
    if (place.text().startsWith("=")) {
      return; // only its result tells
    }
    var one = ONE_VALUE.matcher(place.text());
    if (one.matches()) {
      Optional.ofNullable(slots.get(one.group(1)))
          .filter(slot -> !fits(slot.type(), input.slot().type()))
          .ifPresent(slot -> tell(place, "The slot `" + slot.name() + "`", input));
    } else if (Template.isPlain(place.text())
        && input.slot().type().normal(plain(place)).isEmpty()) {
      tell(place, "This", input);
    }
  }

  private static Object plain(Place place) {
    return place.node().isString() ? place.text() : place.node().asString("");
  }

  private static void tell(Place place, String what, Input input) {
    place.problem(
        "%s does not fit the input `%s`, which is %s: give it what fits, or change the catalogue."
            .formatted(what, input.slot().name(), inWords(input.slot().type())));
  }

  static String inWords(SlotType type) {
    var name = type.getClass().getSimpleName().replace("Slot", "");
    return "of the type "
        + (type instanceof YesNoSlot ? "yes-no" : name.toLowerCase(java.util.Locale.ROOT));
  }

  private static boolean fits(SlotType from, SlotType to) {
    return switch (to) {
      case TextSlot _ -> true;
      case NumberSlot _, MoneySlot _ -> from instanceof NumberSlot || from instanceof MoneySlot;
      case ReachSlot _ ->
          from instanceof ReachSlot || from instanceof EmailSlot || from instanceof PhoneSlot;
      case ChoiceSlot choice ->
          from instanceof ChoiceSlot other
              && other.options().stream().allMatch(o -> choice.option(o.id()).isPresent());
      default -> from.getClass().equals(to.getClass());
    };
  }

  private void checkFailures(Action action) {
    var known = new TreeSet<>(action.refusals().values());
    Stream.of(Failure.values()).map(Failure::word).forEach(known::add);
    known.add(Call.ELSE);
    step.at("on-error")
        .fields()
        .forEach(
            (failure, place) -> {
              if (!known.contains(failure)) {
                place.problem(
                    "`%s` never fails for `%s`: %s"
                        .formatted(action.id(), failure, Nearest.remedy(failure, known)));
              }
            });
  }

  /** Whether a flow's results of that name are told by the catalogue, and what they have. */
  static Optional<Set<String>> outputs(Place flow, String result, Scope scope) {
    var actions =
        flow.at("steps").items().stream()
            .filter(step -> step.at("as").text().equals(result))
            .map(step -> scope.actions().action(step.at("call").text()))
            .toList();
    return actions.isEmpty() || actions.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            actions.stream()
                .flatMap(a -> a.orElseThrow().output().keySet().stream())
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
  }
}
