package dev.sayonce.tracing;

import io.micrometer.context.ThreadLocalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Lets each log line say for which conversation and in which trace it was written. */
final class LogIds implements ThreadLocalAccessor<Trail> {

  private static final ThreadLocal<@Nullable Trail> NOW = new ThreadLocal<>();
  private static final ThreadLocal<List<String>> NAMES = ThreadLocal.withInitial(ArrayList::new);

  @Override
  public Object key() {
    return Trail.KEY;
  }

  @Override
  public @Nullable Trail getValue() {
    return NOW.get();
  }

  @Override
  public void setValue(Trail trail) {
    setValue();
    var all = new TreeMap<>(trail.ids());
    if (trail.span().isValid()) {
      all.put("trace.id", trail.span().getTraceId());
      all.put("span.id", trail.span().getSpanId());
    }
    all.forEach(MDC::put);
    NAMES.get().addAll(all.keySet());
    NOW.set(trail);
  }

  @Override
  public void setValue() {
    NAMES.get().forEach(MDC::remove);
    NAMES.get().clear();
    NOW.remove();
  }
}
