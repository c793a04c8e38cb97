package dev.sayonce.channel.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.Signal;
import dev.sayonce.engine.SignalFeed;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows a customer that somebody is writing to them. Telegram takes the sign away after five
 * seconds; a sign that does not come is no loss.
 */
final class TypingSigns {

  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(4);

  private final ConversationEngine engine;
  private final Telegram telegram;
  private final OnceStore once;
  private final Cache<String, Boolean> lately =
      Caffeine.newBuilder().expireAfterWrite(AT_MOST_EVERY).maximumSize(10_000).build();

  TypingSigns(ConversationEngine engine, Telegram telegram, OnceStore once) {
    this.engine = engine;
    this.telegram = telegram;
    this.once = once;
  }

  /** Shows from now on when an agent writes. */
  void follow(SignalFeed signals) {
    signals.onSignal(
        signal -> {
          if (signal instanceof Signal.AgentTypes(var conversation, _, boolean toCustomer)
              && toCustomer) {
            agentTypes(new ConversationId(conversation)).toFuture();
          }
        });
  }

  /** All gateways hear of it and one shows it. */
  private Mono<Void> agentTypes(ConversationId conversation) {
    return engine
        .current(conversation.thread())
        .flatMap(Mono::justOrEmpty)
        .filter(talk -> talk.id().equals(conversation))
        .flatMapMany(talk -> Flux.fromIterable(talk.contacts()))
        .filter(c -> c.channel().equals(Contact.TELEGRAM))
        .filterWhen(c -> once.claim("typing:" + c.address(), AT_MOST_EVERY))
        .concatMap(c -> show(c.address()))
        .onErrorComplete()
        .then();
  }

  /** The bot has more to say and waits for its turn. */
  Mono<Void> botTypes(String chat) {
    return lately.asMap().putIfAbsent(chat, true) == null ? show(chat) : Mono.empty();
  }

  private Mono<Void> show(String chat) {
    return telegram.call(new SendChatAction(chat, ActionType.TYPING.toString())).then();
  }
}
