package dev.sayonce.action;

import dev.sayonce.flow.Service;
import dev.sayonce.flow.Service.Care;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The back ends in use, each with what spares it; their state can be measured. */
final class BackEnds implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(12);
  private static final Duration IDLE = Duration.ofSeconds(15);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration IN_LINE = Duration.ofMillis(500);
  private static final int TRIALS = 3;

  private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
  private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
  private final RateLimiterRegistry limiters = RateLimiterRegistry.ofDefaults();
  private final PublicAddresses addresses = new PublicAddresses();
  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(BackEnd backEnd, Sites.Site site, ConnectionProvider connections) {}

  BackEnds(MeterRegistry meters) {
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    TaggedRateLimiterMetrics.ofRateLimiterRegistry(limiters).bindTo(meters);
  }

  /**
   * The back end as the catalogue of that conversation describes it; another description, another
   * start.
   */
  synchronized BackEnd of(Service service, Sites.Site site) {
    var known = entries.get(service.id());
    if (known != null && known.backEnd.service().equals(service) && known.site.equals(site)) {
      return known.backEnd;
    }
    if (known != null) {
      known.connections.disposeLater().subscribe();
      breakers.remove(service.id());
      bulkheads.remove(service.id());
      limiters.remove(service.id());
    }
    var connections =
        ConnectionProvider.builder("actions-" + service.id())
            .maxConnections(service.care().atOnce())
            .maxIdleTime(IDLE)
            .build();
    var backEnd =
        new BackEnd(
            service,
            client(HttpClient.create(connections), site),
            client(HttpClient.newConnection(), site),
            breakers.circuitBreaker(service.id(), breaker(service.care())),
            bulkheads.bulkhead(
                service.id(),
                BulkheadConfig.custom()
                    .maxConcurrentCalls(service.care().atOnce())
                    .maxWaitDuration(Duration.ZERO)
                    .build()),
            limiters.rateLimiter(service.id(), limiter(service.care())));
    entries.put(service.id(), new Entry(backEnd, site, connections));
    return backEnd;
  }

  /** How those look that were asked here already. */
  synchronized List<BackEndState> states() {
    return entries.values().stream().map(entry -> entry.backEnd.state()).toList();
  }

  private static CircuitBreakerConfig breaker(Care care) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(care.of())
        .minimumNumberOfCalls(Math.max(2, care.of() / 2))
        .failureRateThreshold(care.failures())
        .waitDurationInOpenState(care.openFor())
        .permittedNumberOfCallsInHalfOpenState(TRIALS)
        .maxWaitDurationInHalfOpenState(LONGEST)
        .automaticTransitionFromOpenToHalfOpenEnabled(true) // so that the page tells the truth
        .recordResult(answer -> answer instanceof Answer.Bad)
        .build();
  }

  private static RateLimiterConfig limiter(Care care) {
    return RateLimiterConfig.custom()
        .limitRefreshPeriod(SECOND)
        .limitForPeriod(care.perSecond())
        .timeoutDuration(IN_LINE)
        .build();
  }

  /** Nothing is followed, nothing is repeated by the library itself, and no proxy is asked. */
  private WebClient client(HttpClient base, Sites.Site site) {
    var http =
        base.followRedirect(false)
            .disableRetry(true)
            .compress(false)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
            .responseTimeout(LONGEST);
    return WebClient.builder()
        .clientConnector(
            new ReactorClientHttpConnector(site.ownNetwork() ? http : http.resolver(addresses)))
        .build();
  }

  @Override
  public synchronized void close() {
    entries.values().forEach(entry -> entry.connections.dispose());
    addresses.close();
  }
}
