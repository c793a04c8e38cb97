package dev.sayonce.redis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where state is kept.
 *
 * @param url a Redis to use ({@code redis://user:password@host:6379/0}; {@code
 *     redis://host:6379,host:6379} or any server of a cluster; {@code
 *     redis-sentinel://password@host:26379,host:26379/0#master}; {@code rediss} for TLS); empty:
 *     the embedded server
 * @param username for the password, if it is not the default user's
 * @param password instead of the one in the url
 * @param sentinelPassword if the sentinels want one
 * @param certificateAuthority a PEM file with the certificates that vouch for the servers, instead
 *     of those that the machine trusts
 * @param timeout how long a command may take before the sender is told to try again
 * @param partitions how many parts the threads are spread over, 1 to 100; fixed at the first start
 *     on a Redis
 * @param retention how long a thread is kept after its last event
 */
@Validated
@ConfigurationProperties("sayonce.redis")
public record RedisProperties(
    @DefaultValue("") String url,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("") String sentinelPassword,
    Optional<Path> certificateAuthority,
    @DefaultValue("2s") Duration timeout,
    @DefaultValue("16") @Min(1) @Max(100) int partitions,
    @DefaultValue("400d") Duration retention,
    @DefaultValue @Valid Embedded embedded) {

  @Override
  public String toString() {
    return "RedisProperties[partitions=%d]".formatted(partitions); // the others hold secrets
  }

  /**
   * The embedded server.
   *
   * @param folder where it keeps its data
   * @param appendFsync when a commit reaches the disk: {@code always} before it is acknowledged;
   *     {@code everysec} up to a second later
   */
  public record Embedded(
      @DefaultValue(".data/redis") Path folder,
      @DefaultValue("always") @Pattern(regexp = "always|everysec") String appendFsync) {}
}
