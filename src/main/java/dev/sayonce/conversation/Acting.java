package dev.sayonce.conversation;

import dev.sayonce.flow.Action;
import dev.sayonce.flow.Action.Input;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.Runner;
import dev.sayonce.flow.slot.SlotType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Has an action of the catalogue run, if whoever wants it may and what it is given fits. Whether it
 * is sent is decided here and nowhere else.
 *
 * @param why in the words of whoever wants it, empty for the bot
 */
record Acting(Draft draft, Actor by, String why) {

  /** Everything else about it would be in order. */
  static final String OVER_LIMIT = "over-limit";

  /** What came of it. */
  sealed interface Begun {

    /** It is being done; the end of it comes as an event. */
    record UnderWay(String call) implements Begun {}

    /** Nothing is sent. */
    record Refused(Failure failure, String reason) implements Begun {}
  }

  /**
   * Begins it.
   *
   * @param values what it is given, by the names of its inputs
   * @param confirmed true if whom it concerns has said yes
   */
  Begun begin(String id, Map<String, Object> values, boolean confirmed) {
    var action = draft.flows().action(id);
    if (action.isEmpty()) { // without a catalogue only a test knows it
      return new Begun.UnderWay(draft.doings().begin(id, values, by, "", why));
    }
    var refused = refusal(action.get(), values, confirmed);
    refused.ifPresent(r -> draft.notice("call-failed", told(id, r)));
    return refused.<Begun>map(r -> r).orElseGet(() -> send(action.get(), values));
  }

  private Begun send(Action action, Map<String, Object> values) {
    var fitting = fitting(action, values);
    return new Begun.UnderWay(
        draft.doings().begin(action.id(), Map.copyOf(fitting), by, shown(action, fitting), why));
  }

  private Map<String, String> told(String action, Begun.Refused refused) {
    var details =
        new HashMap<>(
            Map.of(
                "action", action, "error", refused.failure().word(), "reason", refused.reason()));
    by.describe(details);
    return details;
  }

  /** The values that fit, as they are kept. */
  static Map<String, String> fitting(Action action, Map<String, ?> values) {
    var fitting = new LinkedHashMap<String, String>();
    action
        .input()
        .forEach(
            (name, input) ->
                Optional.<Object>ofNullable(input.oneTimeCode() ? null : values.get(name))
                    .flatMap(v -> normal(input.slot().type(), v))
                    .ifPresent(v -> fitting.put(name, v)));
    return fitting;
  }

  private static Optional<String> normal(SlotType type, Object value) {
    return type.normal(value instanceof Double ? SlotValues.written(value) : value);
  }

  /** Why it may not be sent, if it may not; that it is over a limit comes last. */
  Optional<Begun.Refused> refusal(Action action, Map<String, ?> values, boolean confirmed) {
    var rights = action.rights();
    var fitting = fitting(action, values);
    if (!rights.allows(by.runner())) {
      return notAllowed("not-allowed");
    }
    if (action.input().values().stream().anyMatch(input -> lacks(input, values, fitting))) {
      return notAllowed("no-value");
    }
    if (rights.verified() && draft.identity().isEmpty()) {
      return Optional.of(new Begun.Refused(Failure.NOT_VERIFIED, "not-verified"));
    }
    if (rights.confirmed() && !confirmed) {
      return notAllowed("not-confirmed");
    }
    return isOverLimit(action, fitting, by.runner()) ? notAllowed(OVER_LIMIT) : Optional.empty();
  }

  private static Optional<Begun.Refused> notAllowed(String reason) {
    return Optional.of(new Begun.Refused(Failure.NOT_ALLOWED, reason));
  }

  /** A value that was given and does not fit is as bad as one that is missing. */
  private static boolean lacks(Input input, Map<String, ?> values, Map<String, String> fitting) {
    var name = input.slot().name();
    boolean needed = !input.oneTimeCode() && (!input.optional() || values.containsKey(name));
    return needed && !fitting.containsKey(name);
  }

  /** True if anybody's limits are wide enough for that. */
  static boolean isWithinAnybodysLimit(Action action, Map<String, String> fitting) {
    return Arrays.stream(Runner.values())
        .filter(runner -> runner != Runner.BOT && action.rights().allows(runner))
        .anyMatch(runner -> !isOverLimit(action, fitting, runner));
  }

  private static boolean isOverLimit(Action action, Map<String, String> fitting, Runner runner) {
    return fitting.entrySet().stream()
        .anyMatch(
            e ->
                action
                    .rights()
                    .limit(e.getKey(), runner)
                    .filter(most -> isMore(e.getValue(), most))
                    .isPresent());
  }

  private static boolean isMore(String value, BigDecimal most) {
    return new BigDecimal(value).compareTo(most) > 0;
  }

  static String shown(Action action, Map<String, String> fitting) {
    return fitting.entrySet().stream()
        .map(e -> e.getKey() + ": " + masked(action, e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String masked(Action action, String name, String value) {
    return Optional.ofNullable(action.input().get(name))
        .map(input -> input.slot().masked(value))
        .orElse(value);
  }

  /** What a back end told, as agents may see it. */
  static String shown(Optional<Action> action, Object told) {
    if (action.isEmpty() || !(told instanceof Map<?, ?> values)) {
      return "";
    }
    var shown = new TreeMap<String, String>();
    action
        .get()
        .output()
        .forEach(
            (name, output) ->
                Optional.ofNullable(values.get(name))
                    .ifPresent(
                        v -> shown.put(name, output.sensitive() ? "•••" : SlotValues.written(v))));
    return shown.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
