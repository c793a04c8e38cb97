package dev.sayonce.channel.web;

import dev.sayonce.Sha256;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Identity;
import dev.sayonce.customer.NotVouched;
import dev.sayonce.customer.SignIns;
import dev.sayonce.customer.SignedIn;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.flow.Language;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Finds out who a session's token stands for, and where they are by now. */
final class Visitors {

  private static final Logger log = LoggerFactory.getLogger(Visitors.class);
  private static final int SHORT = 16;

  private final SignIns signIns;
  private final ConversationEngine engine;
  private final int partitions;
  private final Clock clock;

  Visitors(SignIns signIns, ConversationEngine engine, int partitions, Clock clock) {
    this.signIns = signIns;
    this.engine = engine;
    this.partitions = partitions;
    this.clock = clock;
  }

  /** The session of a token that has the shape of ours, whoever is on it. */
  Visitor session(String token) {
    return Visitor.known(token, partitions);
  }

  /**
   * The visitor who greets; a new one if they bring no token of ours. Whoever the page vouches for
   * is signed in; if somebody else is on that session, it is left to them and a new one begins.
   * Where nobody can be signed in, Redis may be away for a greeting.
   */
  Mono<Visitor> greeting(Optional<String> token, Optional<String> vouching) {
    var session = Visitor.of(token, partitions);
    return Mono.justOrEmpty(vouching)
        .flatMap(signIns::vouched)
        .flatMap(who -> signIn(session, who))
        .onErrorResume(NotVouched.class, e -> unproved(e))
        .switchIfEmpty(Mono.defer(() -> find(session)))
        .onErrorResume(e -> signIns.isOn() ? Mono.error(e) : Mono.just(session));
  }

  /** The customer is served all the same, as whoever they were. */
  private static Mono<Visitor> unproved(NotVouched why) {
    log.warn("A page vouched for a customer in vain: {}", why.getMessage());
    return Mono.empty();
  }

  private Mono<Visitor> signIn(Visitor session, SignedIn who) {
    return signIns
        .of(session.ofSession())
        .filter(before -> !before.contact().equals(who.contact()))
        .map(_ -> Visitor.of(Optional.empty(), partitions))
        .defaultIfEmpty(session)
        .flatMap(s -> signIns.signIn(s.ofSession(), who).thenReturn(s.as(who, partitions)))
        .flatMap(this::place);
  }

  /** Who is on the session, where they are by now. */
  Mono<Visitor> find(Visitor session) {
    return signIns
        .of(session.ofSession())
        .map(who -> session.as(who, partitions))
        .defaultIfEmpty(session)
        .flatMap(this::place);
  }

  /** The visitor where they are by now. */
  Mono<Visitor> place(Visitor who) {
    return engine.place(who.home()).map(who::in);
  }

  /** Agents and processes know who it is before they hear what is said. */
  Mono<Void> introduce(Visitor who, Optional<Language> hint) {
    return Mono.justOrEmpty(who.signedIn())
        .filterWhen(s -> engine.current(who.thread()).map(talk -> !isKnown(talk, s.identity())))
        .flatMap(s -> engine.handle(who.home(), identified(who, s, hint)))
        .then();
  }

  /** The same once a talk is there; it is not begun for that. */
  Mono<Void> introduceToTalk(Visitor who, Optional<Language> hint) {
    return Mono.justOrEmpty(who.signedIn())
        .flatMap(_ -> engine.current(who.thread()))
        .filter(Optional::isPresent)
        .flatMap(_ -> introduce(who, hint));
  }

  private static boolean isKnown(Optional<Conversation> talk, Identity identity) {
    return talk.flatMap(Conversation::identity)
        .filter(known -> known.customer().equals(identity.customer()))
        .filter(known -> !known.until().isBefore(identity.until()))
        .isPresent();
  }

  private Event identified(Visitor who, SignedIn signedIn, Optional<Language> hint) {
    var identity = signedIn.identity();
    var id =
        Sha256.hex(identity.customer()).substring(0, SHORT) + "-" + identity.until().toEpochMilli();
    return new Event.CustomerIdentified(
        "identity:" + id,
        clock.instant(),
        who.contact(),
        hint,
        identity,
        Map.copyOf(signedIn.facts()));
  }
}
