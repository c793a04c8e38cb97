package dev.sayonce.action;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where back ends are in this installation, if not where the catalogue says.
 *
 * @param services by the names of the catalogue's files
 */
@ConfigurationProperties("sayonce.actions")
public record ActionsProperties(Map<String, Place> services) {

  public ActionsProperties {
    services = Map.copyOf(Objects.requireNonNullElse(services, Map.of()));
  }

  /**
   * Another place of a back end.
   *
   * @param url what all paths follow; empty: as the catalogue says
   * @param ownNetwork whether its addresses may be private ones; empty: as the catalogue says
   */
  public record Place(Optional<URI> url, Optional<Boolean> ownNetwork) {
    public Place {
      url = Objects.requireNonNullElse(url, Optional.empty());
      ownNetwork = Objects.requireNonNullElse(ownNetwork, Optional.empty());
    }
  }
}
