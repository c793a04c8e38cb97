package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.Signal;
import dev.sayonce.engine.SignalFeed;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows a customer that somebody is writing to them. A sign that does not come is no loss, so
 * nothing ever waits for one.
 */
final class TypingSigns {

  /** Whoever answers sooner needs no sign. */
  private static final Duration SOON = Duration.ofMillis(700);

  private static final Duration AGAIN = Duration.ofSeconds(4);

  private final ConversationEngine engine;
  private final Telegram telegram;
  private final SendingQueue queue;

  TypingSigns(ConversationEngine engine, Telegram telegram, SendingQueue queue) {
    this.engine = engine;
    this.telegram = telegram;
    this.queue = queue;
  }

  /** Shows from now on when an agent writes or the bot is at work. */
  void follow(SignalFeed signals) {
    signals.onSignal(
        signal -> {
          if (signal instanceof Signal.AgentTypes(var conversation, _, boolean toCustomer)
              && toCustomer) {
            showIn(new ConversationId(conversation)).toFuture();
          } else if (signal instanceof Signal.BotWorks(var conversation)) {
            showIn(new ConversationId(conversation)).toFuture();
          }
        });
  }

  /** All gateways hear of it and one shows it. */
  private Mono<Void> showIn(ConversationId conversation) {
    return engine
        .current(conversation.thread())
        .flatMap(Mono::justOrEmpty)
        .filter(talk -> talk.id().equals(conversation))
        .flatMapMany(talk -> Flux.fromIterable(talk.contacts()))
        .filter(c -> c.channel().equals(Contact.TELEGRAM))
        .flatMap(c -> show(c.address()))
        .onErrorComplete()
        .then();
  }

  /** The bot has something to say and waits for its turn. */
  void botTypes(String chat) {
    show(chat).toFuture();
  }

  /** The work as it is; where it takes long, the customer sees that the bot is at it. */
  Mono<Void> during(String chat, Mono<Void> work) {
    return Mono.using(
        () -> Flux.interval(SOON, AGAIN).subscribe(_ -> botTypes(chat)),
        _ -> work,
        Disposable::dispose);
  }

  private Mono<Void> show(String chat) {
    return queue
        .takeSign(chat)
        .filter(Boolean::booleanValue)
        .flatMap(_ -> telegram.call(new SendChatAction(chat, ActionType.TYPING.toString())))
        .onErrorComplete()
        .then();
  }
}
