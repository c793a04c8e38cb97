package dev.sayonce.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** What goes along with the work, whether anybody follows or not. */
class TracingTest {

  private static final String LINE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private static Mono<ContextView> context() {
    return Mono.deferContextual(Mono::just);
  }

  @Test
  void aStoredLineIsReadBack() {
    var context = Trail.parse(LINE).into(Context.empty());

    assertThat(Trail.line(context)).isEqualTo(Optional.of(LINE));
  }

  @Test
  void whateverElseIsStoredBeginsATraceOfItsOwn() {
    for (var line : new String[] {"", "x", LINE + "0", LINE.toUpperCase(java.util.Locale.ROOT)}) {
      assertThat(Trail.line(Trail.parse(line).into(Context.empty()))).isEmpty();
    }
  }

  @Test
  void costsNothingWhenNobodyFollows() {
    var work = Mono.just(1);

    assertThat(Tracing.OFF.step(Step.of("turn"), work)).isSameAs(work);
    assertThat(Tracing.OFF.partOf(Step.of("turn"), work)).isSameAs(work);
    assertThat(Tracing.OFF.resume(LINE, work)).isSameAs(work);
  }

  @Test
  void idsAddUpOnTheWayIn() {
    var seen = new AtomicReference<Trail>();
    var inner = context().doOnNext(c -> seen.set(Trail.in(c)));
    var logs = Tracing.ofLogs();

    logs.step(
            Step.<ContextView>of("turn").id("thread", "t"),
            logs.step(
                Step.<ContextView>of("commit").id("conversation", "c").with("more", "x"), inner))
        .block();

    assertThat(seen.get().ids()).isEqualTo(Map.of("thread", "t", "conversation", "c"));
    assertThat(seen.get().span().isValid()).isFalse();
  }

  @Test
  void logLinesSayWhereTheyBelongAndNothingStaysBehind() {
    var ids = new LogIds();
    MDC.put("other", "stays");

    ids.setValue(Trail.parse(LINE).and(Map.of("conversation", "c")));
    assertThat(MDC.get("conversation")).isEqualTo("c");
    assertThat(MDC.get("trace.id")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    ids.setValue(Trail.parse("").and(Map.of("thread", "t")));
    assertThat(MDC.get("conversation")).isNull();
    assertThat(MDC.get("trace.id")).isNull();
    assertThat(MDC.get("thread")).isEqualTo("t");
    ids.setValue();

    assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("other", "stays"));
    MDC.clear();
  }
}
