package dev.sayonce.action;

import dev.sayonce.conversation.Actor;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Effect.CallAction;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Event.ActionEnded;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.EffectHandler;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.Signal;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.flow.Action;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Service;
import dev.sayonce.tracing.Step;
import dev.sayonce.tracing.Tracing;
import dev.sayonce.tracing.Trail;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Carries actions out. That an attempt begins is written down before it is made: what may have been
 * done by an earlier one is asked for again only where the back end knows it by its key, and is a
 * person's business everywhere else.
 */
final class HttpActions implements EffectHandler {

  private static final Logger log = LoggerFactory.getLogger(HttpActions.class);
  private static final Duration FIRST_SIGN = Duration.ofMillis(300);
  private static final Duration SIGNS = Duration.ofSeconds(3);
  private static final int COMMITS = 4;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final FlowSets flows;
  private final Sites sites;
  private final BackEnds backEnds;
  private final OneTimeCodes codes;
  private final ConversationEngine engine;
  private final SignalFeed signals;
  private final MeterRegistry meters;
  private final Tracing tracing;
  private final Clock clock;

  HttpActions(
      FlowSets flows,
      Sites sites,
      BackEnds backEnds,
      OneTimeCodes codes,
      ConversationEngine engine,
      SignalFeed signals,
      MeterRegistry meters,
      Tracing tracing,
      Clock clock) {
    this.tracing = tracing;
    this.flows = flows;
    this.sites = sites;
    this.backEnds = backEnds;
    this.codes = codes;
    this.engine = engine;
    this.signals = signals;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public boolean handles(Effect effect) {
    return effect instanceof CallAction;
  }

  @Override
  public Mono<Outcome> carryOut(Effect effect, int attempt) {
    var call = (CallAction) effect;
    var outcome = flows.set(call.flowSet()).flatMap(set -> carryOut(set, call, attempt));
    return call.by() instanceof Actor.Bot ? withSigns(call, outcome) : outcome;
  }

  /** The customer sees that something is being done. */
  private Mono<Outcome> withSigns(CallAction call, Mono<Outcome> outcome) {
    var sign = new Signal.BotWorks(call.conversation().value());
    return Flux.interval(FIRST_SIGN, SIGNS)
        .doOnNext(_ -> signals.tell(sign))
        .ofType(Outcome.class)
        .mergeWith(outcome)
        .next();
  }

  private Mono<Outcome> carryOut(FlowSet set, CallAction call, int attempt) {
    var action = set.action(call.action());
    var service = action.flatMap(a -> set.actions().service(a.service()));
    if (action.isEmpty() || service.isEmpty()) {
      return end(failed(call, Failure.UNAVAILABLE, "unknown-action", false));
    }
    return attempt > 1 && !action.get().request().isRepeatable()
        ? end(failed(call, Failure.UNKNOWN_OUTCOME, "interrupted", true))
        : ask(service.get(), action.get(), call, attempt);
  }

  private Mono<Outcome> ask(Service service, Action action, CallAction call, int attempt) {
    return action
        .codeInput()
        .map(
            input ->
                codes
                    .into(call, input)
                    .flatMap(filled -> send(service, action, filled, attempt))
                    .switchIfEmpty(Mono.defer(() -> end(tooManyCodes(call)))))
        .orElseGet(() -> send(service, action, call, attempt));
  }

  private Event.ActionFailed tooManyCodes(CallAction call) {
    return failed(call, Failure.NOT_ALLOWED, "too-many-codes", false);
  }

  private Mono<Outcome> send(Service service, Action action, CallAction call, int attempt) {
    return Mono.defer(() -> reply(service, action, call))
        .flatMap(reply -> settle(action, call, attempt, reply))
        .onErrorResume(
            Unwritable.class, u -> end(failed(call, u.failure(), u.reason(), attempt > 1)));
  }

  private Mono<Reply> reply(Service service, Action action, CallAction call) {
    var site = sites.of(service);
    if (!site.ownNetwork() && PublicAddresses.isRefusedLiteral(site.url().getHost())) {
      return Mono.just(new Reply.Unanswered(false, "not-public"));
    }
    var request =
        new RequestWriter(service, action, call.with(), name -> sites.secret(service, name))
            .write(site.url(), call.id());
    return tracing.partOf(
        Step.<Reply>of("action " + action.id())
            .with("sayonce.service", service.id())
            .with("http.request.method", request.method().name())
            .learn(reply -> Map.of("outcome", reply.getClass().getSimpleName()))
            .elsewhere(),
        Mono.deferContextual(
            at -> backEnds.of(service, site).ask(action, request.inTrace(Trail.line(at)))));
  }

  private Mono<Outcome> settle(Action action, CallAction call, int attempt, Reply reply) {
    return switch (reply) {
      case Reply.Answered(Answer.Good(var values)) ->
          end(call.succeeded(clock.instant(), OneTimeCodes.sealed(action, call, values)));
      case Reply.Answered(Answer.Refused(var reason)) ->
          end(failed(call, Failure.REFUSED, reason, false));
      case Reply.Answered(Answer.Bad(var reason, boolean mayBeDone)) ->
          end(failed(call, Failure.BAD_ANSWER, reason, mayBeDone && !action.request().isSafe()));
      case Reply.Unanswered(boolean mayBeDone, var reason) ->
          unanswered(action, call, attempt, mayBeDone || attempt > 1, reason);
    };
  }

  /**
   * What may have been done is asked again for as long as the customer is patient, if it may be.
   */
  private Mono<Outcome> unanswered(
      Action action, CallAction call, int attempt, boolean mayBeDone, String reason) {
    if (action.request().isSafe() || !mayBeDone) {
      return end(failed(call, Failure.UNAVAILABLE, reason, false));
    }
    boolean patient = clock.instant().isBefore(call.since().plus(action.waiting().patience()));
    return action.request().isRepeatable() && patient
        ? Mono.just(
            new Outcome.TryAgain(Duration.ofSeconds(Math.min(8, 1L << Math.min(attempt, 3)))))
        : end(failed(call, Failure.UNKNOWN_OUTCOME, reason, true));
  }

  private Event.ActionFailed failed(
      CallAction call, Failure failure, String reason, boolean uncertain) {
    log.warn("{} ({}): {}, {}", call.action(), call.id(), failure.word(), reason);
    return call.failed(clock.instant(), failure, reason, uncertain);
  }

  /** What came of it is in Redis before the call counts as done. */
  private Mono<Outcome> end(ActionEnded event) {
    var outcome = event instanceof Event.ActionFailed f ? f.failure().word() : "done";
    meters.counter("sayonce.actions", "action", event.action(), "outcome", outcome).increment();
    return engine
        .handle(event.conversation().thread(), event)
        .retryWhen(Retry.backoff(COMMITS, PAUSE))
        .thenReturn(new Outcome.Done());
  }
}
