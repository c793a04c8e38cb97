package dev.sayonce.platform;

import dev.sayonce.attachment.FileRefused;
import dev.sayonce.channel.web.ChatRefusal;
import dev.sayonce.engine.Busy;
import dev.sayonce.redis.RedisOutage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where errors become answers: problem details (RFC 9457) with a stable {@code code}.
 * It stands before Boot's own handler, and also sees what filters throw.
 */
@Component
@Order(-2)
final class Problems implements ErrorWebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long OUTAGE_SECONDS = 2;

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    return exchange.getResponse().isCommitted()
        ? Mono.error(failure)
        : answer(exchange, refusal(exchange, failure));
  }

  Mono<Void> answer(ServerWebExchange exchange, Refusal refusal) {
    var response = exchange.getResponse();
    response.setStatusCode(refusal.status());
    response.getHeaders().clearContentHeaders();
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (refusal.details().get("retryAfter") instanceof Long seconds) {
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
    var body = response.bufferFactory().wrap(JSON.writeValueAsBytes(body(refusal)));
    return response.writeWith(Mono.just(body));
  }

  private static LinkedHashMap<String, Object> body(Refusal refusal) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "about:blank");
    body.put("title", refusal.status().getReasonPhrase());
    body.put("status", refusal.status().value());
    body.put("detail", refusal.detail());
    body.put("code", refusal.code());
    body.putAll(refusal.details());
    return body;
  }

  private static Refusal refusal(ServerWebExchange exchange, Throwable failure) {
    return switch (failure) {
      case Refusal refusal -> refusal;
      case ChatRefusal chat -> chat(chat);
      case FileRefused refused -> file(refused);
      case ErrorResponse known -> known(known, exchange, failure);
      case Busy _, RejectedExecutionException _ -> unavailable("Too many requests wait already.");
      case Throwable _ when RedisOutage.caused(failure) -> unavailable("Storage does not answer.");
      default -> internal(exchange, failure);
    };
  }

  private static Refusal chat(ChatRefusal chat) {
    var refusal = new Refusal(chat.status(), chat.code(), chat.detail());
    return chat.retryAfter().isPresent()
        ? refusal.retryAfter(chat.retryAfter().getAsLong())
        : refusal;
  }

  private static Refusal file(FileRefused refused) {
    var refusal =
        switch (refused.why()) {
          case TOO_LARGE ->
              new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The file is too large.");
          case TYPE ->
              new Refusal(
                  HttpStatus.UNSUPPORTED_MEDIA_TYPE, "type", "Files of this type are not taken.");
          case MISMATCH ->
              new Refusal(
                      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                      "type",
                      "Content, type and name of the file do not belong together.")
                  .with("reason", "mismatch");
          case EMPTY -> new Refusal(HttpStatus.BAD_REQUEST, "empty", "The file is empty.");
          case TOO_FAST ->
              new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-fast", "Too many files for now.");
          case UNAVAILABLE ->
              new Refusal(
                  HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The file can't be taken now.");
          case MALFORMED ->
              new Refusal(
                  HttpStatus.BAD_REQUEST,
                  "malformed",
                  "Send X-Client-Id: 8 to 64 letters, digits and hyphens.");
          case UNKNOWN ->
              new Refusal(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
        };
    return refused.retryAfter().map(t -> refusal.retryAfter(seconds(t))).orElse(refusal);
  }

  private static long seconds(Duration time) {
    return Math.max(1, time.plusMillis(999).toSeconds());
  }

  private static Refusal unavailable(String detail) {
    return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail)
        .retryAfter(OUTAGE_SECONDS);
  }

  /** What Spring itself refuses; its own words may quote the request and stay here. */
  private static Refusal known(ErrorResponse known, ServerWebExchange exchange, Throwable failure) {
    var status = HttpStatus.resolve(known.getStatusCode().value());
    return switch (status) {
      case null -> internal(exchange, failure);
      case BAD_REQUEST ->
          new Refusal(status, "malformed", "The request is not what this address reads.");
      case NOT_FOUND -> new Refusal(status, "not-found", "There is nothing at this address.");
      case METHOD_NOT_ALLOWED ->
          new Refusal(status, "method-not-allowed", "This address does not take the method.");
      case UNSUPPORTED_MEDIA_TYPE ->
          new Refusal(status, "malformed", "This address reads application/json.");
      case CONTENT_TOO_LARGE -> new Refusal(status, "too-long", "The request is too long.");
      default ->
          status.is5xxServerError()
              ? internal(exchange, failure)
              : new Refusal(status, "refused", status.getReasonPhrase());
    };
  }

  private static Refusal internal(ServerWebExchange exchange, Throwable failure) {
    var id = UUID.randomUUID().toString();
    var request = exchange.getRequest();
    log.error("{} {} failed, id {}", request.getMethod(), request.getPath().value(), id, failure);
    return new Refusal(
            HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something broke; the log knows the id.")
        .with("id", id);
  }
}
