package dev.sayonce.channel.web;

import java.time.Clock;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Lets requests in to the thread of their own session: by its token, and not too often. */
final class VisitorDoor {

  private final WebSessionStore sessions;
  private final Visitors visitors;
  private final Clock clock;

  VisitorDoor(WebSessionStore sessions, Visitors visitors, Clock clock) {
    this.sessions = sessions;
    this.visitors = visitors;
    this.clock = clock;
  }

  /** Who asks; fails with {@link ChatRefusal}. */
  Mono<Visitor> enter(HttpHeaders headers, Allowances allowances) {
    return Mono.justOrEmpty(VisitorToken.in(headers))
        .switchIfEmpty(Mono.error(ChatRefusal::noSession))
        .map(visitors::session)
        .flatMap(who -> count(who, allowances));
  }

  private Mono<Visitor> count(Visitor who, Allowances allowances) {
    long wait = allowances.of(who.session()).take(clock.instant());
    return wait > 0 ? Mono.error(ChatRefusal.tooFast(wait)) : admit(who);
  }

  private Mono<Visitor> admit(Visitor session) {
    return visitors
        .find(session)
        .filterWhen(who -> sessions.isRevoked(who).map(revoked -> !revoked))
        .switchIfEmpty(Mono.error(ChatRefusal::revoked));
  }
}
