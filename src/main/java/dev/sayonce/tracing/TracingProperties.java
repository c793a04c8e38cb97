package dev.sayonce.tracing;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where traces are sent.
 *
 * @param endpoint where a collector takes OTLP over HTTP, like {@code
 *     http://collector:4318/v1/traces}; empty: nothing is traced
 * @param headers what the collector wants to be told with it, like an authorization
 * @param share how many of the traces are kept, 0 to 1
 * @param logIds whether log lines carry the ids of what is being done; if not said, when traces or
 *     structured logs are wanted
 */
@Validated
@ConfigurationProperties("sayonce.tracing")
public record TracingProperties(
    Optional<URI> endpoint,
    @DefaultValue Map<String, String> headers,
    @DefaultValue("1") @DecimalMin("0") @DecimalMax("1") double share,
    Optional<Boolean> logIds) {}
