package dev.sayonce.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The sample shop's orders. The last figure of an order's number says how it stands: 0 nobody knows
 * it, 1 and 2 delivered, 3 to 6 on its way, 7 and 8 being packed, 9 lost.
 */
final class Shop {

  /** What it answers. */
  record Reply(int status, Map<String, Object> body) {}

  private static final Reply UNKNOWN = new Reply(404, Map.of("error", "unknown order"));

  private final Map<String, Boolean> cancelled = new ConcurrentHashMap<>();
  private final Map<String, Reply> known = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger(1000);

  Reply order(String id) {
    int figure = figure(id);
    if (cancelled.containsKey(id)) {
      return state("CANCELLED", Map.of());
    }
    return switch (figure) {
      case 0 -> UNKNOWN;
      case 1, 2 -> state("DELIVERED", Map.of("carrier", "DPD"));
      case 3, 4, 5, 6 -> state("SENT", Map.of("carrier", "InPost", "days", 1 + figure % 3));
      case 7, 8 -> state("PACKING", Map.of());
      default -> state("LOST", Map.of());
    };
  }

  private static int figure(String id) {
    return id.isEmpty() ? 0 : Character.digit(id.charAt(id.length() - 1), 10);
  }

  private static Reply state(String state, Map<String, Object> delivery) {
    return new Reply(200, Map.of("state", state, "delivery", delivery));
  }

  /** What is not packed any more can't be cancelled. */
  Reply cancel(String id, String key) {
    return once(
        key,
        () -> {
          int figure = figure(id);
          if (figure == 0) {
            return UNKNOWN;
          }
          if (figure < 7 || figure > 8) {
            return new Reply(409, Map.of("error", "already sent"));
          }
          cancelled.put(id, true);
          return new Reply(200, Map.of("refundDays", 3));
        });
  }

  /** So can't the address of what has left. */
  Reply move(String id, String key) {
    return once(
        key,
        () ->
            switch (figure(id)) {
              case 0 -> UNKNOWN;
              case 7, 8 -> new Reply(200, Map.of("changed", true));
              default -> new Reply(409, Map.of("error", "already sent"));
            });
  }

  /** To the address of whoever made the order. */
  Reply code(JsonNode request) {
    var order = request.path("order").asString("");
    return figure(order) == 0
        ? UNKNOWN
        : new Reply(200, Map.of("customer", "k-" + order, "to", "a•••@example.com"));
  }

  /** Whatever else is taken down gets a number. */
  Reply note(String what, String key) {
    return once(
        key,
        () -> new Reply(200, Map.of("number", what + numbers.incrementAndGet(), "sent", true)));
  }

  /** A request that comes again under its key is the same one. */
  private Reply once(String key, Supplier<Reply> deed) {
    return key.isEmpty() ? deed.get() : known.computeIfAbsent(key, _ -> deed.get());
  }
}
