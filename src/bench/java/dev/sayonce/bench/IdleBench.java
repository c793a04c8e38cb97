package dev.sayonce.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Chat pages that are open and say nothing: prints what each costs the gateway in heap, after a
 * collection, and in resident memory.
 *
 * <p>Arguments: {@code port pages pid}. The JDK's {@code jcmd} must be beside {@code java}.
 */
final class IdleBench {

  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final int AT_A_TIME = 50;

  private IdleBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int pages = Integer.parseInt(args[1]);
    long pid = Long.parseLong(args[2]);
    var uri = URI.create("ws://127.0.0.1:%d/chat/socket".formatted(Integer.parseInt(args[0])));
    long heap = heap(pid);
    long resident = resident(pid);
    var open = new AtomicInteger();
    var provider = ConnectionProvider.builder("idle").maxConnections(pages).build();
    var client = HttpClient.create(provider).websocket();
    var all =
        Flux.range(0, pages)
            .delayElements(Duration.ofMillis(1000 / AT_A_TIME))
            .flatMap(
                _ ->
                    client
                        .uri(uri)
                        .handle(
                            (in, out) ->
                                out.sendString(
                                        Mono.just("{\"type\":\"hello\",\"language\":\"pl\"}"))
                                    .then()
                                    .thenMany(
                                        in.receive()
                                            .asString()
                                            .doOnNext(
                                                f -> {
                                                  if (f.contains("\"welcome\"")) {
                                                    open.incrementAndGet();
                                                  }
                                                })))
                        .then(),
                pages)
            .subscribe();
    while (open.get() < pages) {
      Mono.delay(Duration.ofMillis(200)).block();
    }
    Mono.delay(SETTLING).block();
    System.out.printf(
        "%d idle pages: %d bytes of heap and %d bytes of resident memory each%n",
        pages, (heap(pid) - heap) / pages, (resident(pid) - resident) / pages);
    all.dispose();
  }

  /** Bytes in use after a collection. */
  private static long heap(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    var words = jcmd(pid, "GC.heap_info");
    long sum = 0;
    for (var match :
        words.lines().filter(l -> l.contains(" total ") && l.contains("used ")).toList()) {
      var used = match.replaceFirst(".*used (\\d+)K.*", "$1");
      sum += Long.parseLong(used) * 1024;
    }
    return sum;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(program, Long.toString(pid), command).redirectErrorStream(true).start();
    var said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .map(line -> line.replaceAll("\\D", ""))
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElseThrow()
        * 1024;
  }
}
