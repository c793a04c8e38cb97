package dev.sayonce.redis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process that starts the embedded server, writes a word into it and waits to be killed. */
final class EmbeddedHolder {

  static final String WORD = "survives";

  private EmbeddedHolder() {}

  /** Takes the folder; tells that it is ready by a line. */
  public static void main(String[] args) throws InterruptedException {
    var server = EmbeddedRedis.start(new RedisProperties.Embedded(Path.of(args[0]), "always"));
    var redis = Redis.connect(server.uri(), Duration.ofSeconds(5));
    redis.commands().set("word", WORD).block();
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
