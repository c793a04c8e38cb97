package dev.sayonce.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.Busy;
import dev.sayonce.engine.Lanes;
import dev.sayonce.redis.RedisOutage;
import dev.sayonce.tracing.Step;
import dev.sayonce.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes updates, those of a chat in their order. An update is taken when what it brought is
 * committed; one that can't be is shown to a person as it came.
 */
final class Arrivals {

  /** What we ask Telegram for. */
  static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member", "channel_post");

  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
  private static final int MOST_TRIES = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private final Hearing hearing;
  private final TypingSigns typing;
  private final int partitions;
  private final MeterRegistry meters;
  private final Tracing tracing;
  private final Lanes lanes = new Lanes();

  Arrivals(
      Hearing hearing, TypingSigns typing, int partitions, MeterRegistry meters, Tracing tracing) {
    this.tracing = tracing;
    this.hearing = hearing;
    this.typing = typing;
    this.partitions = partitions;
    this.meters = meters;
  }

  /** Completes when the update has been taken; while Redis is away it goes on trying. */
  Mono<Void> take(JsonNode update) {
    var received = read(update);
    meters
        .counter("sayonce.telegram.received", "kind", received.what().getClass().getSimpleName())
        .increment();
    if (received.chat() == 0) {
      return Mono.empty();
    }
    var thread = ThreadId.of(received.contact(), partitions);
    return tracing.step(
        Step.<Void>of("telegram update")
            .id("thread", thread.value())
            .with("sayonce.update", received.what().getClass().getSimpleName()),
        lanes.run(thread, () -> worked(received).thenReturn(true)).then());
  }

  /** Nobody in a group waits for an answer. */
  private Mono<Void> worked(Received r) {
    return r.what() instanceof Incoming.InCompany || r.what() instanceof Incoming.Nothing
        ? heard(r)
        : typing.during(Long.toString(r.chat()), heard(r));
  }

  private Mono<Void> heard(Received received) {
    return Mono.defer(() -> hearing.hear(received))
        .retryWhen(pausing(MOST_TRIES).filter(e -> !willPass(e)))
        .onErrorMap(Arrivals::original)
        .retryWhen(pausing(Long.MAX_VALUE).filter(Arrivals::willPass))
        .onErrorResume(e -> givenUp(received, original(e)));
  }

  private static reactor.util.retry.RetryBackoffSpec pausing(long times) {
    return Retry.backoff(times, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE);
  }

  private static Throwable original(Throwable failure) {
    return failure.getCause() != null && reactor.core.Exceptions.isRetryExhausted(failure)
        ? failure.getCause()
        : failure;
  }

  private static boolean willPass(Throwable failure) {
    return RedisOutage.caused(failure) || failure instanceof Busy;
  }

  private Mono<Void> givenUp(Received received, Throwable failure) {
    log.error(
        "The update {} could not be handled and goes to a person", received.update(), failure);
    meters.counter("sayonce.telegram.given.up").increment();
    return hearing
        .failed(received, failure)
        .retryWhen(pausing(Long.MAX_VALUE).filter(Arrivals::willPass))
        .onErrorResume(
            e -> {
              log.error("The update {} is lost", received.update(), e);
              return Mono.empty();
            });
  }

  /** What the library can't read is shown to a person, if it has a chat at all. */
  private static Received read(JsonNode update) {
    try {
      return TelegramTranslator.translate(Telegram.JSON.treeToValue(update, Update.class));
    } catch (JsonProcessingException | RuntimeException e) {
      log.warn("An update can't be read: {}", e.getClass().getSimpleName());
      var message = update.path("message");
      boolean isPrivate = message.path("chat").path("type").asText().equals("private");
      return new Received(
          update.path("update_id").asLong(),
          isPrivate ? message.path("chat").path("id").asLong() : 0,
          message.path("message_id").asLong(),
          Optional.empty(),
          new Incoming.Special("unknown", message.path("text").asText(""), Optional.empty()));
    }
  }
}
