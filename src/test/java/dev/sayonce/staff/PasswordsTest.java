package dev.sayonce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordsTest {

  private final Passwords passwords = new Passwords(4);

  @Test
  void madePasswordsAreReadableAndNeverTheSame() {
    var one = Passwords.generate().value();

    assertThat(one).matches("[abcdefghjkmnpqrstuvwxyz]{4}(-[abcdefghjkmnpqrstuvwxyz]{4}){3}");
    assertThat(one).isNotEqualTo(Passwords.generate().value());
  }

  @Test
  void knowsTheRightPasswordFromAnother() {
    var hash = passwords.hash(new Secret("correct horse")).blockOptional().orElseThrow();

    assertThat(hash).startsWith("$2").doesNotContain("horse");
    assertThat(passwords.matches(new Secret("correct horse"), hash).block()).isTrue();
    assertThat(passwords.matches(new Secret("correct house"), hash).block()).isFalse();
  }

  @Test
  void refusesWhatBcryptWouldCutShort() {
    var longest = new Secret("a1b2c3".repeat(12));
    var hash = passwords.hash(longest).blockOptional().orElseThrow();

    assertThat(passwords.matches(longest, hash).block()).isTrue();
    assertThat(passwords.matches(new Secret(longest.value() + "x"), hash).block()).isFalse();
  }

  @Test
  void nobodysHashCostsAsMuchAsAnyOther() {
    var encoder = new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(4);

    assertThat(encoder.upgradeEncoding(passwords.nobodysHash())).isFalse();
    assertThat(passwords.matchesNobody(new Secret("anything at all")).block()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "elevenchars", "aaaaaaaaaaaaaaaa", "abababababababab", "my-name-is-Anna-k"})
  void findsWeak(String password) {
    assertThat(Passwords.isWeak(new Secret(password), "anna-k")).isTrue();
  }

  @Test
  void letsALongSentencePass() {
    assertThat(Passwords.isWeak(new Secret("zażółć gęślą jaźń"), "anna-k")).isFalse();
  }

  @Test
  void noSecretReachesALog() {
    var account = AccountsForTests.agent("a-1", "anna");

    assertThat(new Secret("hunter2 hunter2").toString()).doesNotContain("hunter2");
    assertThat(account.toString()).doesNotContain(account.passwordHash());
  }
}
