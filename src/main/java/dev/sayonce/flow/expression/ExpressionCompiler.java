package dev.sayonce.flow.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles the expressions of one flow, which all know the same names. */
public final class ExpressionCompiler {

  /** All slots by name, for {@code has(slots.orderNumber)}. */
  public static final String SLOTS = "slots";

  /** The day by the company's clock, as {@code 2026-05-03}. */
  public static final String TODAY = "today";

  /** The time by the company's clock, as {@code 14:30}. */
  public static final String NOW = "now";

  /** The customer's language, as {@code pl}. */
  public static final String LANGUAGE = "language";

  private static final CelOptions LIMITS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(1000)
          .maxParseRecursionDepth(50)
          .comprehensionMaxIterations(1000)
          .build();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(LIMITS).build();

  private final CelCompiler truths;
  private final CelCompiler anything;

  /** What came of compiling. */
  public sealed interface Compiled {
    record Good(Expression expression) implements Compiled {}

    record Bad(List<Mistake> mistakes) implements Compiled {}
  }

  /**
   * What is wrong and where.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Mistake(int line, int column, String what) {}

  /**
   * @param variables the names that expressions may use, besides {@link #names}
   */
  public ExpressionCompiler(Map<String, Kind> variables) {
    this.truths = compiler(variables, SimpleType.BOOL);
    this.anything = compiler(variables, SimpleType.DYN);
  }

  /** The names that every expression knows. */
  public static Set<String> names() {
    return Set.of(SLOTS, TODAY, NOW, LANGUAGE);
  }

  private static CelCompiler compiler(Map<String, Kind> variables, CelType result) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(LIMITS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(SLOTS, MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar(TODAY, SimpleType.STRING)
            .addVar(NOW, SimpleType.STRING)
            .addVar(LANGUAGE, SimpleType.STRING)
            .setResultType(result);
    variables.forEach((name, kind) -> builder.addVar(name, type(kind)));
    return builder.build();
  }

  private static CelType type(Kind kind) {
    return switch (kind) {
      case TEXT -> SimpleType.STRING;
      case NUMBER -> SimpleType.DOUBLE;
      case TRUTH -> SimpleType.BOOL;
      case ANY -> SimpleType.DYN;
    };
  }

  /** An expression that is true or false. */
  public Compiled condition(String source) {
    return compile(truths, source);
  }

  /** An expression of any value. */
  public Compiled value(String source) {
    return compile(anything, source);
  }

  private static Compiled compile(CelCompiler compiler, String source) {
    try {
      var ast = compiler.compile(source).getAst();
      return new Compiled.Good(new Expression(source, RUNTIME.createProgram(ast)));
    } catch (CelValidationException e) {
      return new Compiled.Bad(e.getErrors().stream().map(ExpressionCompiler::mistake).toList());
    } catch (CelEvaluationException | RuntimeException e) {
      return new Compiled.Bad(List.of(new Mistake(1, 1, String.valueOf(e.getMessage()))));
    }
  }

  private static Mistake mistake(CelIssue issue) {
    var at = issue.getSourceLocation();
    return new Mistake(
        Math.max(1, at.getLine()), Math.max(1, at.getColumn() + 1), issue.getMessage());
  }
}
