package dev.sayonce.platform;

import dev.sayonce.staff.SessionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds out who makes a request, once per request and only where somebody asks. */
@Component
final class SessionContexts implements ServerSecurityContextRepository {

  private static final String FOUND = SessionContexts.class.getName();

  private final SessionStore sessions;
  private final SessionCookie cookie;

  SessionContexts(SessionStore sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    Mono<SecurityContext> known = exchange.getAttribute(FOUND);
    if (known != null) {
      return known;
    }
    var found = Mono.justOrEmpty(cookie.read(exchange)).flatMap(sessions::find);
    Mono<SecurityContext> context = found.<SecurityContext>map(SecurityContextImpl::new).cache();
    exchange.getAttributes().put(FOUND, context);
    return context;
  }

  /** Sessions begin and end with their cookie, nowhere else. */
  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return Mono.empty();
  }
}
