package dev.sayonce.tracing;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/**
 * Makes spans of steps, if a collector was named, and lets their ids go along. A span has times,
 * ids and outcomes; nobody's words, no address of a back end's resource and no message of an
 * exception, for those may quote anything.
 */
public final class Tracing implements AutoCloseable {

  /** Nothing is followed, at no cost. */
  public static final Tracing OFF = new Tracing(Optional.empty(), false);

  private static final String PREFIX = "sayonce.";
  private static final int END_PATIENCE_SECONDS = 5;

  private final Optional<SdkTracerProvider> provider;
  private final Optional<Tracer> tracer;
  private final boolean follows;

  private Tracing(Optional<SdkTracerProvider> provider, boolean follows) {
    this.provider = provider;
    this.tracer = provider.map(p -> p.get("dev.sayonce"));
    this.follows = follows;
  }

  /** Follows for the log alone. */
  static Tracing ofLogs() {
    return new Tracing(Optional.empty(), true);
  }

  static Tracing to(URI collector, TracingProperties properties, String gateway) {
    var exporter = OtlpHttpSpanExporter.builder().setEndpoint(collector.toString());
    properties.headers().forEach(exporter::addHeader);
    var resource =
        Resource.builder()
            .put("service.name", "sayonce")
            .put("service.instance.id", gateway)
            .build();
    var provider =
        SdkTracerProvider.builder()
            .setResource(resource)
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.share())))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter.build())
                    .setScheduleDelay(Duration.ofSeconds(2))
                    .build())
            .build();
    return new Tracing(Optional.of(provider), true);
  }

  /** True if anything is to be followed, for traces or for the log. */
  public boolean follows() {
    return follows;
  }

  /** Does the work as one step of whatever it is done for. */
  public <T> Mono<T> step(Step<T> step, Mono<T> work) {
    return follows ? Mono.deferContextual(at -> within(step, Trail.in(at), work)) : work;
  }

  /** The same, if it is done for something that is traced; by itself it is not worth a trace. */
  public <T> Mono<T> partOf(Step<T> step, Mono<T> work) {
    return follows
        ? Mono.deferContextual(
            at -> Trail.in(at).span().isValid() ? within(step, Trail.in(at), work) : work)
        : work;
  }

  /** Goes on with the trace that somebody stored a line of. */
  public <T> Mono<T> resume(String line, Mono<T> work) {
    return follows ? work.contextWrite(Trail.parse(line)::into) : work;
  }

  private <T> Mono<T> within(Step<T> step, Trail trail, Mono<T> work) {
    var known = trail.and(step.ids());
    if (tracer.isEmpty()) {
      return work.contextWrite(known::into);
    }
    var builder =
        tracer
            .get()
            .spanBuilder(step.name())
            .setSpanKind(step.outside() ? SpanKind.CLIENT : SpanKind.INTERNAL)
            .setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(trail.span())));
    known.ids().forEach((name, value) -> builder.setAttribute(PREFIX + name, value));
    step.attributes().forEach(builder::setAttribute);
    var span = builder.startSpan();
    return work.doOnSuccess(
            result -> {
              if (result != null) {
                step.learned().apply(result).forEach((k, v) -> span.setAttribute(PREFIX + k, v));
              }
            })
        .doOnError(e -> span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName()))
        .doFinally(_ -> span.end())
        .contextWrite(known.at(span.getSpanContext())::into);
  }

  /** Sends what has not been sent yet. */
  @Override
  public void close() {
    provider.ifPresent(p -> p.shutdown().join(END_PATIENCE_SECONDS, TimeUnit.SECONDS));
  }
}
