package dev.sayonce.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayonce.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Where Telegram brings updates, if it does: at a path that nobody else knows, with a secret
 * besides. Both follow from the token, so that every gateway has the same. An update is
 * acknowledged when it is committed; else Telegram brings it again.
 */
final class WebhookDoor {

  private static final Logger log = LoggerFactory.getLogger(WebhookDoor.class);
  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final int CHARACTERS = 40;

  /** Telegram waits a minute. */
  private static final Duration WITHIN = Duration.ofSeconds(50);

  private static final String PLACE = "/telegram/";

  private final String path;
  private final String secret;
  private final Arrivals arrivals;

  WebhookDoor(TelegramProperties properties, Arrivals arrivals) {
    this.path = PLACE + derived("path", properties);
    this.secret = derived("secret", properties);
    this.arrivals = arrivals;
  }

  private static String derived(String what, TelegramProperties properties) {
    return Sha256.hex("webhook " + what + ":" + properties.token()).substring(0, CHARACTERS);
  }

  String path() {
    return path;
  }

  String secret() {
    return secret;
  }

  RouterFunction<ServerResponse> routes() {
    // figures and traces of requests name the pattern, which must not be the path itself
    return RouterFunctions.route(
        RequestPredicates.POST(PLACE + "{door}").and(request -> request.path().equals(path)),
        this::receive);
  }

  private Mono<ServerResponse> receive(ServerRequest request) {
    return isTelegram(request)
        ? request
            .bodyToMono(byte[].class)
            .defaultIfEmpty(new byte[0])
            .flatMap(body -> read(body).map(this::take).orElseGet(WebhookDoor::pointless))
        : ServerResponse.status(HttpStatus.NOT_FOUND).build();
  }

  private boolean isTelegram(ServerRequest request) {
    var shown = Optional.ofNullable(request.headers().firstHeader(HEADER)).orElse("");
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<JsonNode> read(byte[] body) {
    try {
      return Optional.ofNullable(Telegram.JSON.readTree(body)).filter(n -> n.has("update_id"));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Mono<ServerResponse> take(JsonNode update) {
    return arrivals
        .take(update)
        .timeout(WITHIN)
        .then(Mono.defer(() -> ServerResponse.ok().build()))
        .onErrorResume(
            e -> {
              log.warn("An update was not taken; Telegram brings it again: {}", e.toString());
              return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
            });
  }

  /** What is no update now will be none the next time. */
  private static Mono<ServerResponse> pointless() {
    log.warn("Something that is no update came to the webhook");
    return ServerResponse.ok().build();
  }
}
