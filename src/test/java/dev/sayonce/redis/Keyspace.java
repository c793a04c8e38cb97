package dev.sayonce.redis;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that is in the test's Redis, by whatever name: to see what should not be there. */
public final class Keyspace implements AutoCloseable {

  private final RedisClient client = RedisClient.create(TestRedis.uri());
  private final RedisCommands<String, String> commands = client.connect().sync();

  public RedisCommands<String, String> commands() {
    return commands;
  }

  /** All keys, each with its whole content as text. */
  public Map<String, String> contents() {
    var all = new TreeMap<String, String>();
    commands.keys("*").forEach(key -> all.put(key, content(key)));
    return all;
  }

  /** Milliseconds that each key has left, -1 for a key that stays. */
  public Map<String, Long> lives() {
    var all = new TreeMap<String, Long>();
    commands.keys("*").forEach(key -> all.put(key, commands.pttl(key)));
    return all;
  }

  /** The sorted sets of that kind ({@code queue}, {@code agent}) in which a member stands. */
  public List<String> standings(String kind, String member) {
    return commands.keys("{p*}:" + kind + ":*").stream()
        .filter(key -> commands.zscore(key, member) != null)
        .map(key -> key.substring(key.indexOf(':') + 1))
        .toList();
  }

  /** How often clients and scripts have run a command since the server began. */
  public long calls(String command) {
    return commands
        .info("commandstats")
        .lines()
        .filter(line -> line.startsWith("cmdstat_" + command + ":"))
        .map(line -> Long.parseLong(line.replaceAll(".*:calls=(\\d+),.*", "$1")))
        .findFirst()
        .orElse(0L);
  }

  private String content(String key) {
    return switch (commands.type(key)) {
      case "string" -> commands.get(key);
      case "hash" -> commands.hgetall(key).toString();
      case "list" -> commands.lrange(key, 0, -1).toString();
      case "zset" -> commands.zrangeWithScores(key, 0, -1).toString();
      case "set" -> commands.smembers(key).toString();
      case "stream" -> commands.xrange(key, Range.unbounded()).toString();
      case String other -> throw new IllegalStateException(key + " is a " + other);
    };
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
