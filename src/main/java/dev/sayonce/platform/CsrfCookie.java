package dev.sayonce.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The cookie {@code XSRF-TOKEN}, which the console's page reads and sends back in a header: another
 * site's page can't. Marked for https as the session's cookie is.
 */
@Component
final class CsrfCookie implements ServerCsrfTokenRepository {

  private final SessionCookie session;
  private final ServerCsrfTokenRepository plain = repository(false);
  private final ServerCsrfTokenRepository secure = repository(true);

  CsrfCookie(SessionCookie session) {
    this.session = session;
  }

  private static ServerCsrfTokenRepository repository(boolean secure) {
    var repository = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookiePath(SessionCookie.PATH);
    repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict").secure(secure));
    return repository;
  }

  @Override
  public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
    return plain.generateToken(exchange);
  }

  @Override
  public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
    return plain.loadToken(exchange);
  }

  @Override
  public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
    return (session.isSecure(exchange) ? secure : plain).saveToken(exchange, token);
  }
}
