package dev.sayonce.demo;

import dev.sayonce.demo.Shop.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The back end of the sample company on a port of this machine that nobody else can reach, with a
 * switch to make it slow or fail.
 */
final class DemoBackEnd implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DemoBackEnd.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LOCAL = "127.0.0.1";
  private static final Duration TOO_LONG = Duration.ofSeconds(20);

  private final Shop shop = new Shop();
  private final String token;
  private final DisposableServer server;
  private volatile Mood mood = Mood.WELL;

  /**
   * @param port 0 for any that is free
   * @param token by which it knows the gateway
   */
  DemoBackEnd(int port, String token) {
    this.token = token;
    this.server = HttpServer.create().host(LOCAL).port(port).route(this::routes).bindNow();
  }

  private void routes(HttpServerRoutes routes) {
    routes
        .get("/v1/orders/{id}", (q, s) -> answer(q, s, shop.order(id(q))))
        .post("/v1/orders/{id}/cancel", (q, s) -> answer(q, s, shop.cancel(id(q), key(q))))
        .put("/v1/orders/{id}/address", (q, s) -> answer(q, s, shop.move(id(q), key(q))))
        .post("/v1/orders/{id}/refunds", (q, s) -> answer(q, s, shop.note("R-", key(q))))
        .post("/v1/invoices", (q, s) -> answer(q, s, shop.note("F-", key(q))))
        .post("/v1/calls", (q, s) -> answer(q, s, shop.note("T-", key(q))))
        .post("/v1/codes", this::sendCode)
        .post("/v1/faults", (q, s) -> answer(q, s, shop.note("W-", key(q))))
        .get("/switch", (_, s) -> json(s, 200, Map.of("mood", mood.word())))
        .post("/switch/{mood}", this::turn);
  }

  /** No mail leaves this machine: whoever tries the product out finds the code in the log. */
  private Publisher<Void> sendCode(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString()
        .map(JSON::readTree)
        .doOnNext(
            body ->
                log.info(
                    "The sample shop would now mail the one-time code {}",
                    body.path("code").asString("")))
        .flatMap(body -> Mono.from(answer(request, response, shop.code(body))));
  }

  private static String id(HttpServerRequest request) {
    return Optional.ofNullable(request.param("id")).orElse("");
  }

  private static String key(HttpServerRequest request) {
    return Optional.ofNullable(request.requestHeaders().get("Idempotency-Key")).orElse("");
  }

  private Publisher<Void> turn(HttpServerRequest request, HttpServerResponse response) {
    var wanted = Mood.of(Optional.ofNullable(request.param("mood")).orElse(""));
    wanted.ifPresent(m -> mood = m);
    return json(response, wanted.isPresent() ? 200 : 404, Map.of("mood", mood.word()));
  }

  private Publisher<Void> answer(
      HttpServerRequest request, HttpServerResponse response, Reply reply) {
    if (!("Bearer " + token).equals(request.requestHeaders().get("Authorization"))) {
      return json(response, 401, Map.of("error", "who are you?"));
    }
    return switch (mood) {
      case WELL -> json(response, reply.status(), reply.body());
      case SLOW ->
          Mono.delay(TOO_LONG).then(Mono.from(json(response, reply.status(), reply.body())));
      case DOWN -> json(response, 503, Map.of("error", "down"));
      case GARBAGE -> response.sendString(Mono.just("<html><body>Maintenance</body></html>"));
    };
  }

  private static Publisher<Void> json(
      HttpServerResponse response, int status, Map<String, ?> body) {
    return response
        .status(status)
        .header("Content-Type", "application/json")
        .sendString(Mono.just(JSON.writeValueAsString(body)));
  }

  URI url() {
    return URI.create("http://" + LOCAL + ":" + server.port());
  }

  @Override
  public void close() {
    server.disposeNow();
  }
}
