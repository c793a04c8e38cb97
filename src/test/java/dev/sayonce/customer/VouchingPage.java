package dev.sayonce.customer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** What a company's server does to vouch for its customers. */
public final class VouchingPage {

  public static final String SECRET = "a secret that only the company and the gateway know";

  private VouchingPage() {}

  /** For that customer, for five minutes from then. */
  public static String vouchFor(String customer, String name, Map<String, ?> facts, Instant now) {
    return signed(
        SECRET,
        new JWTClaimsSet.Builder()
            .subject(customer)
            .claim("name", name)
            .claim("facts", facts)
            .audience("sayonce")
            .expirationTime(Date.from(now.plusSeconds(300)))
            .build());
  }

  static String signed(String secret, JWTClaimsSet claims) {
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
