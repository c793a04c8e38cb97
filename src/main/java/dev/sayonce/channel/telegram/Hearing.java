package dev.sayonce.channel.telegram;

import dev.sayonce.channel.telegram.Incoming.Command;
import dev.sayonce.channel.telegram.Incoming.Edited;
import dev.sayonce.channel.telegram.Incoming.InCompany;
import dev.sayonce.channel.telegram.Incoming.Media;
import dev.sayonce.channel.telegram.Incoming.Nothing;
import dev.sayonce.channel.telegram.Incoming.Pressed;
import dev.sayonce.channel.telegram.Incoming.Reachable;
import dev.sayonce.channel.telegram.Incoming.Special;
import dev.sayonce.channel.telegram.Incoming.Words;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Event.CustomerEdited.Place;
import dev.sayonce.conversation.NoConversation;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.Receipt;
import dev.sayonce.flow.Phrase;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Makes events of what came in and has them committed. */
final class Hearing {

  private final ConversationEngine engine;
  private final Commands commands;
  private final Presses presses;
  private final Fetching fetching;
  private final Asides asides;
  private final Consent consent;
  private final OnceStore once;
  private final LineStore lines;
  private final Bot bot;
  private final Clock clock;

  Hearing(
      ConversationEngine engine,
      Commands commands,
      Presses presses,
      Fetching fetching,
      Asides asides,
      Consent consent,
      OnceStore once,
      LineStore lines,
      Bot bot,
      Clock clock) {
    this.engine = engine;
    this.commands = commands;
    this.presses = presses;
    this.fetching = fetching;
    this.asides = asides;
    this.consent = consent;
    this.once = once;
    this.lines = lines;
    this.bot = bot;
    this.clock = clock;
  }

  /** Completes after the commit. */
  Mono<Void> hear(Received r) {
    return consent.isLacking(r).flatMap(lacking -> lacking ? consent.ask(r) : take(r));
  }

  private Mono<Void> take(Received r) {
    return switch (r.what()) {
      case Words(var text, var quoted) ->
          line(r, quoted.isPresent() ? 1 : 0, engine.handle(said(r, text, quoted)));
      case Command c -> commands.obey(r, id(r), c);
      case Pressed p -> presses.press(r, id(r), p);
      case Media m -> line(r, 0, fetching.fetch(r, id(r), m));
      case Special(var kind, var text, var caption) ->
          commit(
              new Event.CustomerSentOther(
                  id(r), clock.instant(), r.contact(), r.language(), kind, text, caption));
      case Edited(var text) -> lines.read(r).flatMap(line -> commit(edited(r, text, line)));
      case InCompany _ -> invite(r);
      case Reachable(boolean isReachable) -> told(r, reachable(r, isReachable));
      case Nothing _ -> Mono.empty();
    };
  }

  /**
   * Remembers which line it became, should it be edited: behind its first line, where that quotes
   * another.
   */
  private Mono<Void> line(Received r, int behind, Mono<Receipt> commit) {
    return commit.flatMap(
        receipt ->
            receipt.first() == 0
                ? Mono.empty()
                : lines.write(r, new Place(receipt.conversation(), receipt.first() + behind)));
  }

  private Event.CustomerEdited edited(Received r, String text, Optional<Place> original) {
    return new Event.CustomerEdited(
        id(r), clock.instant(), r.contact(), r.language(), text, original);
  }

  private Event reachable(Received r, boolean isReachable) {
    return isReachable
        ? new Event.ContactUnblocked(id(r), clock.instant(), r.contact())
        : new Event.ContactBlocked(id(r), clock.instant(), r.contact());
  }

  /** Who never wrote has nothing that could be told of it. */
  private Mono<Void> told(Received r, Event event) {
    return engine
        .handle(engine.home(r.contact()), event)
        .onErrorResume(NoConversation.class, _ -> Mono.empty())
        .then();
  }

  /** A group is answered once: others need not hear it at every word. */
  private Mono<Void> invite(Received r) {
    return once.isFirst("group:" + r.chat(), Long.toString(r.update()))
        .filter(Boolean::booleanValue)
        .flatMap(
            _ ->
                asides.say(
                    r, Phrase.PRIVATE_ONLY, Map.of("link", bot.link(Optional.empty()).toString())));
  }

  private Event.CustomerSaid said(Received r, String text, Optional<String> quoted) {
    return new Event.CustomerSaid(
        id(r), clock.instant(), r.contact(), r.language(), text, Optional.empty(), quoted);
  }

  /** The event that brought what could not be handled. */
  Mono<Void> failed(Received r, Throwable failure) {
    var words =
        switch (r.what()) {
          case Words(var text, _) -> text;
          case Edited(var text) -> text;
          case Special(_, var text, _) -> text;
          case Command(var name, var argument) -> "/%s %s".formatted(name, argument).strip();
          case Media m -> m.caption().orElse("");
          case Pressed _, InCompany _, Reachable _, Nothing _ -> "";
        };
    return r.what() instanceof InCompany
            || r.what() instanceof Reachable
            || r.what() instanceof Nothing
        ? Mono.empty()
        : commit(
            new Event.TurnFailed(
                id(r),
                clock.instant(),
                r.contact(),
                r.language(),
                words,
                failure.getClass().getSimpleName()));
  }

  private Mono<Void> commit(Event.ByCustomer event) {
    return engine.handle(event).then();
  }

  private String id(Received r) {
    return "tg:" + bot.id() + ":" + r.update();
  }
}
