package dev.sayonce.console;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps cookies and sends the header that the console's page sends. */
final class Browser {

  private final WebTestClient client;
  private final Map<String, ResponseCookie> cookies = new HashMap<>();

  Browser(int port) {
    client = client(port);
  }

  /** A client that keeps nothing; it reads each answer to its end, or Netty would miss buffers. */
  static WebTestClient client(int port) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .filter(ExchangeFilterFunction.ofResponseProcessor(Browser::readToTheEnd))
        .build();
  }

  private static Mono<ClientResponse> readToTheEnd(ClientResponse response) {
    return response
        .bodyToMono(byte[].class)
        .map(DefaultDataBufferFactory.sharedInstance::wrap)
        .map(body -> response.mutate().body(_ -> Flux.just(body)).build())
        .switchIfEmpty(Mono.fromCallable(() -> response.mutate().body("").build()));
  }

  ResponseSpec get(String path) {
    return keep(request(HttpMethod.GET, path).exchange());
  }

  ResponseSpec post(String path, Object body) {
    var request = request(HttpMethod.POST, path);
    var csrf = cookies.get("XSRF-TOKEN");
    if (csrf != null) {
      request.header("X-XSRF-TOKEN", csrf.getValue());
    }
    return keep(request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange());
  }

  ResponseSpec signIn(String login, String password) {
    get("/console/api/me");
    return post("/console/api/sign-in", Map.of("login", login, "password", password));
  }

  /** The cookie as it was set last. */
  ResponseCookie cookie(String name) {
    var cookie = cookies.get(name);
    if (cookie == null) {
      throw new AssertionError("No cookie " + name);
    }
    return cookie;
  }

  private RequestBodySpec request(HttpMethod method, String path) {
    var request = client.method(method).uri(path);
    cookies.values().forEach(cookie -> request.cookie(cookie.getName(), cookie.getValue()));
    return request;
  }

  private ResponseSpec keep(ResponseSpec response) {
    response
        .returnResult()
        .getResponseCookies()
        .forEach((name, values) -> cookies.put(name, values.getLast()));
    return response;
  }
}
