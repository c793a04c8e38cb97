package dev.sayonce.tracing;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a step of a trace is called and what is said of it.
 *
 * @param ids what log lines and all steps within it say too, like {@code conversation}
 * @param attributes what this step alone says
 * @param learned what its result tells
 * @param outside true if another system does it
 */
public record Step<T>(
    String name,
    Map<String, String> ids,
    Map<String, String> attributes,
    Function<T, Map<String, String>> learned,
    boolean outside) {

  public static <T> Step<T> of(String name) {
    return new Step<>(name, Map.of(), Map.of(), _ -> Map.of(), false);
  }

  public Step<T> id(String name, String value) {
    return new Step<>(this.name, with(ids, name, value), attributes, learned, outside);
  }

  public Step<T> with(String name, String value) {
    return new Step<>(this.name, ids, with(attributes, name, value), learned, outside);
  }

  public Step<T> learn(Function<T, Map<String, String>> told) {
    return new Step<>(name, ids, attributes, told, outside);
  }

  /** Another system does it. */
  public Step<T> elsewhere() {
    return new Step<>(name, ids, attributes, learned, true);
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    var more = new HashMap<>(map);
    more.put(name, value);
    return more;
  }
}
