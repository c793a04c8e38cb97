package dev.sayonce.redis;

import dev.sayonce.StartupRefused;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What we demand of a Redis before anything is accepted: that it evicts nothing, is not too old,
 * and has our number of partitions.
 */
final class RedisDemands {

  private static final Logger log = LoggerFactory.getLogger(RedisDemands.class);

  private final Redis redis;
  private final RedisProperties properties;

  RedisDemands(Redis redis, RedisProperties properties) {
    this.redis = redis;
    this.properties = properties;
  }

  /** Completes when the server will do; fails with {@link StartupRefused} when not. */
  Mono<Void> check() {
    return infos().doOnNext(this::judge).then(agreeOnPartitions());
  }

  /** The same without a trace in the server; true if it also survives a loss of power. */
  Mono<Boolean> look() {
    return infos()
        .doOnNext(RedisDemands::refuse)
        .collectList()
        .delayUntil(_ -> samePartitions())
        .map(all -> all.stream().allMatch(this::lasts));
  }

  /** Of every server that takes writes. */
  private Flux<Map<String, String>> infos() {
    return Flux.fromIterable(redis.masters().values())
        .flatMap(server -> server.info())
        .map(RedisDemands::parse);
  }

  private boolean lasts(Map<String, String> info) {
    return !"0".equals(info.get("aof_enabled"));
  }

  private static void refuse(Map<String, String> info) {
    refuseEviction(info.getOrDefault("maxmemory_policy", "noeviction"));
    refuseOld(info.getOrDefault("redis_version", "7.0.0"));
  }

  private void judge(Map<String, String> info) {
    refuse(info);
    if (!lasts(info)) {
      log.warn(
          "This Redis has no append-only file: what it was told since its last snapshot is lost when it stops. Remedy: CONFIG SET"
              + " appendonly yes, and the same in its configuration.");
    }
  }

  private static void refuseEviction(String policy) {
    if (!policy.equals("noeviction")) {
      throw new StartupRefused(
          "This Redis may evict keys (maxmemory-policy %s): conversations would vanish without a word."
              .formatted(policy),
          "Set it to noeviction: CONFIG SET maxmemory-policy noeviction, and the same in its configuration.");
    }
  }

  private static void refuseOld(String version) {
    if (Integer.parseInt(version.split("\\.")[0]) < 7) {
      throw new StartupRefused(
          "This Redis is version %s; sharded publishing needs 7.0 or newer.".formatted(version),
          "Upgrade it, or name another: --sayonce.redis.url=redis://…");
    }
  }

  private Mono<Void> agreeOnPartitions() {
    return redis
        .commands()
        .setnx(RedisKeys.PARTITIONS, Integer.toString(properties.partitions()))
        .then(samePartitions());
  }

  private Mono<Void> samePartitions() {
    var ours = Integer.toString(properties.partitions());
    return redis
        .commands()
        .get(RedisKeys.PARTITIONS)
        .doOnNext(theirs -> refuseOtherPartitions(ours, theirs))
        .then();
  }

  private static void refuseOtherPartitions(String ours, String theirs) {
    if (!ours.equals(theirs)) {
      throw new StartupRefused(
          "The threads in this Redis are spread over %s partitions, the setting says %s."
              .formatted(theirs, ours),
          "Set sayonce.redis.partitions to %s; it can't change once there is data."
              .formatted(theirs));
    }
  }

  static Map<String, String> parse(String info) {
    var values = new HashMap<String, String>();
    info.lines()
        .map(line -> line.split(":", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> values.put(pair[0], pair[1].strip()));
    return values;
  }
}
