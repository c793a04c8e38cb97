package dev.sayonce.conversation;

import dev.sayonce.flow.Operand;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.expression.Expression;
import dev.sayonce.flow.expression.Expression.Outcome;
import dev.sayonce.flow.template.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions and computed values of a step. What fails counts as not so or not known, and agents
 * see why.
 *
 * @param where the step, for agents
 */
record Operands(Draft draft, SlotValues values, String where) {

  /** The first way that is open. */
  Optional<Step.Way> way(Step.Branch branch) {
    return branch.ways().stream()
        .filter(way -> way.condition().map(this::holds).orElse(true))
        .findFirst();
  }

  private boolean holds(Expression condition) {
    return computed(condition).filter(Boolean.TRUE::equals).isPresent();
  }

  private Optional<Object> computed(Expression expression) {
    return switch (expression.run(values.all())) {
      case Outcome.Value(var value) -> Optional.of(value);
      case Outcome.Failed(var why) -> {
        draft.notice(
            "not-computed", Map.of("expression", expression.source(), "step", where, "why", why));
        yield Optional.empty();
      }
    };
  }

  private Optional<Object> value(Operand operand) {
    return switch (operand) {
      case Operand.Computed(var expression) -> computed(expression);
      case Operand.Written(var text) ->
          Optional.of(Template.render(text, draft.language().locale(), values.plain()));
      case Operand.Plain(var value) -> Optional.of(value);
    };
  }

  /** The values by name; what can't be computed is left out. */
  Map<String, Object> all(Map<String, Operand> operands) {
    var all = new HashMap<String, Object>();
    operands.forEach((name, operand) -> value(operand).ifPresent(v -> all.put(name, v)));
    return all;
  }

  void set(Step.Set set) {
    set.values().forEach(this::set);
  }

  /** A value that can't be computed or does not fit its slot leaves the slot unknown. */
  private void set(String slot, Optional<Operand> operand) {
    var fitting =
        operand
            .flatMap(this::value)
            .flatMap(
                v -> draft.flows().slot(slot).map(Slot::type).flatMap(t -> t.normal(plain(v))));
    fitting.ifPresentOrElse(value -> draft.learn(slot, value), () -> draft.memory().forget(slot));
  }

  private static Object plain(Object value) {
    return value instanceof Double ? SlotValues.written(value) : value;
  }
}
