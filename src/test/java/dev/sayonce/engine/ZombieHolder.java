package dev.sayonce.engine;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import reactor.core.publisher.Mono;

/**
 * A gateway in a process of its own, which a test stops and wakes again: delivers slowly and tells
 * in a Redis list what it does.
 */
final class ZombieHolder {

  static final String LOG = "zombie:log";
  private static final Duration WORK = Duration.ofSeconds(2);

  private ZombieHolder() {}

  /** Takes the port and the password of Redis on the loopback address. */
  public static void main(String[] args) throws InterruptedException {
    var uri =
        RedisURI.builder()
            .withHost("127.0.0.1")
            .withPort(Integer.parseInt(args[0]))
            .withPassword(args[1].toCharArray())
            .build();
    var deliveries = new Deliveries();
    var gateway =
        TestEngine.Setup.on(uri, new SettableClock()).handler(deliveries).patient().start();
    deliveries.answer(
        (d, _) ->
            tell(gateway, "child began " + d.entry().number())
                .then(Mono.delay(WORK))
                .then(tell(gateway, "child ended " + d.entry().number()))
                .thenReturn(Deliveries.DONE));
    gateway.dispatcher.start();
    new CountDownLatch(1).await();
  }

  private static Mono<Long> tell(TestEngine gateway, String what) {
    return gateway.redis.commands().rpush(LOG, what);
  }
}
