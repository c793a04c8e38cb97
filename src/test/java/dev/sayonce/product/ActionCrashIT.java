package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * The gateway is killed while back ends are at work: nothing is done twice, and every customer
 * hears what became of theirs.
 */
class ActionCrashIT {

  private static final int CUSTOMERS = 12;
  private static final int KILLS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String DONE = "is cancelled. The money";

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final Map<String, Set<String>> keysByOrder = new ConcurrentHashMap<>();

  /** Takes its time over what it does, and knows by the key what it has done. */
  private DisposableServer backEnd() {
    return HttpServer.create()
        .host("127.0.0.1")
        .port(0)
        .route(
            routes ->
                routes
                    .get(
                        "/v1/orders/{id}",
                        (_, response) -> response.sendString(Mono.just("{\"state\":\"PACKING\"}")))
                    .post(
                        "/v1/orders/{id}/cancel",
                        (request, response) -> {
                          requests.incrementAndGet();
                          var key = request.requestHeaders().get("Idempotency-Key");
                          var keys =
                              keysByOrder.computeIfAbsent(
                                  request.param("id"), _ -> ConcurrentHashMap.newKeySet());
                          if (!keys.add(key)) {
                            again.incrementAndGet();
                          }
                          return response.sendString(
                              Mono.delay(Duration.ofMillis(1500)).map(_ -> "{\"refundDays\":3}"));
                        }))
        .bindNow();
  }

  @Test
  void cancelsNothingTwiceAndForgetsNothing() {
    var backEnd = backEnd();
    try (var gateway =
        GatewayProcess.onEmbeddedRedis(
            "--sayonce.web.burst=100000",
            "--sayonce.web.ping=1s",
            "--sayonce.actions.services.polanka.url=http://127.0.0.1:" + backEnd.port() + "/v1",
            "--sayonce.actions.services.polanka.own-network=true",
            "--POLANKA_API_KEY=test",
            "--sayonce.engine.flows=" + patientCompany())) {
      var clients =
          IntStream.range(0, CUSTOMERS)
              .mapToObj(_ -> ChatClient.open(gateway.port(), "en"))
              .toList();
      for (int i = 0; i < CUSTOMERS; i++) {
        clients.get(i).say("cancel my order " + order(i));
      }
      till(() -> clients.stream().allMatch(c -> hears(c, "do better")));
      for (int kill = 0; kill < KILLS; kill++) {
        int before = requests.get();
        press(clients, kill);
        till(() -> requests.get() > before);
        gateway.kill();
        gateway.start();
      }
      till(() -> clients.stream().allMatch(c -> hears(c, DONE)));
      clients.forEach(ChatClient::close);
    } finally {
      backEnd.disposeNow();
    }
    System.out.printf(
        "ActionCrashIT: %d kills, %d customers, %d requests, %d of them again under their key%n",
        KILLS, CUSTOMERS, requests.get(), again.get());
    assertThat(keysByOrder).hasSize(CUSTOMERS);
    assertThat(keysByOrder.values()).allSatisfy(keys -> assertThat(keys).hasSize(1));
  }

  /** Its customers wait longer than any restart of ours takes. */
  private static Path patientCompany() {
    var folder = GatewayProcess.newFolder("flows-");
    var flows = Path.of("flows");
    try (var files = Files.walk(flows)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(flows.relativize(file));
        Files.createDirectories(copy.getParent());
        var words = Files.readString(file);
        Files.writeString(
            copy,
            words
                .replace("patience: 30s", "patience: 600s")
                .replace(
                    "    body: {reason: ", "    waiting: {patience: 600s}\n    body: {reason: "));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void press(List<ChatClient> clients, int round) {
    for (int i = round; i < CUSTOMERS; i += KILLS) {
      clients.get(i).say("A mistake in the order");
    }
  }

  private static String order(int i) {
    return "AB1234%02d".formatted(10 + i);
  }

  private static boolean hears(ChatClient client, String words) {
    return client.entries().stream().anyMatch(e -> e.path("text").asString("").contains(words));
  }

  private static void till(java.util.function.BooleanSupplier condition) {
    await().atMost(PATIENCE).until(condition::getAsBoolean);
  }
}
