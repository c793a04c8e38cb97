package dev.sayonce.platform;

import dev.sayonce.staff.Secret;
import dev.sayonce.staff.StaffProperties;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookie that carries a session's token. It goes to the console alone, is unreadable for
 * scripts, and ends with the browser: how long the session lives is for the server to say.
 */
@Component
public final class SessionCookie {

  static final String NAME = "sayonce-session";
  static final String PATH = "/console";

  private final boolean alwaysSecure;

  SessionCookie(StaffProperties properties) {
    this.alwaysSecure = properties.secureCookies();
  }

  Optional<Secret> read(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(NAME))
        .map(cookie -> new Secret(cookie.getValue()));
  }

  /** Gives the browser a token. */
  public void write(ServerWebExchange exchange, Secret token) {
    exchange.getResponse().addCookie(cookie(exchange, token.value()).build());
  }

  /** Takes the token away from the browser. */
  public void clear(ServerWebExchange exchange) {
    exchange.getResponse().addCookie(cookie(exchange, "").maxAge(Duration.ZERO).build());
  }

  /** Whether cookies of this answer are for https only. */
  boolean isSecure(ServerWebExchange exchange) {
    return alwaysSecure || "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
  }

  private ResponseCookie.ResponseCookieBuilder cookie(ServerWebExchange exchange, String value) {
    return ResponseCookie.from(NAME, value)
        .path(PATH)
        .httpOnly(true)
        .sameSite("Strict")
        .secure(isSecure(exchange));
  }
}
