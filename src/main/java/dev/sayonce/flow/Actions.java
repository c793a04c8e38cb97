package dev.sayonce.flow;

import java.util.Map;
import java.util.Optional;

/** The catalogue: all back ends and what may be asked of them, by their ids. */
public record Actions(Map<String, Service> services, Map<String, Action> byId) {

  public static final Actions NONE = new Actions(Map.of(), Map.of());

  public Optional<Action> action(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Service> service(String id) {
    return Optional.ofNullable(services.get(id));
  }
}
