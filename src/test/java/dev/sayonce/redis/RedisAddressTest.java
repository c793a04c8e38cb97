package dev.sayonce.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayonce.StartupRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every way to say where Redis is, and none that tells the password. */
class RedisAddressTest {

  private static RedisAddress of(String url) {
    return RedisAddress.of(properties(url, "", Optional.empty()));
  }

  private static RedisProperties properties(
      String url, String password, Optional<Path> certificates) {
    return new RedisProperties(
        url,
        "",
        password,
        "",
        certificates,
        Duration.ofSeconds(2),
        16,
        Duration.ofDays(400),
        new RedisProperties.Embedded(Path.of("unused"), "always"));
  }

  private static String passwordOf(RedisAddress address) {
    var credentials = address.first().getCredentialsProvider().resolveCredentials().block();
    return new String(credentials.getPassword());
  }

  @Test
  void isOneServer() {
    var address = of("rediss://user:secret@redis.example.com:6380/0");

    assertThat(address.name()).isEqualTo("redis.example.com:6380");
    assertThat(address.first().isSsl()).isTrue();
    assertThat(passwordOf(address)).isEqualTo("secret");
  }

  @Test
  void isSomeServersOfACluster() {
    var address = of("redis://:secret@a:7000,b:7001,c:7002");

    assertThat(address.name()).isEqualTo("a:7000, b:7001, c:7002");
    assertThat(address.nodes()).hasSize(3).allMatch(n -> passwordOf(address).equals("secret"));
  }

  @Test
  void isWhomTheSentinelsName() {
    var address = of("redis-sentinel://secret@s1:26379,s2:26379/0#talks");

    assertThat(address.nodes()).hasSize(1);
    assertThat(address.name()).isEqualTo("talks of s1:26379, s2:26379");
  }

  @Test
  void takesThePasswordFromItsOwnSetting() {
    var address = RedisAddress.of(properties("redis://a:1,b:2", "other", Optional.empty()));

    assertThat(passwordOf(address)).isEqualTo("other");
  }

  @Test
  void refusesWhatIsNoAddressOrCertificate() {
    assertThatThrownBy(() -> of("http://a")).isInstanceOf(StartupRefused.class);
    var missing = Optional.of(Path.of("no-such-file.pem"));
    assertThatThrownBy(() -> RedisAddress.of(properties("redis://a", "", missing)))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("no-such-file.pem");
  }

  @Test
  void settingsTellNoSecret() {
    assertThat(properties("redis://:secret@a", "other", Optional.empty()).toString())
        .doesNotContain("secret", "other");
  }
}
