package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Action;
import dev.sayonce.flow.Actions;
import dev.sayonce.flow.Service;
import dev.sayonce.flow.Service.Care;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the files of actions/: one back end each, with what it may be asked for. */
final class ActionsReader {

  private static final URI NOWHERE = URI.create("https://nowhere.invalid");
  private static final int USUAL_LARGEST = 64;
  private static final int KILOBYTE = 1024;

  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Map<String, Action> actions = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  void add(Place top, Scope scope) {
    var service = service(top);
    services.put(service.id(), service);
    top.at("actions").fields().forEach((id, place) -> add(id, place, service, scope));
  }

  private void add(String id, Place place, Service service, Scope scope) {
    var first = places.putIfAbsent(id, place);
    if (first == null) {
      actions.put(id, new ActionReader(id, place, service.id(), scope).read());
    } else {
      place.problem(
          "There is an action `%s` already, in %s line %d: rename one."
              .formatted(id, first.file().path(), first.line()));
    }
  }

  private static Service service(Place top) {
    var fill = new FillableReader(Set.of());
    return new Service(
        FileKind.id(top.file().path()),
        url(top.at("url")),
        top.at("own-network").node().asBoolean(false),
        fill.headers(top.at("headers")),
        top.at("largest").node().asInt(USUAL_LARGEST) * KILOBYTE,
        care(top));
  }

  private static Care care(Place top) {
    var usual = Care.USUAL;
    var breaker = top.at("breaker");
    return new Care(
        top.at("at-once").node().asInt(usual.atOnce()),
        top.at("per-second").node().asInt(usual.perSecond()),
        breaker.at("failures").node().asInt(usual.failures()),
        breaker.at("of").node().asInt(usual.of()),
        breaker
            .find("open-for")
            .map(p -> CompanyReader.duration(p.text()))
            .orElse(usual.openFor()));
  }

  /** Who is asked is fixed here: nothing that a customer wrote may have a part in it. */
  private static URI url(Place place) {
    var blank = Optional.of(place.text().indexOf('{')).filter(at -> at >= 0);
    if (blank.isPresent()) {
      place.problem(
          blank.get(),
          "Nothing may be filled in here, or customers could say who is asked: write the address.");
      return NOWHERE;
    }
    try {
      return checked(place, new URI(place.text()));
    } catch (URISyntaxException e) {
      place.problem(
          Math.max(0, e.getIndex()), "This is no address: write https://api.example.com.");
      return NOWHERE;
    }
  }

  private static URI checked(Place place, URI url) {
    var scheme = String.valueOf(url.getScheme());
    boolean known = scheme.equals("https") || scheme.equals("http");
    if (!known || url.getHost() == null) {
      place.problem("This is no address of a back end: write one like https://api.example.com/v1.");
      return NOWHERE;
    }
    if (url.getRawUserInfo() != null) {
      place.problem("Names and passwords are secrets: put them in a header, ${env.SHOP_KEY}.");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      place.problem("What follows a ? or # belongs to each action, under query: remove it here.");
    }
    return url;
  }

  Actions actions() {
    return new Actions(Collections.unmodifiableMap(services), Collections.unmodifiableMap(actions));
  }
}
