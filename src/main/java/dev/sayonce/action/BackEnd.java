package dev.sayonce.action;

import dev.sayonce.action.RequestWriter.Written;
import dev.sayonce.flow.Action;
import dev.sayonce.flow.Service;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** Asks one back end, and leaves it alone while it is in trouble. */
final class BackEnd {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final double GROWTH = 2;
  private static final double JITTER = 0.5;

  /** Nothing was asked: the breaker is open, or too much is under way. */
  private static final String RESTING = "resting";

  private final Service service;
  private final WebClient kept;
  private final WebClient fresh;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private final RateLimiter limiter;

  /**
   * @param kept goes by connections that are kept
   * @param fresh makes a connection for each request: one that was kept may be gone without a word,
   *     and then nobody could tell what became of the request
   */
  BackEnd(
      Service service,
      WebClient kept,
      WebClient fresh,
      CircuitBreaker breaker,
      Bulkhead bulkhead,
      RateLimiter limiter) {
    this.service = service;
    this.kept = kept;
    this.fresh = fresh;
    this.breaker = breaker;
    this.bulkhead = bulkhead;
    this.limiter = limiter;
  }

  Service service() {
    return service;
  }

  BackEndState state() {
    var calls = breaker.getMetrics();
    int free = bulkhead.getMetrics().getAvailableConcurrentCalls();
    int room = bulkhead.getMetrics().getMaxAllowedConcurrentCalls();
    return new BackEndState(
        service.id(),
        BackEndState.Line.of(breaker.getState()),
        calls.getNumberOfBufferedCalls(),
        calls.getNumberOfFailedCalls(),
        room - free,
        room);
  }

  /** Asks, and where that is safe again; never fails. */
  Mono<Reply> ask(Action action, Written request) {
    var mayBeDone = new AtomicBoolean();
    return Mono.defer(() -> once(action, request))
        .onErrorMap(BackEnd::trouble)
        .doOnError(Trouble.class, t -> mayBeDone.compareAndSet(false, t.mayBeDone()))
        .transformDeferred(RetryOperator.of(retry(action)))
        .<Reply>map(Reply.Answered::new)
        .onErrorResume(e -> Mono.just(unanswered(mayBeDone.get(), e)));
  }

  private static Reply unanswered(boolean mayBeDone, Throwable e) {
    var trouble = trouble(e);
    return new Reply.Unanswered(mayBeDone || trouble.mayBeDone(), trouble.reason());
  }

  private Mono<Answer> once(Action action, Written request) {
    return exchange(action, request)
        .transformDeferred(TimeLimiterOperator.of(TimeLimiter.of(action.effort().timeOut())))
        .onErrorMap(BackEnd::trouble)
        .transformDeferred(CircuitBreakerOperator.of(breaker))
        .transformDeferred(BulkheadOperator.of(bulkhead))
        .transformDeferred(RateLimiterOperator.of(limiter));
  }

  private static Retry retry(Action action) {
    return Retry.of(
        action.id(),
        RetryConfig.custom()
            .maxAttempts(1 + action.effort().retries())
            .intervalFunction(
                IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, GROWTH, JITTER))
            .retryOnException(e -> e instanceof Trouble t && !t.reason().equals(RESTING))
            .build());
  }

  private Mono<Answer> exchange(Action action, Written request) {
    var client = action.request().isRepeatable() ? kept : fresh;
    var spec =
        client
            .method(HttpMethod.valueOf(request.method().name()))
            .uri(request.uri())
            .headers(headers -> request.headers().forEach(headers::set));
    return (request.body().isPresent() ? spec.bodyValue(request.body().get()) : spec)
        .exchangeToMono(response -> answer(action, response));
  }

  private Mono<Answer> answer(Action action, ClientResponse response) {
    return Mono.fromSupplier(() -> AnswerReader.ofStatus(action, response.statusCode().value()))
        .flatMap(
            known ->
                known.isPresent()
                    ? response.releaseBody().onErrorComplete().thenReturn(known.get())
                    : body(response).map(body -> AnswerReader.read(action, body)))
        .onErrorResume(
            Trouble.class, t -> response.releaseBody().onErrorComplete().then(Mono.error(t)))
        .onErrorResume(
            DataBufferLimitException.class, _ -> Mono.just(new Answer.Bad("too-large", true)));
  }

  private Mono<byte[]> body(ClientResponse response) {
    return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), service.largest())
        .map(BackEnd::bytes)
        .defaultIfEmpty(new byte[0]);
  }

  private static byte[] bytes(DataBuffer buffer) {
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Trouble trouble(Throwable thrown) {
    var e =
        thrown instanceof WebClientRequestException w && w.getCause() != null
            ? w.getCause()
            : thrown;
    return switch (e) {
      case Trouble t -> t;
      case CallNotPermittedException _, BulkheadFullException _, RequestNotPermitted _ ->
          new Trouble(false, RESTING);
      case TimeoutException _, ReadTimeoutException _ -> new Trouble(true, "time-out");
      case UnknownHostException u
          when String.valueOf(u.getMessage()).contains(PublicAddresses.REFUSED) ->
          new Trouble(false, "not-public");
      case ConnectException _,
          NoRouteToHostException _,
          UnknownHostException _,
          SSLHandshakeException _,
          NotSslRecordException _ ->
          new Trouble(false, "not-reached");
      default -> new Trouble(true, "broken-off");
    };
  }
}
