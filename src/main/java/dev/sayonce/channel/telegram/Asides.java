package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What is said beside the conversation, like a greeting or where a case stands: in the customer's
 * language, within Telegram's limits, and forgotten at once.
 */
final class Asides {

  private static final Logger log = LoggerFactory.getLogger(Asides.class);
  private static final int MOST_TRIES = 6;
  private static final Duration AGAIN_IN = Duration.ofSeconds(1);

  private final Telegram telegram;
  private final SendingQueue queue;
  private final ConversationEngine engine;
  private final FlowSets flows;
  private final OnceStore once;

  Asides(
      Telegram telegram,
      SendingQueue queue,
      ConversationEngine engine,
      FlowSets flows,
      OnceStore once) {
    this.telegram = telegram;
    this.queue = queue;
    this.engine = engine;
    this.flows = flows;
    this.once = once;
  }

  Mono<Void> say(Received r, Phrase phrase, Map<String, String> values) {
    return language(r)
        .flatMap(
            language -> send(r, flows.active().phrases().say(phrase, language, values), List.of()));
  }

  /**
   * Completes when it is sent, or when it could not be. The update behind it is confirmed only
   * then, and where that comes again, this is not said again.
   */
  Mono<Void> send(Received r, String text, List<Part.Key> keys) {
    var chat = Long.toString(r.chat());
    var name = "aside:" + r.update();
    return once.isDone(name)
        .flatMap(
            done ->
                done
                    ? Mono.empty()
                    : send(chat, name, new Part.Words(text, keys), 1).then(once.done(name)));
  }

  private Mono<Void> send(String chat, String name, Part.Words words, int tries) {
    return queue
        .take(chat, name)
        .flatMap(
            wait ->
                wait.isZero()
                    ? telegram
                        .call(Messages.words(chat, words))
                        .flatMap(reply -> settle(chat, name, words, tries, reply))
                    : Mono.delay(wait).then(Mono.defer(() -> send(chat, name, words, tries))));
  }

  private Mono<Void> settle(String chat, String name, Part.Words words, int tries, Reply reply) {
    if (reply instanceof Reply.Ok) {
      return Mono.empty();
    }
    if (reply instanceof Reply.Refused r && r.isTooMuch()) {
      return queue
          .pause(chat, r.later().orElse(AGAIN_IN))
          .then(Mono.defer(() -> send(chat, name, words, tries)));
    }
    if (reply instanceof Reply.Refused || tries >= MOST_TRIES) {
      log.warn("Something beside a conversation could not be sent: {}", reply);
      return Mono.empty();
    }
    return Mono.delay(AGAIN_IN.multipliedBy(1L << (tries - 1)))
        .then(Mono.defer(() -> send(chat, name, words, tries + 1)));
  }

  /** The talk's language, else that of the customer's Telegram. */
  Mono<Language> language(Received r) {
    return engine
        .current(engine.home(r.contact()))
        .onErrorReturn(Optional.empty())
        .map(talk -> talk.map(Conversation::language).orElseGet(() -> suggested(r)));
  }

  private Language suggested(Received r) {
    var company = flows.active().company();
    return r.language().filter(company.languages()::contains).orElse(company.defaultLanguage());
  }
}
