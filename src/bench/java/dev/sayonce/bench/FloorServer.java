package dev.sayonce.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * The floor that turns are compared with: a bare WebSocket server that runs one script per message
 * (dedupe, version check, 592 bytes of state, two entries, publish) and acknowledges. It
 * understands nothing and promises nothing. Arguments: {@code port redisUrl}.
 */
final class FloorServer {

  private static final String SCRIPT =
      """
      if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return 0 end
      if (redis.call('HGET', KEYS[1], 'v') or '0') ~= ARGV[2] then return -1 end
      redis.call('HSET', KEYS[1], 'v', ARGV[3], 's', ARGV[4])
      redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
      redis.call('RPUSH', KEYS[3], ARGV[5], ARGV[5])
      redis.call('SPUBLISH', KEYS[4], ARGV[5])
      return 1
      """;

  private FloorServer() {}

  public static void main(String[] args) {
    var redis = RedisClient.create(args[1]).connect().reactive();
    var sha = redis.scriptLoad(SCRIPT).block();
    var state = "s".repeat(592);
    HttpServer.create()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .route(
            routes ->
                routes.ws(
                    "/chat/socket",
                    (in, out) -> {
                      var thread = UUID.randomUUID().toString();
                      var version = new long[1];
                      return out.sendString(
                          in.receive()
                              .asString()
                              .concatMap(
                                  frame -> {
                                    if (frame.contains("hello")) {
                                      return Mono.just("{\"type\":\"welcome\"}");
                                    }
                                    var id = frame.substring(20, 56);
                                    String[] keys = {
                                      "{p}t" + thread, "{p}d" + thread, "{p}l" + thread, "{p}c"
                                    };
                                    return redis
                                        .<Long>evalsha(
                                            sha,
                                            ScriptOutputType.INTEGER,
                                            keys,
                                            id,
                                            Long.toString(version[0]++),
                                            Long.toString(version[0]),
                                            state,
                                            frame)
                                        .next()
                                        .map(_ -> "{\"type\":\"ack\",\"id\":\"" + id + "\"}");
                                  }));
                    }))
        .bindNow()
        .onDispose()
        .block();
  }
}
