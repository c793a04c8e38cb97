package dev.sayonce.channel.telegram;

import dev.sayonce.channel.telegram.Incoming.Command;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.customer.Linking;
import dev.sayonce.customer.Redeemed;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Phrase;
import dev.sayonce.handoff.WaitingLine;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What a customer may ask for by a word with a stroke before it. */
final class Commands {

  private static final Map<String, String> HELP =
      Map.of("pl", "pomoc", "ru", "помощь", "en", "help");

  private final ConversationEngine engine;
  private final FlowSets flows;
  private final WaitingLine line;
  private final Linking linking;
  private final Asides asides;
  private final Clock clock;

  Commands(
      ConversationEngine engine,
      FlowSets flows,
      WaitingLine line,
      Linking linking,
      Asides asides,
      Clock clock) {
    this.engine = engine;
    this.flows = flows;
    this.line = line;
    this.linking = linking;
    this.asides = asides;
    this.clock = clock;
  }

  Mono<Void> obey(Received r, String event, Command command) {
    return switch (command.name()) {
      case "start" -> command.argument().isEmpty() ? greet(r) : redeem(r, command.argument());
      case "human" -> asides.language(r).flatMap(l -> asks(r, event, l, Flow.PERSON));
      case "complaint" -> asides.language(r).flatMap(l -> asks(r, event, l, Flow.COMPLAINT));
      case "language" -> asides.language(r).flatMap(l -> offerLanguages(r, l));
      case "status" -> asides.language(r).flatMap(l -> status(r, l));
      case "unlink" -> asides.language(r).flatMap(l -> askWhetherToPart(r, l));
      case "stop" -> asides.language(r).flatMap(l -> askWhetherToForget(r, l));
      default -> asides.language(r).flatMap(l -> help(r, event, l));
    };
  }

  private Mono<Void> greet(Received r) {
    return asides.language(r).flatMap(l -> asides.send(r, greeting(l), suggestions(l)));
  }

  private String greeting(Language language) {
    var company = company().company();
    var privacy =
        company
            .chat()
            .privacy()
            .map(p -> "\n\n" + p.text().in(language) + p.link().map(url -> " " + url).orElse(""));
    return company.greeting().in(language, Map.of()) + privacy.orElse("");
  }

  private List<Part.Key> suggestions(Language language) {
    return company().company().chat().suggest().stream()
        .flatMap(id -> suggestion(id, language).stream())
        .toList();
  }

  private Optional<Part.Key> suggestion(String id, Language language) {
    return company()
        .question(id)
        .map(label -> new Part.Key(label.in(language), new ButtonKey.Suggested(id).data()));
  }

  /** The link's own words tell that it worked; they are part of the talk. */
  private Mono<Void> redeem(Received r, String code) {
    return linking
        .redeem(code, r.contact())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Redeemed.Linked _ -> Mono.empty();
                  case Redeemed.Expired _, Redeemed.UsedAlready _, Redeemed.Unknown _ ->
                      asides.say(r, Phrase.CODE_UNKNOWN, Map.of());
                });
  }

  private Mono<Void> asks(Received r, String event, Language language, String flow) {
    var words = company().question(flow).map(label -> label.in(language));
    return commit(r, event, words.orElse(""), Optional.of(flow));
  }

  private Mono<Void> help(Received r, String event, Language language) {
    return commit(r, event, HELP.getOrDefault(language.code(), "help"), Optional.empty());
  }

  private Mono<Void> commit(Received r, String event, String words, Optional<String> suggestion) {
    var said =
        new Event.CustomerSaid(
            event, clock.instant(), r.contact(), r.language(), words, suggestion);
    return engine.handle(said).then();
  }

  private Mono<Void> offerLanguages(Received r, Language language) {
    var keys =
        company().company().languages().stream()
            .map(l -> new Part.Key(named(l), new ButtonKey.Speak(l).data()))
            .toList();
    return asides.send(r, say(Phrase.WHICH_LANGUAGE, language), keys);
  }

  /** As its speakers call it. */
  private static String named(Language language) {
    Locale locale = language.locale();
    var name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  private Mono<Void> askWhetherToForget(Received r, Language language) {
    var yes = new Part.Key(say(Phrase.FORGET_YES, language), new ButtonKey.Forget(true).data());
    var no = new Part.Key(say(Phrase.FORGET_NO, language), new ButtonKey.Forget(false).data());
    return asides.send(r, say(Phrase.FORGET_QUESTION, language), List.of(yes, no));
  }

  /** A chat that was led to another talk is away from home. */
  private Mono<Void> askWhetherToPart(Received r, Language language) {
    var yes = new Part.Key(say(Phrase.UNLINK_YES, language), new ButtonKey.Unlink(true).data());
    var no = new Part.Key(say(Phrase.UNLINK_NO, language), new ButtonKey.Unlink(false).data());
    var home = engine.home(r.contact());
    return engine
        .place(home)
        .flatMap(
            place ->
                place.equals(home)
                    ? asides.send(r, say(Phrase.NOT_LINKED, language), List.of())
                    : asides.send(r, say(Phrase.UNLINK_QUESTION, language), List.of(yes, no)));
  }

  private Mono<Void> status(Received r, Language language) {
    return engine
        .place(engine.home(r.contact()))
        .flatMap(thread -> engine.current(thread).map(now -> status(thread, now, language)))
        .flatMap(words -> asides.send(r, words, List.of()));
  }

  private String status(ThreadId thread, Optional<Conversation> now, Language language) {
    return now.map(c -> status(thread, c.mode(), language))
        .orElseGet(() -> say(Phrase.STATUS_NONE, language));
  }

  private String status(ThreadId thread, Mode mode, Language language) {
    return switch (mode) {
      case Mode.WithBot _ -> say(Phrase.STATUS_BOT, language);
      case Mode.Queued _ -> place(line.position(thread), language);
      case Mode.WithAgent a ->
          company().phrases().say(Phrase.STATUS_AGENT, language, Map.of("agent", a.agent().name()));
      case Mode.Closed _ -> say(Phrase.STATUS_CLOSED, language);
    };
  }

  String place(Optional<Integer> position, Language language) {
    return position
        .map(p -> Map.of("position", p.toString()))
        .map(values -> company().phrases().say(Phrase.STATUS_WAITING, language, values))
        .orElseGet(() -> say(Phrase.STATUS_IN_LINE, language));
  }

  private String say(Phrase phrase, Language language) {
    return company().phrases().say(phrase, language);
  }

  private FlowSet company() {
    return flows.active();
  }
}
