package dev.sayonce.redis;

import dev.sayonce.StartupRefused;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Where Redis is and how it is spoken to.
 *
 * @param nodes one server, the sentinels' master, or some of the servers of a cluster
 * @param authority certificates of those who may vouch for the servers, instead of those the
 *     machine trusts
 */
record RedisAddress(List<RedisURI> nodes, Optional<Path> authority) {

  static RedisAddress of(RedisURI uri) {
    return new RedisAddress(List.of(uri), Optional.empty());
  }

  /** Reads the settings, or refuses them. */
  static RedisAddress of(RedisProperties properties) {
    var nodes = parse(properties.url().strip());
    nodes.forEach(node -> admit(node, properties));
    return new RedisAddress(nodes, authority(properties.certificateAuthority()));
  }

  private static List<RedisURI> parse(String url) {
    try {
      return url.startsWith("redis-sentinel:") || url.startsWith("rediss-sentinel:")
          ? List.of(RedisURI.create(url))
          : RedisClusterURIUtil.toRedisURIs(URI.create(url));
    } catch (IllegalArgumentException e) {
      throw new StartupRefused(
          "sayonce.redis.url is not the address of a Redis.",
          "Write it as redis://user:password@host:6379/0; a cluster as redis://host:6379,host:6379; with sentinels as"
              + " redis-sentinel://password@host:26379,host:26379/0#master");
    }
  }

  private static void admit(RedisURI node, RedisProperties properties) {
    if (!properties.password().isEmpty()) {
      var user = properties.username().isEmpty() ? null : properties.username();
      var who = RedisCredentials.just(user, properties.password());
      node.setCredentialsProvider(() -> Mono.just(who));
    }
    if (!properties.sentinelPassword().isEmpty()) {
      var sentinel = RedisCredentials.just(null, properties.sentinelPassword());
      node.getSentinels().forEach(s -> s.setCredentialsProvider(() -> Mono.just(sentinel)));
    }
  }

  private static Optional<Path> authority(Optional<Path> file) {
    file.filter(f -> !Files.isReadable(f))
        .ifPresent(
            f -> {
              throw new StartupRefused(
                  "The certificates in %s can't be read.".formatted(f.toAbsolutePath()),
                  "Correct sayonce.redis.certificate-authority: a PEM file.");
            });
    return file;
  }

  RedisURI first() {
    return nodes.getFirst();
  }

  /** Commands fail at once while a line is down: nothing is kept in a queue that could be lost. */
  ClientOptions.Builder options(Duration timeout) {
    nodes.forEach(node -> node.setTimeout(timeout));
    return spoken(ClientOptions.builder(), timeout);
  }

  ClusterClientOptions.Builder clusterOptions(Duration timeout) {
    nodes.forEach(node -> node.setTimeout(timeout));
    var options = ClusterClientOptions.builder();
    spoken(options, timeout);
    return options;
  }

  private ClientOptions.Builder spoken(ClientOptions.Builder options, Duration timeout) {
    authority.ifPresent(
        file -> options.sslOptions(SslOptions.builder().trustManager(file.toFile()).build()));
    return options
        .autoReconnect(true)
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .timeoutOptions(TimeoutOptions.enabled(timeout));
  }

  /** As people read it, without secrets. */
  String name() {
    return nodes.stream().map(RedisAddress::name).collect(Collectors.joining(", "));
  }

  static String name(RedisURI uri) {
    return uri.getSentinels().isEmpty()
        ? uri.getHost() + ":" + uri.getPort()
        : uri.getSentinelMasterId()
            + " of "
            + uri.getSentinels().stream().map(RedisAddress::name).collect(Collectors.joining(", "));
  }
}
