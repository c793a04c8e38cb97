package dev.sayonce.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Where in a trace something is done, and on whose behalf. It goes along in Reactor's context, and
 * as one line of text in whatever is stored for later.
 *
 * @param span the step that it belongs to; invalid where nothing is traced
 * @param ids what log lines say of it, like {@code conversation}
 */
public record Trail(SpanContext span, Map<String, String> ids) {

  /** Its name in Reactor's context. */
  static final String KEY = "sayonce.trail";

  private static final Trail NONE = new Trail(SpanContext.getInvalid(), Map.of());

  /** The W3C's {@code traceparent}. */
  private static final Pattern LINE =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  public Trail {
    ids = Map.copyOf(ids);
  }

  static Trail in(ContextView context) {
    return context.<Trail>getOrEmpty(KEY).orElse(NONE);
  }

  Context into(Context context) {
    return context.put(KEY, this);
  }

  Trail and(Map<String, String> more) {
    var all = new TreeMap<>(ids);
    all.putAll(more);
    return new Trail(span, all);
  }

  Trail at(SpanContext other) {
    return new Trail(other, ids);
  }

  /** What to store or to send, so that whoever goes on from here belongs to the same trace. */
  public static Optional<String> line(ContextView context) {
    var span = in(context).span();
    return span.isValid()
        ? Optional.of(
            "00-%s-%s-%s"
                .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex()))
        : Optional.empty();
  }

  /** Reads such a line; whatever else stands there begins a trace of its own. */
  static Trail parse(String line) {
    var found = LINE.matcher(line);
    return found.matches()
        ? NONE.at(
            SpanContext.createFromRemoteParent(
                found.group(1),
                found.group(2),
                TraceFlags.fromHex(found.group(3), 0),
                TraceState.getDefault()))
        : NONE;
  }
}
