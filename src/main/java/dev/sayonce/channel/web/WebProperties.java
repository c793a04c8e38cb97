package dev.sayonce.channel.web;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The web chat.
 *
 * @param allowedOrigins origins of the pages that may embed the chat besides our own, like {@code
 *     https://www.example.com} or {@code https://*.example.com}
 * @param ping how often each socket is told the last number it should have
 * @param burst how many messages a session may send at once
 * @param refill after this time it may send one more
 * @param mostSockets how many sockets a session may have open
 * @param mostSocketsInAll how many sockets this gateway takes
 */
@Validated
@ConfigurationProperties("sayonce.web")
public record WebProperties(
    @DefaultValue List<@Pattern(regexp = ORIGIN) String> allowedOrigins,
    @DefaultValue("20s") Duration ping,
    @DefaultValue("5") int burst,
    @DefaultValue("1s") Duration refill,
    @DefaultValue("20") int mostSockets,
    @DefaultValue("20000") int mostSocketsInAll) {

  /** Nothing that could end the directive which the origins are written into. */
  public static final String ORIGIN =
      "https?://(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\\d{1,5})?";
}
