package dev.sayonce.channel.web;

import dev.sayonce.Token;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** A session's token as requests carry it: {@code Authorization: Bearer …}, never in a URL. */
final class VisitorToken {

  private static final String SCHEME = "Bearer ";

  private VisitorToken() {}

  /** Empty if there is none, or none that we could have made. */
  static Optional<String> in(HttpHeaders headers) {
    return Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(Token::isOne);
  }
}
