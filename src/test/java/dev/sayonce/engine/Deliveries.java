package dev.sayonce.engine;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Effect;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** A channel that notes what is delivered and does with it what a test says. */
public final class Deliveries implements EffectHandler {

  public static final Outcome DONE = new Outcome.Done();

  private final List<Delivery> begun = new CopyOnWriteArrayList<>();
  private volatile BiFunction<Effect.Deliver, Integer, Mono<Outcome>> answer;

  /** The attempt to deliver an entry to a contact. */
  public record Delivery(Contact to, int entry, int attempt) {}

  public Deliveries() {
    this((_, _) -> Mono.just(DONE));
  }

  public Deliveries(BiFunction<Effect.Deliver, Integer, Mono<Outcome>> answer) {
    this.answer = answer;
  }

  public void answer(BiFunction<Effect.Deliver, Integer, Mono<Outcome>> other) {
    answer = other;
  }

  @Override
  public boolean handles(Effect effect) {
    return effect instanceof Effect.Deliver;
  }

  @Override
  public Mono<Outcome> carryOut(Effect effect, int attempt) {
    var deliver = (Effect.Deliver) effect;
    begun.add(new Delivery(deliver.to(), deliver.entry().number(), attempt));
    return answer.apply(deliver, attempt);
  }

  public List<Delivery> begun() {
    return begun;
  }

  /** What was begun for one customer, as {@code entry#attempt}. */
  public List<String> to(TestCustomer customer) {
    return begun.stream()
        .filter(d -> d.to().equals(customer.contact()))
        .map(d -> d.entry() + "#" + d.attempt())
        .toList();
  }
}
