package dev.sayonce.customer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sayonce.conversation.Identity;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens by which the company's page vouches for its customers (JWT, RFC 7519; the rules
 * of RFC 8725: one algorithm fixed beforehand, issuer and audience checked).
 */
final class IdentityTokens {

  private static final int LONGEST_TOKEN = 4096;
  private static final int LONGEST_CUSTOMER = 200;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_FACT = 500;
  private static final int MOST_FACTS = 50;

  /** Clocks of two servers differ. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final IdentityKey key;
  private final IdentityProperties properties;
  private final Clock clock;

  IdentityTokens(IdentityKey key, IdentityProperties properties, Clock clock) {
    this.key = key;
    this.properties = properties;
    this.clock = clock;
  }

  /** Who is vouched for; throws {@link NotVouched} if the token proves nothing. */
  SignedIn read(String token) {
    if (token.length() > LONGEST_TOKEN) {
      throw new NotVouched("The token is longer than %d characters.".formatted(LONGEST_TOKEN));
    }
    try {
      return read(verified(SignedJWT.parse(token)));
    } catch (ParseException e) {
      throw new NotVouched("That is not a signed JWT.");
    }
  }

  private JWTClaimsSet verified(SignedJWT token) throws ParseException {
    var algorithm = token.getHeader().getAlgorithm();
    if (!key.algorithm().equals(algorithm)) {
      throw new NotVouched("Signed with %s, wanted is %s.".formatted(algorithm, key.algorithm()));
    }
    try {
      if (!token.verify(key.verifier())) {
        throw new NotVouched("The signature is wrong: another secret or key signed it.");
      }
    } catch (JOSEException e) {
      throw new NotVouched("The signature can't be checked.");
    }
    return token.getJWTClaimsSet();
  }

  private SignedIn read(JWTClaimsSet claims) throws ParseException {
    var now = clock.instant();
    checkTimes(claims, now);
    if (!claims.getAudience().contains(properties.audience())) {
      throw new NotVouched("Its aud does not hold \"%s\".".formatted(properties.audience()));
    }
    if (!properties.issuer().isEmpty() && !properties.issuer().equals(claims.getIssuer())) {
      throw new NotVouched("Its iss is not \"%s\".".formatted(properties.issuer()));
    }
    var customer = Objects.requireNonNullElse(claims.getSubject(), "").strip();
    if (customer.isEmpty() || customer.length() > LONGEST_CUSTOMER) {
      throw new NotVouched("Its sub must name the customer.");
    }
    var name = text(claims.getClaim("name"), LONGEST_NAME);
    var identity =
        new Identity(customer, name, Identity.Proof.PAGE, now.plus(properties.remember()));
    return new SignedIn(identity, facts(claims), now);
  }

  private void checkTimes(JWTClaimsSet claims, Instant now) {
    var until = claims.getExpirationTime();
    if (until == null) {
      throw new NotVouched("It has no exp: a token must end.");
    }
    if (!now.isBefore(until.toInstant().plus(SKEW))) {
      throw new NotVouched("It has expired.");
    }
    if (until.toInstant().isAfter(now.plus(properties.longest()).plus(SKEW))) {
      throw new NotVouched("It is valid for longer than %s.".formatted(properties.longest()));
    }
    var from = claims.getNotBeforeTime();
    if (from != null && now.plus(SKEW).isBefore(from.toInstant())) {
      throw new NotVouched("It is not valid yet.");
    }
  }

  /** What else the page tells, by slot. */
  private static Map<String, String> facts(JWTClaimsSet claims) throws ParseException {
    var facts = new HashMap<String, String>();
    var told = Objects.requireNonNullElse(claims.getJSONObjectClaim("facts"), Map.of());
    told.entrySet().stream()
        .limit(MOST_FACTS)
        .forEach(
            fact ->
                text(fact.getValue(), LONGEST_FACT)
                    .ifPresent(value -> facts.put(String.valueOf(fact.getKey()), value)));
    return Map.copyOf(facts);
  }

  private static Optional<String> text(@Nullable Object value, int most) {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? Optional.of(value.toString().strip()).filter(t -> !t.isEmpty() && t.length() <= most)
        : Optional.empty();
  }

  /** What checks signatures, and of what kind. */
  record IdentityKey(JWSAlgorithm algorithm, JWSVerifier verifier) {}
}
