package dev.sayonce.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.sayonce.StartupRefused;
import dev.sayonce.conversation.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a token vouches for, and why it does not. */
class IdentityTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  private static IdentityProperties properties(String secret, @Nullable Path key, String issuer) {
    return new IdentityProperties(
        secret, key, "sayonce", issuer, Duration.ofDays(1), Duration.ofHours(8));
  }

  private static IdentityTokens tokens(IdentityProperties properties) {
    return new IdentityTokens(IdentityKeys.in(properties).orElseThrow(), properties, CLOCK);
  }

  private static SignedIn read(String token) {
    return tokens(properties(VouchingPage.SECRET, null, "")).read(token);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("4711")
        .audience("sayonce")
        .expirationTime(Date.from(NOW.plusSeconds(60)));
  }

  private static void refuses(JWTClaimsSet.Builder claims, String why) {
    var token = VouchingPage.signed(VouchingPage.SECRET, claims.build());
    assertThatThrownBy(() -> read(token))
        .isInstanceOf(NotVouched.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining(token);
  }

  @Test
  void tellsWhoItIsAndWhatIsKnown() {
    var facts =
        Map.of("orderNumber", "AB123456", "loyal", true, "orders", 7, "nested", Map.of("a", 1));
    var who = read(VouchingPage.vouchFor("4711", " Łucja ", facts, NOW));

    assertThat(who.identity())
        .isEqualTo(
            new Identity(
                "4711", Optional.of("Łucja"), Identity.Proof.PAGE, NOW.plus(Duration.ofHours(8))));
    assertThat(who.facts())
        .isEqualTo(Map.of("orderNumber", "AB123456", "loyal", "true", "orders", "7"));
    assertThat(who.since()).isEqualTo(NOW);
  }

  @Test
  void givesACustomerOneAddressEverywhereThatDoesNotTellWhoTheyAre() {
    var one = read(VouchingPage.vouchFor("4711", "Anna", Map.of(), NOW)).contact();
    assertThat(read(VouchingPage.vouchFor("4711", "Anna Maria", Map.of(), NOW)).contact())
        .isEqualTo(one);
    assertThat(read(VouchingPage.vouchFor("4712", "Anna", Map.of(), NOW)).contact())
        .isNotEqualTo(one);
    assertThat(one.address()).doesNotContain("4711").hasSize(64);
  }

  @Test
  void refusesWhatProvesNothing() {
    refuses(claims().expirationTime(null), "no exp");
    refuses(claims().expirationTime(Date.from(NOW.minusSeconds(61))), "expired");
    refuses(claims().expirationTime(Date.from(NOW.plusSeconds(90_000))), "longer than");
    refuses(claims().notBeforeTime(Date.from(NOW.plusSeconds(120))), "not valid yet");
    refuses(claims().audience("somebody else"), "aud");
    refuses(claims().audience((String) null), "aud");
    refuses(claims().subject(null), "sub");
    refuses(claims().subject("  "), "sub");
    refuses(claims().subject("x".repeat(201)), "sub");
  }

  @Test
  void toleratesClocksThatDiffer() {
    var late = claims().expirationTime(Date.from(NOW.minusSeconds(30)));
    var early = claims().notBeforeTime(Date.from(NOW.plusSeconds(30)));
    assertThat(read(VouchingPage.signed(VouchingPage.SECRET, late.build()))).isNotNull();
    assertThat(read(VouchingPage.signed(VouchingPage.SECRET, early.build()))).isNotNull();
  }

  @Test
  void wantsTheIssuerThatIsNamed() {
    var tokens = tokens(properties(VouchingPage.SECRET, null, "shop"));
    var right = VouchingPage.signed(VouchingPage.SECRET, claims().issuer("shop").build());
    var wrong = VouchingPage.signed(VouchingPage.SECRET, claims().issuer("pirate").build());
    assertThat(tokens.read(right).identity().customer()).isEqualTo("4711");
    assertThatThrownBy(() -> tokens.read(wrong)).hasMessageContaining("iss");
    assertThatThrownBy(
            () -> tokens.read(VouchingPage.signed(VouchingPage.SECRET, claims().build())))
        .hasMessageContaining("iss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJIUzI1NiJ9..", "\u0000", "....."})
  void refusesGarbage(String garbage) {
    assertThatThrownBy(() -> read(garbage)).isInstanceOf(NotVouched.class);
  }

  @Test
  void refusesAnotherSignatureNoneAndOtherAlgorithms() throws JOSEException {
    var other = VouchingPage.signed("another secret of at least 32 bytes!", claims().build());
    assertThatThrownBy(() -> read(other)).hasMessageContaining("signature is wrong");
    var none = new PlainJWT(claims().build()).serialize();
    assertThatThrownBy(() -> read(none)).isInstanceOf(NotVouched.class);
    var longer = new SignedJWT(new JWSHeader(JWSAlgorithm.HS512), claims().build());
    longer.sign(new MACSigner(VouchingPage.SECRET.repeat(2).getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> read(longer.serialize())).hasMessageContaining("HS512");
    assertThatThrownBy(() -> read("x".repeat(5000))).hasMessageContaining("longer than");
  }

  @Test
  void takesTokensSignedWithAPrivateKey() throws Exception {
    var keys = keys();
    var tokens = tokens(properties("", pem(keys), ""));
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims().build());
    token.sign(new RSASSASigner(keys.getPrivate()));
    assertThat(tokens.read(token.serialize()).identity().customer()).isEqualTo("4711");
    var shared = VouchingPage.signed(VouchingPage.SECRET, claims().build());
    assertThatThrownBy(() -> tokens.read(shared)).hasMessageContaining("wanted is RS256");
    // the classic: the public key as a shared secret
    var confused = VouchingPage.signed(Files.readString(pem(keys)), claims().build());
    assertThatThrownBy(() -> tokens.read(confused)).hasMessageContaining("wanted is RS256");
  }

  private static KeyPair keys() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private Path pem(KeyPair keys) throws IOException {
    var body = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
    return Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(body));
  }

  @Test
  void doesNotStartWithSettingsOfNoUse() throws IOException {
    assertThat(IdentityKeys.in(properties("", null, ""))).isEmpty();
    refusesToStart(properties("too short", null, ""), "9 bytes", "at least 32");
    refusesToStart(properties("", folder.resolve("none.pem"), ""), "can't be read", "PEM");
    var text = Files.writeString(folder.resolve("text.pem"), "no key at all");
    refusesToStart(properties("", text, ""), "no RSA public key", "PEM");
    refusesToStart(properties(VouchingPage.SECRET, text, ""), "both", "Keep");
    assertThat(properties(VouchingPage.SECRET, null, "").toString())
        .doesNotContain(VouchingPage.SECRET);
  }

  private static void refusesToStart(IdentityProperties settings, String what, String remedy) {
    assertThatThrownBy(() -> IdentityKeys.in(settings))
        .isInstanceOfSatisfying(
            StartupRefused.class,
            e -> {
              assertThat(Objects.requireNonNull(e.what())).contains(what);
              assertThat(e.remedy()).contains(remedy);
            });
  }
}
