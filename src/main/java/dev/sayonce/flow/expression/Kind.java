package dev.sayonce.flow.expression;

/** What an expression may count on about a variable or must be itself. */
public enum Kind {
  TEXT,
  NUMBER,
  TRUTH,
  /** Known only when it is run. */
  ANY
}
