package dev.sayonce.engine;

import dev.sayonce.conversation.Effect;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Carries out effects of one kind in the outside world. An effect is handed out at least once:
 * again after a crash between the deed and its being marked as done.
 */
public interface EffectHandler {

  boolean handles(Effect effect);

  /**
   * Carries the effect out.
   *
   * @param attempt 1 the first time; above 1 the outcome of the attempt before may be unknown
   */
  Mono<Outcome> carryOut(Effect effect, int attempt);

  /** How an attempt ended. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    record TryAgain(Duration after) implements Outcome {}

    /** It can never succeed; the agents are told why. */
    record GaveUp(String reason) implements Outcome {}
  }
}
