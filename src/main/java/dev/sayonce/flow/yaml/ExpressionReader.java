package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Operand;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.expression.Expression;
import dev.sayonce.flow.expression.ExpressionCompiler;
import dev.sayonce.flow.expression.ExpressionCompiler.Compiled;
import dev.sayonce.flow.expression.ExpressionCompiler.Mistake;
import dev.sayonce.flow.expression.Kind;
import dev.sayonce.flow.slot.MoneySlot;
import dev.sayonce.flow.slot.NumberSlot;
import dev.sayonce.flow.slot.YesNoSlot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the conditions and values of one flow's steps. */
final class ExpressionReader {

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(\\w+)'");
  private static final Pattern OVERLOAD =
      Pattern.compile(
          "found no matching overload for '_?(.+?)_?' applied to '\\((.*?)\\)'.*", Pattern.DOTALL);

  private static final Pattern MISPLACED =
      Pattern.compile("(?:mismatched|extraneous|no viable alternative at) input '(.+?)'");

  private final Map<String, Kind> variables = new HashMap<>();
  // Making a compiler takes a while, and most flows compute nothing.
  private final Supplier<ExpressionCompiler> compiler;

  ExpressionReader(Map<String, Slot> slots, Set<String> results) {
    slots.forEach((name, slot) -> variables.put(name, kind(slot)));
    results.forEach(name -> variables.putIfAbsent(name, Kind.ANY));
    ExpressionCompiler.names().forEach(variables::remove);
    compiler = new Once(variables);
  }

  private static final class Once implements Supplier<ExpressionCompiler> {
    private final Map<String, Kind> variables;
    private Optional<ExpressionCompiler> made = Optional.empty();

    Once(Map<String, Kind> variables) {
      this.variables = variables;
    }

    @Override
    public ExpressionCompiler get() {
      if (made.isEmpty()) {
        made = Optional.of(new ExpressionCompiler(variables));
      }
      return made.get();
    }
  }

  private static Kind kind(Slot slot) {
    return switch (slot.type()) {
      case NumberSlot _, MoneySlot _ -> Kind.NUMBER;
      case YesNoSlot _ -> Kind.TRUTH;
      default -> Kind.TEXT;
    };
  }

  /** Empty if it can't be read; then problems say why. */
  Optional<Expression> condition(Place place) {
    int from = begin(place.text());
    return take(place, from, compiler.get().condition(place.text().substring(from)));
  }

  Operand operand(Place place) {
    var node = place.node();
    if (node.isBoolean()) {
      return new Operand.Plain(node.booleanValue());
    }
    if (node.isNumber()) {
      return new Operand.Plain(node.doubleValue());
    }
    return place.text().startsWith("=") ? computed(place) : new Operand.Written(place.text());
  }

  private Operand computed(Place place) {
    int from = begin(place.text());
    return take(place, from, compiler.get().value(place.text().substring(from)))
        .<Operand>map(Operand.Computed::new)
        .orElseGet(() -> new Operand.Written(""));
  }

  /** Where the expression begins: after the sign that marks a computed value. */
  private static int begin(String text) {
    int at = text.startsWith("=") ? 1 : 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private Optional<Expression> take(Place place, int from, Compiled compiled) {
    return switch (compiled) {
      case Compiled.Good(var expression) -> Optional.of(expression);
      case Compiled.Bad(var mistakes) -> {
        var habit = Habits.in(place.text(), from);
        habit.ifPresentOrElse(
            h -> place.problem(h.at(), h.remedy()),
            () -> mistakes.forEach(m -> place.problem(index(place.text(), from, m), sentence(m))));
        yield Optional.empty();
      }
    };
  }

  private static int index(String text, int from, Mistake mistake) {
    int at = from;
    for (int line = 1; line < mistake.line() && text.indexOf('\n', at) >= 0; line++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + mistake.column() - 1;
  }

  private String sentence(Mistake mistake) {
    var unknown = UNDECLARED.matcher(mistake.what());
    if (unknown.find()) {
      var name = unknown.group(1);
      var known = new TreeSet<>(variables.keySet());
      known.addAll(ExpressionCompiler.names());
      return "No slot and no result is called `%s`: %s"
          .formatted(name, Nearest.remedy(name, known));
    }
    var types = OVERLOAD.matcher(mistake.what());
    if (types.matches()) {
      return "`%s` can't be used with %s: compare or compute what is of one kind%s"
          .formatted(types.group(1), kinds(types.group(2)), hint(types.group(2)));
    }
    if (mistake.what().startsWith("expected type 'bool'")) {
      return "This is neither true nor false: write a comparison, like parcels > 1.";
    }
    var misplaced = MISPLACED.matcher(mistake.what());
    if (mistake.what().contains("missing ')'")) {
      return "A bracket is opened and not closed: add the closing one.";
    }
    if (misplaced.find()) {
      return misplaced.group(1).equals("<EOF>")
          ? "The expression ends too early: finish it."
          : "`%s` can't stand here: correct the expression.".formatted(misplaced.group(1));
    }
    return "The expression can't be read (%s): correct it.".formatted(firstLine(mistake.what()));
  }

  private static String hint(String types) {
    if (types.contains("bool") && types.contains("string")) {
      return "; what is true or false stands alone, like received or !received.";
    }
    return types.contains("double") && types.contains("int")
        ? "; write whole numbers as 2.0 in sums."
        : ".";
  }

  private static String kinds(String types) {
    return java.util.Arrays.stream(types.split(", "))
        .map(ExpressionReader::inWords)
        .collect(Collectors.joining(" and "));
  }

  private static String inWords(String type) {
    return switch (type) {
      case "string" -> "a text";
      case "double", "int", "uint" -> "a number";
      case "bool" -> "true or false";
      default -> type;
    };
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
