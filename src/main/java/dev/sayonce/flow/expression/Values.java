package dev.sayonce.flow.expression;

import com.google.common.primitives.UnsignedLong;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that conversations keep: texts, longs, doubles, true, false, lists and maps of these;
 * nothing else, and not too much of it.
 */
public final class Values {

  private static final int MOST_ITEMS = 200;
  private static final int DEEPEST = 8;

  private static final int MOST_CHARACTERS = 16_000;

  private int left = MOST_CHARACTERS;

  private Values() {}

  /**
   * The same value in the types above.
   *
   * @throws IllegalArgumentException if it is too large, too deep or of another kind
   */
  public static Object plain(Object value) {
    return new Values().plain(value, 0);
  }

  /** The same value in the types above; empty if it is too large, too deep or of another kind. */
  public static Optional<Object> kept(Object value) {
    try {
      return Optional.of(plain(value));
    } catch (IllegalArgumentException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private Object plain(Object value, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("a value is nested too deep");
    }
    return switch (value) {
      case Boolean b -> b;
      case String s -> text(s);
      case UnsignedLong u -> u.longValue();
      case Integer i -> i.longValue();
      case Long l -> l;
      case Short s -> s.longValue();
      case Float f -> f.doubleValue();
      case Double d -> d;
      case BigDecimal d -> d.doubleValue();
      case BigInteger i -> i.longValueExact();
      case Optional<?> o when o.isPresent() -> plain(o.get(), depth);
      case List<?> list when list.size() <= MOST_ITEMS ->
          list.stream().map(item -> plain(item, depth + 1)).toList();
      case Map<?, ?> map when map.size() <= MOST_ITEMS -> map(map, depth);
      default ->
          throw new IllegalArgumentException(
              "a value of this kind or size can't be kept: " + value.getClass().getSimpleName());
    };
  }

  private String text(String text) {
    left -= text.length();
    if (left < 0) {
      throw new IllegalArgumentException("a value is too large");
    }
    return text;
  }

  /** What is null stays away: it is not known. */
  private Map<String, Object> map(Map<?, ?> map, int depth) {
    var plain = new LinkedHashMap<String, Object>();
    map.forEach(
        (key, item) -> {
          if (item != null) {
            plain.put(text(key.toString()), plain(item, depth + 1));
          }
        });
    return Map.copyOf(plain);
  }
}
