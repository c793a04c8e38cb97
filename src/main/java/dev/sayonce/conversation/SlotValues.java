package dev.sayonce.conversation;

import dev.sayonce.flow.expression.ExpressionCompiler;
import dev.sayonce.flow.template.TemplateValues;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What texts, conditions and calls of a flow may name: known slots and the results of calls. */
record SlotValues(Draft draft, Map<String, Object> results) implements TemplateValues {

  @Override
  public Optional<String> shown(String name, Locale locale) {
    return draft
        .memory()
        .known(name)
        .map(value -> slotShown(name, value))
        .or(() -> result(name).map(value -> written(value)));
  }

  private String slotShown(String name, String value) {
    return draft.flows().label(name, value).map(l -> l.in(draft.language())).orElse(value);
  }

  @Override
  public Optional<Object> raw(String name) {
    return draft.memory().known(name).map(value -> typed(name, value)).or(() -> result(name));
  }

  private Object typed(String name, String value) {
    return draft.flows().slot(name).map(slot -> slot.type().value(value)).orElse(value);
  }

  /** A result, or by dots a part of one. */
  private Optional<Object> result(String name) {
    Object value = results;
    for (var part : name.split("\\.")) {
      if (!(value instanceof Map<?, ?> map) || !map.containsKey(part)) {
        return Optional.empty();
      }
      value = map.get(part);
    }
    return Optional.of(value);
  }

  /** A whole number without the decimals that computing gave it. */
  static String written(Object value) {
    return value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15
        ? Long.toString(d.longValue())
        : value.toString();
  }

  /** As a step passes it on: kept values, not labels. */
  TemplateValues plain() {
    return new TemplateValues() {
      @Override
      public Optional<String> shown(String name, Locale locale) {
        return draft.memory().known(name).or(() -> result(name).map(SlotValues::written));
      }

      @Override
      public Optional<Object> raw(String name) {
        return SlotValues.this.raw(name);
      }
    };
  }

  /** Everything that an expression may name. */
  Map<String, Object> all() {
    var known = new HashMap<String, Object>();
    draft.memory().slots().keySet().forEach(n -> raw(n).ifPresent(value -> known.put(n, value)));
    var all = new HashMap<>(known);
    all.putAll(results);
    all.put(ExpressionCompiler.SLOTS, known);
    var local = draft.now().atZone(draft.flows().company().zone());
    all.put(ExpressionCompiler.TODAY, local.toLocalDate().toString());
    all.put(ExpressionCompiler.NOW, minutes(local.toLocalTime()));
    all.put(ExpressionCompiler.LANGUAGE, draft.language().code());
    return all;
  }

  private static String minutes(LocalTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
