package dev.sayonce.flow;

import dev.sayonce.flow.expression.Expression;

/** A value that a step works with: computed, written with values in it, or plain. */
public sealed interface Operand {

  /** {@code = size(order.parcels)}. */
  record Computed(Expression expression) implements Operand {}

  /** A text with values in braces. */
  record Written(String text) implements Operand {}

  /** A number, true or false. */
  record Plain(Object value) implements Operand {}
}
