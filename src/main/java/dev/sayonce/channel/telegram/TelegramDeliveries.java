package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Event;
import dev.sayonce.engine.Delivery;
import dev.sayonce.engine.DeliveryStore;
import dev.sayonce.engine.EffectHandler;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Brings entries to Telegram. Before each message is written down that it is attempted: of one
 * whose outcome stays unknown agents see that it is uncertain, and it is sent again, for it must go
 * out at least once.
 */
final class TelegramDeliveries implements EffectHandler {

  private static final Logger log = LoggerFactory.getLogger(TelegramDeliveries.class);

  /** Shorter waits are waited for here, to the millisecond; for longer ones the place is left. */
  private static final Duration MOMENT = Duration.ofMillis(400);

  private static final Duration FLOODED = Duration.ofSeconds(5);
  private static final Duration LOCKED_OUT = Duration.ofSeconds(30);
  private static final int LONGEST_BACK_OFF = 300;

  private final PartSender sender;
  private final TypingSigns typing;
  private final SendingQueue queue;
  private final DeliveryStore deliveries;
  private final CircuitBreaker breaker;
  private final Duration giveUpAfter;
  private final MeterRegistry meters;
  private final Clock clock;

  TelegramDeliveries(
      PartSender sender,
      TypingSigns typing,
      SendingQueue queue,
      DeliveryStore deliveries,
      CircuitBreaker breaker,
      Duration giveUpAfter,
      MeterRegistry meters,
      Clock clock) {
    this.sender = sender;
    this.typing = typing;
    this.queue = queue;
    this.deliveries = deliveries;
    this.breaker = breaker;
    this.giveUpAfter = giveUpAfter;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public boolean handles(Effect effect) {
    return effect instanceof Effect.Deliver deliver
        && deliver.to().channel().equals(Contact.TELEGRAM);
  }

  @Override
  public Mono<Outcome> carryOut(Effect effect, int attempt) {
    var deliver = (Effect.Deliver) effect;
    return deliveries
        .read(deliver)
        .defaultIfEmpty(Delivery.waitingSince(clock.instant()))
        .flatMap(delivery -> next(deliver, delivery));
  }

  /** What is left of an entry on its way, and the record as it stands. */
  private record Leg(Effect.Deliver effect, List<Part> parts, Delivery delivery) {

    Part part() {
      return parts.get(delivery.messages().size());
    }

    String chat() {
      return effect.to().address();
    }

    String name() {
      return effect.id() + "/" + delivery.messages().size();
    }

    Leg with(Delivery next) {
      return new Leg(effect, parts, next);
    }
  }

  private Mono<Outcome> next(Effect.Deliver effect, Delivery delivery) {
    var parts = TelegramWriter.parts(effect.conversation(), effect.entry());
    var leg = new Leg(effect, parts, delivery);
    if (delivery.attempting()) {
      return write(leg, delivery.doubtful("answer-unknown")).flatMap(this::go);
    }
    return go(leg);
  }

  private Mono<Outcome> go(Leg leg) {
    if (leg.delivery().state() == Delivery.State.FAILED) {
      return Mono.just(new Outcome.GaveUp(leg.delivery().why()));
    }
    if (leg.delivery().messages().size() >= leg.parts().size()) {
      return leg.parts().isEmpty()
          ? Mono.just(new Outcome.Done())
          : write(leg, leg.delivery().complete()).thenReturn(new Outcome.Done());
    }
    return isTooLate(leg.delivery()) ? fail(leg, "too-late") : queued(leg);
  }

  private boolean isTooLate(Delivery delivery) {
    return delivery.since().plus(giveUpAfter).isBefore(clock.instant());
  }

  private Mono<Outcome> queued(Leg leg) {
    return queue
        .take(leg.chat(), leg.name())
        .flatMap(
            wait ->
                wait.isZero()
                    ? attempt(leg)
                    : wait.compareTo(MOMENT) <= 0
                        ? Mono.delay(wait).then(Mono.defer(() -> queued(leg)))
                        : later(leg, wait));
  }

  private Mono<Outcome> later(Leg leg, Duration wait) {
    typing.botTypes(leg.chat());
    return Mono.just(new Outcome.TryAgain(wait.minus(MOMENT.dividedBy(2))));
  }

  private Mono<Outcome> attempt(Leg leg) {
    if (!breaker.tryAcquirePermission()) {
      return putOff(leg, "telegram-away", FLOODED, false);
    }
    return write(leg, leg.delivery().attempted())
        .flatMap(
            begun ->
                sender
                    .send(begun.chat(), begun.effect().conversation(), begun.part())
                    .flatMap(reply -> settle(begun, reply)));
  }

  private Mono<Outcome> settle(Leg leg, Reply reply) {
    watch(reply);
    return switch (reply) {
      case Reply.Ok(var result) ->
          write(leg, leg.delivery().accepted(result.path("message_id").asLong())).flatMap(this::go);
      case Reply.Refused r -> refused(leg, r);
      case Reply.NotSent(var why) -> putOff(leg, why, backOff(leg), true);
      case Reply.Unknown(var why) -> {
        log.warn("Of {} to Telegram no answer tells what became of it: {}", leg.name(), why);
        yield write(leg, leg.delivery().doubtful("answer-unknown"))
            .thenReturn(new Outcome.TryAgain(backOff(leg)));
      }
    };
  }

  /** A refusal is an answer: whoever refuses is well. */
  private void watch(Reply reply) {
    switch (reply) {
      case Reply.Ok _, Reply.Refused _ -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
      case Reply.NotSent _, Reply.Unknown _ ->
          breaker.onError(0, TimeUnit.MILLISECONDS, new TelegramTrouble(reply));
    }
    meters
        .counter("sayonce.telegram.sent", "outcome", reply.getClass().getSimpleName())
        .increment();
  }

  private Mono<Outcome> refused(Leg leg, Reply.Refused refusal) {
    if (refusal.isTooMuch()) {
      var wait = refusal.later().orElse(FLOODED);
      return queue
          .pause(leg.chat(), wait)
          .then(putOff(leg, "too-many", wait.minus(MOMENT.dividedBy(2)), false));
    }
    return switch (refusal.code()) {
      case 401, 404 -> {
        log.error("Telegram does not know the bot's token any more: {}", refusal.why());
        yield putOff(leg, "token", LOCKED_OUT, false);
      }
      case 410 -> fail(leg, "file-gone");
      case 413 -> fail(leg, "file-too-large");
      case 403 -> fail(leg, Event.DeliveryFailed.UNREACHABLE + ": " + refusal.why());
      default -> fail(leg, refusal.code() + " " + refusal.why());
    };
  }

  private Mono<Outcome> fail(Leg leg, String why) {
    return write(leg, leg.delivery().failed(why)).thenReturn(new Outcome.GaveUp(why));
  }

  private Mono<Outcome> putOff(Leg leg, String why, Duration wait, boolean counts) {
    return write(leg, leg.delivery().putOff(why, counts)).thenReturn(new Outcome.TryAgain(wait));
  }

  /** One second, doubled with each failure in a row up to five minutes. */
  private static Duration backOff(Leg leg) {
    return Duration.ofSeconds(
        Math.min(LONGEST_BACK_OFF, 1L << Math.min(leg.delivery().tries(), 10)));
  }

  private Mono<Leg> write(Leg leg, Delivery delivery) {
    return deliveries.write(leg.effect(), leg.delivery(), delivery).map(leg::with);
  }
}
