package dev.sayonce.customer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.sayonce.StartupRefused;
import dev.sayonce.customer.IdentityTokens.IdentityKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.converter.RsaKeyConverters;

/** The one key that checks tokens, as the settings name it. */
final class IdentityKeys {

  private static final int SHORTEST_SECRET = 32;

  private IdentityKeys() {}

  /**
   * Empty if the settings name none.
   *
   * @throws StartupRefused if what they name is of no use
   */
  static Optional<IdentityKey> in(IdentityProperties properties) {
    boolean hasSecret = !properties.secret().isBlank();
    var file = properties.publicKey();
    if (hasSecret && file != null) {
      throw new StartupRefused(
          "sayonce.identity names both a secret and a public-key.", "Keep the one that signs.");
    }
    if (hasSecret) {
      return Optional.of(shared(properties.secret().getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.ofNullable(file).map(IdentityKeys::published);
  }

  private static IdentityKey shared(byte[] secret) {
    if (secret.length < SHORTEST_SECRET) {
      throw new StartupRefused(
          "sayonce.identity.secret is %d bytes long.".formatted(secret.length),
          "HS256 wants at least 32: openssl rand -base64 48 makes a good one.");
    }
    try {
      return new IdentityKey(JWSAlgorithm.HS256, new MACVerifier(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException("A secret of that length is always taken", e);
    }
  }

  private static IdentityKey published(Path file) {
    try {
      var pem = new ByteArrayInputStream(Files.readAllBytes(file));
      var key = Objects.requireNonNull(RsaKeyConverters.x509().convert(pem));
      return new IdentityKey(JWSAlgorithm.RS256, new RSASSAVerifier(key));
    } catch (IOException e) {
      throw refused(file, "can't be read");
    } catch (RuntimeException e) {
      throw refused(file, "holds no RSA public key");
    }
  }

  private static StartupRefused refused(Path file, String what) {
    return new StartupRefused(
        "sayonce.identity.public-key: %s %s.".formatted(file, what),
        "Name a PEM file that begins with -----BEGIN PUBLIC KEY-----.");
  }
}
