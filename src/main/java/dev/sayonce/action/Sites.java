package dev.sayonce.action;

import dev.sayonce.flow.Service;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Where each back end is here, and the secrets by which it knows us. */
final class Sites {

  /**
   * The place of a back end.
   *
   * @param ownNetwork whether its addresses may be private ones
   */
  record Site(URI url, boolean ownNetwork) {}

  private final ActionsProperties properties;
  private final List<OwnBackEnd> own;
  private final Environment environment;

  Sites(ActionsProperties properties, List<OwnBackEnd> own, Environment environment) {
    this.properties = properties;
    this.own = List.copyOf(own);
    this.environment = environment;
  }

  /** As this installation says, else our own in its stead, else as the catalogue says. */
  Site of(Service service) {
    var place = Optional.ofNullable(properties.services().get(service.id()));
    var url = place.flatMap(ActionsProperties.Place::url);
    var instead = url.isEmpty() ? own(service) : Optional.<OwnBackEnd>empty();
    return new Site(
        url.or(() -> instead.map(OwnBackEnd::url)).orElse(service.url()),
        instead.isPresent()
            || place.flatMap(ActionsProperties.Place::ownNetwork).orElse(service.ownNetwork()));
  }

  /** Never written anywhere but into the request. */
  Optional<String> secret(Service service, String name) {
    return Optional.ofNullable(environment.getProperty(name))
        .or(() -> own(service).map(o -> o.secrets().get(name)))
        .filter(secret -> !secret.isBlank());
  }

  private Optional<OwnBackEnd> own(Service service) {
    return own.stream().filter(o -> o.service().equals(service.id())).findFirst();
  }
}
