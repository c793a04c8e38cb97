package dev.sayonce.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.resources.ConnectionProvider;

/**
 * Load on the loopback address: so many chat pages, each saying the next thing when the last was
 * acknowledged. Prints turns a second, times to the acknowledgement, and the processor time of the
 * gateway where its process id is given.
 *
 * <p>Arguments: {@code port pages warmUpSeconds seconds pid|0 [text]}. The gateway needs {@code
 * --sayonce.web.burst=100000000}; for the floor start {@link FloorServer} instead.
 */
final class LoadBench {

  private static final int MOST_SAMPLES = 5_000_000;
  private static final double TICKS_PER_SECOND = 100;

  private final URI uri;
  private final String text;
  private final long[] micros = new long[MOST_SAMPLES];
  private final AtomicInteger samples = new AtomicInteger();
  private final AtomicLong acknowledged = new AtomicLong();
  private volatile boolean measuring;

  private LoadBench(URI uri, String text) {
    this.uri = uri;
    this.text = text;
  }

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    if (port < 1024 || port > 65535) {
      throw new IllegalArgumentException("Not a port of ours: " + port);
    }
    var text = args.length > 5 ? args[5] : "ile kosztuje dostawa";
    new LoadBench(URI.create("ws://127.0.0.1:%d/chat/socket".formatted(port)), text)
        .run(
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Long.parseLong(args[4]));
  }

  private void run(int pages, int warmUp, int seconds, long pid) throws IOException {
    var provider =
        ConnectionProvider.builder("bench")
            .maxConnections(pages)
            .pendingAcquireMaxCount(-1)
            .build();
    var client =
        HttpClient.create(provider)
            .websocket(WebsocketClientSpec.builder().maxFramePayloadLength(1 << 20).build());
    var all = Flux.range(0, pages).flatMap(_ -> page(client), pages).subscribe();
    Mono.delay(Duration.ofSeconds(warmUp)).block();
    measuring = true;
    long turns = acknowledged.get();
    double cpu = cpuSeconds(pid);
    long began = System.nanoTime();
    Mono.delay(Duration.ofSeconds(seconds)).block();
    double took = (System.nanoTime() - began) / 1e9;
    turns = acknowledged.get() - turns;
    cpu = cpuSeconds(pid) - cpu;
    all.dispose();
    print(pages, turns, took, cpu);
  }

  private Mono<Void> page(HttpClient.WebsocketSender client) {
    return client
        .uri(uri)
        .handle(
            (in, out) -> {
              var frames = Sinks.many().unicast().<String>onBackpressureBuffer();
              var sent = new AtomicLong();
              frames.tryEmitNext("{\"type\":\"hello\",\"language\":\"pl\"}");
              var hearing =
                  in.receive().asString().doOnNext(frame -> hear(frame, frames, sent)).then();
              return out.sendString(frames.asFlux()).then().and(hearing);
            })
        .then();
  }

  private void hear(String frame, Sinks.Many<String> frames, AtomicLong sent) {
    if (frame.contains("\"type\":\"ack\"")) {
      acknowledged.incrementAndGet();
      if (measuring) {
        micros[samples.getAndIncrement() % MOST_SAMPLES] = (System.nanoTime() - sent.get()) / 1000;
      }
      say(frames, sent);
    } else if (frame.contains("\"type\":\"welcome\"")) {
      say(frames, sent);
    } else if (frame.contains("\"type\":\"refused\"")) {
      throw new IllegalStateException(frame);
    }
  }

  private void say(Sinks.Many<String> frames, AtomicLong sent) {
    sent.set(System.nanoTime());
    frames.tryEmitNext(
        "{\"type\":\"say\",\"id\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text));
  }

  private static double cpuSeconds(long pid) throws IOException {
    if (pid == 0) {
      return 0;
    }
    var fields =
        Files.readString(Path.of("/proc/%d/stat".formatted(pid)))
            .replaceFirst(".*\\) ", "")
            .split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  private void print(int pages, long turns, double took, double cpu) {
    int n = Math.min(samples.get(), MOST_SAMPLES);
    Arrays.sort(micros, 0, n);
    System.out.printf(
        "%d pages: %.0f turns/s, p50 %.1f ms, p99 %.1f ms, %.0f µs of gateway processor time a turn%n",
        pages,
        turns / took,
        micros[n / 2] / 1000.0,
        micros[(int) (n * 0.99)] / 1000.0,
        turns == 0 ? 0 : cpu * 1e6 / turns);
  }
}
