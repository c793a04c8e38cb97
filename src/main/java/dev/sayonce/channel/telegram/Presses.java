package dev.sayonce.channel.telegram;

import dev.sayonce.channel.telegram.Incoming.Pressed;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.customer.Erasure;
import dev.sayonce.customer.Linking;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.Receipt;
import dev.sayonce.flow.Phrase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import reactor.core.publisher.Mono;

/**
 * What a pressed button does. Telegram is answered as soon as the choice is committed, and the
 * buttons give way to the one that was chosen.
 */
final class Presses {

  private final ConversationEngine engine;
  private final ConversationStore store;
  private final FlowSets flows;
  private final Linking linking;
  private final Erasure erasure;
  private final Telegram telegram;
  private final Asides asides;
  private final Clock clock;

  Presses(
      ConversationEngine engine,
      ConversationStore store,
      FlowSets flows,
      Linking linking,
      Erasure erasure,
      Telegram telegram,
      Asides asides,
      Clock clock) {
    this.engine = engine;
    this.store = store;
    this.flows = flows;
    this.linking = linking;
    this.erasure = erasure;
    this.telegram = telegram;
    this.asides = asides;
    this.clock = clock;
  }

  Mono<Void> press(Received r, String event, Pressed p) {
    return ButtonKey.of(p.data()).map(key -> press(r, event, p, key)).orElseGet(() -> passed(r, p));
  }

  private Mono<Void> press(Received r, String event, Pressed p, ButtonKey key) {
    return switch (key) {
      case ButtonKey.Choice choice -> choose(r, event, p, choice);
      case ButtonKey.Suggested(var id) -> suggested(r, event, p, id);
      case ButtonKey.Speak(var language) ->
          engine
              .handle(
                  new Event.CustomerSwitchedLanguage(
                      event, clock.instant(), r.contact(), r.language(), language))
              .then(answer(p, ""))
              .then(mark(r, p, ""));
      case ButtonKey.Forget(boolean yes) -> forget(r, p, yes);
      case ButtonKey.Unlink(boolean yes) -> unlink(r, p, yes);
      case ButtonKey.Consented _ -> consent(r, event, p);
      case ButtonKey.Chosen _ -> answer(p, "");
    };
  }

  private Mono<Void> choose(Received r, String event, Pressed p, ButtonKey.Choice choice) {
    return button(choice)
        .flatMap(
            button ->
                engine
                    .handle(
                        new Event.CustomerChose(
                            event,
                            clock.instant(),
                            r.contact(),
                            r.language(),
                            choice.conversation(),
                            choice.entry(),
                            button.id()))
                    .flatMap(receipt -> chosen(r, p, button, receipt))
                    .thenReturn(true))
        .switchIfEmpty(Mono.defer(() -> passed(r, p).thenReturn(true)))
        .then();
  }

  private Mono<Button> button(ButtonKey.Choice choice) {
    return store
        .entriesAfter(choice.conversation(), choice.entry() - 1, 1)
        .next()
        .flatMap(entry -> Mono.justOrEmpty(button(entry, choice.index())));
  }

  private static Optional<Button> button(Entry entry, int index) {
    return entry.content() instanceof Entry.Content.Text(_, var buttons) && index < buttons.size()
        ? Optional.of(buttons.get(index))
        : Optional.empty();
  }

  private Mono<Void> chosen(Received r, Pressed p, Button button, Receipt receipt) {
    return receipt.verdict() instanceof Verdict.Late
        ? passed(r, p)
        : answer(p, "").then(mark(r, p, button.label()));
  }

  private Mono<Void> passed(Received r, Pressed p) {
    return asides
        .language(r)
        .flatMap(l -> answer(p, flows.active().phrases().say(Phrase.BUTTON_PASSED, l)))
        .then(mark(r, p, ""));
  }

  /** A question of the greeting is said by its button. */
  private Mono<Void> suggested(Received r, String event, Pressed p, String id) {
    return asides
        .language(r)
        .flatMap(
            l ->
                Mono.justOrEmpty(flows.active().question(id).map(label -> label.in(l)))
                    .flatMap(
                        words ->
                            engine.handle(
                                new Event.CustomerSaid(
                                    event,
                                    clock.instant(),
                                    r.contact(),
                                    r.language(),
                                    words,
                                    Optional.of(id)))))
        .then(answer(p, ""));
  }

  private Mono<Void> consent(Received r, String event, Pressed p) {
    return engine
        .handle(new Event.CustomerConsented(event, clock.instant(), r.contact(), r.language()))
        .then(answer(p, ""))
        .then(mark(r, p, ""))
        .then(Mono.defer(() -> asides.say(r, Phrase.CONSENT_THANKS, Map.of())));
  }

  private Mono<Void> forget(Received r, Pressed p, boolean yes) {
    return asides
        .language(r)
        .flatMap(
            l -> {
              var phrase = yes ? Phrase.FORGOTTEN : Phrase.NOT_FORGOTTEN;
              var words = flows.active().phrases().say(phrase, l);
              return (yes ? erasure.erase(r.contact()) : Mono.<Void>empty())
                  .then(answer(p, ""))
                  .then(mark(r, p, ""))
                  .then(Mono.defer(() -> asides.send(r, words, List.of())));
            });
  }

  /** That they have parted is the last line of the talk in this chat. */
  private Mono<Void> unlink(Received r, Pressed p, boolean yes) {
    return (yes
            ? linking.unlink(r.contact())
            : Mono.defer(() -> asides.say(r, Phrase.NOT_UNLINKED, Map.of())))
        .then(answer(p, ""))
        .then(mark(r, p, ""));
  }

  /** Till it is answered the button turns; should that fail, it stops by itself. */
  private Mono<Void> answer(Pressed p, String words) {
    var method = AnswerCallbackQuery.builder().callbackQueryId(p.callback());
    return Mono.defer(
            () -> telegram.call(words.isEmpty() ? method.build() : method.text(words).build()))
        .then();
  }

  /** Leaves of the buttons the one that was chosen, or none. */
  private Mono<Void> mark(Received r, Pressed p, String label) {
    var keys =
        label.isEmpty()
            ? List.<Part.Key>of()
            : List.of(new Part.Key("✓ " + label, new ButtonKey.Chosen().data()));
    return Mono.defer(
            () ->
                telegram.call(
                    EditMessageReplyMarkup.builder()
                        .chatId(Long.toString(r.chat()))
                        .messageId(p.message())
                        .replyMarkup(Messages.keyboard(keys))
                        .build()))
        .then();
  }
}
