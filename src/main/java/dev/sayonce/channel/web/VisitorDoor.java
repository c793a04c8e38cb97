package dev.sayonce.channel.web;

import dev.sayonce.engine.ConversationEngine;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Lets requests in to the thread of their own session: by its token, and not too often. */
final class VisitorDoor {

  private final WebSessionStore sessions;
  private final ConversationEngine engine;
  private final int partitions;
  private final Clock clock;

  VisitorDoor(WebSessionStore sessions, ConversationEngine engine, int partitions, Clock clock) {
    this.sessions = sessions;
    this.engine = engine;
    this.partitions = partitions;
    this.clock = clock;
  }

  /** Who asks; fails with {@link ChatRefusal}. */
  Mono<Visitor> enter(HttpHeaders headers, Allowances allowances) {
    return Mono.justOrEmpty(VisitorToken.in(headers))
        .switchIfEmpty(Mono.error(ChatRefusal::noSession))
        .map(token -> Visitor.known(token, partitions))
        .flatMap(who -> count(who, allowances));
  }

  private Mono<Visitor> count(Visitor who, Allowances allowances) {
    long wait = allowances.of(who.thread()).take(clock.instant());
    return wait > 0 ? Mono.error(ChatRefusal.tooFast(wait)) : admit(who);
  }

  private Mono<Visitor> admit(Visitor who) {
    return place(who)
        .filterWhen(at -> sessions.isRevoked(at).map(revoked -> !revoked))
        .switchIfEmpty(Mono.error(ChatRefusal::revoked));
  }

  /** The visitor where they are by now. */
  Mono<Visitor> place(Visitor who) {
    return engine.place(who.home()).map(who::in);
  }
}
