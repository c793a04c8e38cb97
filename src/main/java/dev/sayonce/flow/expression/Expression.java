package dev.sayonce.flow.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;

/** A condition or computed value, ready to run; safe for use by many threads. */
public final class Expression {

  private final String source;
  private final CelRuntime.Program program;

  Expression(String source, CelRuntime.Program program) {
    this.source = source;
    this.program = program;
  }

  /** What a run came to. */
  public sealed interface Outcome {
    record Value(Object value) implements Outcome {}

    /** A value that it needs is missing, or the values do not fit together. */
    record Failed(String why) implements Outcome {}
  }

  public Outcome run(Map<String, Object> values) {
    try {
      return new Outcome.Value(Values.plain(program.eval(values)));
    } catch (CelEvaluationException | RuntimeException e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()));
    }
  }

  public String source() {
    return source;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression e && e.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
