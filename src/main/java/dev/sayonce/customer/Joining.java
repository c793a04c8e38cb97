package dev.sayonce.customer;

import dev.sayonce.conversation.Effect;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.EffectHandler;
import reactor.core.publisher.Mono;

/** Completes a linking that was broken off after its thread had taken the contact in. */
final class Joining implements EffectHandler {

  private final ConversationEngine engine;

  Joining(ConversationEngine engine) {
    this.engine = engine;
  }

  @Override
  public boolean handles(Effect effect) {
    return effect instanceof Effect.Join;
  }

  @Override
  public Mono<Outcome> carryOut(Effect effect, int attempt) {
    return effect instanceof Effect.Join join
        ? engine.move(join.from(), join.to(), join.id()).thenReturn(new Outcome.Done())
        : Mono.just(new Outcome.GaveUp("not a join"));
  }
}
