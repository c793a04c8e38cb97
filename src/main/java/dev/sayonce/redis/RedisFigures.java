package dev.sayonce.redis;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the servers that take writes are, by their own account. */
public final class RedisFigures {

  private final Redis redis;

  public RedisFigures(Redis redis) {
    this.redis = redis;
  }

  /**
   * @param server its address
   * @param used bytes of memory
   * @param limit bytes that it may use, 0 for no limit: then its machine is one
   * @param replicas how many follow it
   * @param written true if what it was told last is on the disk, or need not be
   */
  public record Server(String server, long used, long limit, int replicas, boolean written) {

    private static Server of(String name, Map<String, String> info) {
      return new Server(
          name,
          number(info, "used_memory"),
          number(info, "maxmemory"),
          (int) number(info, "connected_slaves"),
          "ok".equals(info.getOrDefault("aof_last_write_status", "ok")));
    }

    private static long number(Map<String, String> info, String name) {
      return Long.parseLong(info.getOrDefault(name, "0"));
    }
  }

  /** Every one of them; fails if one does not answer. */
  public Mono<List<Server>> look() {
    return Flux.fromIterable(redis.masters().entrySet())
        .flatMap(e -> e.getValue().info().map(i -> Server.of(e.getKey(), RedisDemands.parse(i))))
        .collectList();
  }
}
