package dev.sayonce.customer;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the company's page vouches for customers who are signed in there: with a signed token (JWT,
 * RFC 7519). Without a secret and a key nobody is vouched for.
 *
 * @param secret signs with HS256, at least 32 bytes; shared with the company's server
 * @param publicKey a file with the public key (PEM) that checks RS256; the company's server keeps
 *     the private one
 * @param audience what {@code aud} must hold
 * @param issuer what {@code iss} must be; empty: whatever it is
 * @param longest a token that is valid for longer than this is refused
 * @param remember so long the proof counts on the browser that brought it
 */
@Validated
@ConfigurationProperties("sayonce.identity")
record IdentityProperties(
    @DefaultValue("") String secret,
    @Nullable Path publicKey,
    @DefaultValue("sayonce") String audience,
    @DefaultValue("") String issuer,
    @DefaultValue("1d") @DurationMin(minutes = 1) Duration longest,
    @DefaultValue("8h") @DurationMin(minutes = 1) Duration remember) {

  /** Tells no secret. */
  @Override
  public String toString() {
    return "IdentityProperties[audience=%s, issuer=%s]".formatted(audience, issuer);
  }
}
