package dev.sayonce.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a back end told, held against what the catalogue says that it tells. */
public sealed interface Told {

  /** The values by the names of the outputs, as flows use them. */
  record Good(Map<String, Object> values) implements Told {}

  /**
   * It makes no sense.
   *
   * @param output the first one that is missing or of another type
   */
  record Bad(String output) implements Told {}

  /**
   * Takes of an answer what the action names; what else stands in it is ignored.
   *
   * @param find the value of an output in the answer, empty if it is not there
   */
  static Told of(Action action, Function<Action.Output, Optional<Object>> find) {
    var values = new LinkedHashMap<String, Object>();
    for (var output : action.output().values()) {
      var found = find.apply(output);
      var value = found.flatMap(output.type()::normal).map(output.type()::value);
      if (value.isEmpty() && (found.isPresent() || !output.optional())) {
        return new Bad(output.name());
      }
      value.ifPresent(v -> values.put(output.name(), v));
    }
    return new Good(values);
  }
}
