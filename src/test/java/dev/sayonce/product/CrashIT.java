package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Nothing accepted is lost and nothing is taken twice, whatever is killed and whenever. {@code
 * -Dsayonce.crashes=40} makes the night longer, {@code -Dsayonce.seed} repeats one.
 */
class CrashIT {

  private static final int CLIENTS = 8;
  private static final int CRASHES = Integer.getInteger("sayonce.crashes", 3);
  private static final long SEED = Long.getLong("sayonce.seed", System.nanoTime());
  private static final long PAUSE_MILLIS = 30;
  private static final List<String> QUESTIONS =
      List.of("how much is delivery", "opening hours", "blue elephants sing", "thank you");

  private final Random random = new Random(SEED);
  private final AtomicInteger acks = new AtomicInteger();
  private final List<Long> restarts = new ArrayList<>();

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(condition::getAsBoolean);
  }

  /** A customer who writes the next message a moment after the last was acknowledged. */
  private final class Writer {

    final int number;
    final ChatClient client;
    final Map<String, String> sent = new LinkedHashMap<>();
    private final ScheduledExecutorService clock;
    private boolean stopped;

    Writer(int number, int port, ScheduledExecutorService clock) {
      this.number = number;
      this.clock = clock;
      this.client = ChatClient.open(port, "en");
      client.onAck(this::acknowledged);
      write();
    }

    private void acknowledged(ChatClient.Ack ack) {
      acks.incrementAndGet();
      clock.schedule(this::write, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void write() {
      if (!stopped) {
        int n = sent.size();
        var text = "%s %d of %d".formatted(QUESTIONS.get(n % QUESTIONS.size()), n, number);
        sent.put(client.say(text), text);
      }
    }

    synchronized void stop() {
      stopped = true;
    }
  }

  @Test
  void losesNothingAndTakesNothingTwice() {
    System.out.printf("CrashIT: seed %d, %d crashes%n", SEED, CRASHES);
    try (var clock = Executors.newSingleThreadScheduledExecutor();
        var gateway =
            GatewayProcess.onEmbeddedRedis("--sayonce.web.burst=100000", "--sayonce.web.ping=1s")) {
      var writers =
          IntStream.range(0, CLIENTS).mapToObj(i -> new Writer(i, gateway.port(), clock)).toList();
      try {
        for (int i = 0; i < CRASHES; i++) {
          writeForAWhile();
          crash(gateway);
        }
        writeForAWhile();
        crashRedis(gateway);
        writeForAWhile();
        writers.forEach(Writer::stop);
        till(() -> writers.stream().allMatch(w -> w.client.pending() == 0));
        writers.forEach(writer -> check(writer, gateway));
        report(writers);
      } finally {
        writers.forEach(w -> w.client.close());
      }
    }
  }

  private void writeForAWhile() {
    int enough = acks.get() + 10 + random.nextInt(250);
    till(() -> acks.get() >= enough);
  }

  private void crash(GatewayProcess gateway) {
    gateway.kill();
    long from = System.nanoTime();
    gateway.start();
    restarts.add(Duration.ofNanos(System.nanoTime() - from).toMillis());
  }

  /** The gateway brings its server back by itself. */
  private void crashRedis(GatewayProcess gateway) {
    var server = gateway.redisServer().orElseThrow();
    server.destroyForcibly();
    till(() -> !server.isAlive());
    long from = System.nanoTime();
    int before = acks.get();
    till(() -> acks.get() > before + CLIENTS);
    System.out.printf(
        "CrashIT: Redis killed, acknowledging again after %d ms%n",
        Duration.ofNanos(System.nanoTime() - from).toMillis());
    assertThat(gateway.isAlive()).isTrue();
    assertThat(gateway.redisServer().orElseThrow().pid()).isNotEqualTo(server.pid());
  }

  private static void check(Writer writer, GatewayProcess gateway) {
    var seen = writer.client;
    assertThat(seen.acks().keySet()).containsExactlyElementsOf(writer.sent.keySet());
    var transcript = readAfresh(seen, gateway);
    till(() -> seen.entries().size() >= transcript.size());

    assertThat(seen.entries()).as("what was seen live").isEqualTo(transcript);
    var own = transcript.stream().filter(e -> e.has("id")).toList();
    assertThat(own.stream().map(e -> e.path("id").asString()))
        .as("each message once, in the order of sending")
        .containsExactlyElementsOf(writer.sent.keySet());
    assertThat(own.stream().map(e -> e.path("text").asString()))
        .containsExactlyElementsOf(writer.sent.values());
    own.forEach(
        e ->
            assertThat(seen.acks().get(e.path("id").asString()).n())
                .as("the acknowledged number")
                .isEqualTo(e.path("n").asInt()));
    assertNumbered(transcript);
  }

  /** By a socket that has nothing but the token and the conversation's name. */
  private static List<JsonNode> readAfresh(ChatClient seen, GatewayProcess gateway) {
    try (var afresh = ChatClient.openAfter(gateway.port(), seen.token(), seen.conversation(), 0)) {
      int last = seen.acks().values().stream().mapToInt(ChatClient.Ack::n).max().orElse(0);
      till(
          () ->
              afresh.isReady()
                  && !afresh.entries().isEmpty()
                  && afresh.entries().getLast().path("n").asInt() >= last);
      return afresh.entries();
    }
  }

  private static void assertNumbered(List<JsonNode> transcript) {
    int prev = 0;
    for (var entry : transcript) {
      assertThat(entry.path("prev").asInt()).isEqualTo(prev);
      assertThat(entry.path("n").asInt()).isGreaterThan(prev);
      prev = entry.path("n").asInt();
    }
  }

  private void report(List<Writer> writers) {
    int messages = writers.stream().mapToInt(w -> w.sent.size()).sum();
    int entries = writers.stream().mapToInt(w -> w.client.texts("customer").size()).sum();
    var unique = new HashSet<String>();
    writers.forEach(w -> unique.addAll(w.client.acks().keySet()));
    System.out.printf(
        "CrashIT: %d gateway kills, 1 Redis kill, %d clients, %d messages, %d acknowledged, %d"
            + " resends, %d duplicates, %d missing, %d gaps repaired, restart %s ms on average (%s to"
            + " %s)%n",
        restarts.size(),
        writers.size(),
        messages,
        unique.size(),
        writers.stream().mapToInt(w -> w.client.resends()).sum(),
        entries - unique.size(),
        messages - unique.size(),
        writers.stream().mapToInt(w -> w.client.gaps()).sum(),
        Math.round(restarts.stream().mapToLong(Long::longValue).average().orElse(0)),
        restarts.stream().min(Long::compare).orElse(0L),
        restarts.stream().max(Long::compare).orElse(0L));
  }
}
