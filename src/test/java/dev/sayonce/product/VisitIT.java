package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.redis.Keyspace;
import dev.sayonce.redis.TestRedis;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The visitor that looks after an installation is served like a customer and leaves nothing. */
class VisitIT {

  /** What it said, and its exit code. */
  private record Visit(int code, String told) {

    static Visit to(int port, String... options) throws IOException, InterruptedException {
      var command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dev.sayonce.SayOnce",
                  "visit",
                  "http://127.0.0.1:" + port));
      command.addAll(List.of(options));
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Visit(process.waitFor(), told);
    }
  }

  @BeforeEach
  void begin() {
    TestRedis.flush();
  }

  @Test
  void isAnsweredAndErasesTheTalk() throws Exception {
    try (var gateway = GatewayProcess.onTestRedis()) {
      var pressed = Visit.to(gateway.port());
      assertThat(pressed.told()).contains("customer ", "bot ", "A customer is served");
      assertThat(pressed.code()).isZero();

      var written = Visit.to(gateway.port(), "--say=how much is delivery");
      assertThat(written.told()).contains("14.99");
      assertThat(written.code()).isZero();
      try (var keys = new Keyspace()) {
        var left = keys.contents();
        left.keySet().removeIf(key -> key.startsWith("flows:"));
        assertThat(left)
            .allSatisfy(
                (key, content) -> {
                  assertThat(key).doesNotContain("transcript", "queue");
                  assertThat(content).doesNotContain("how much is delivery");
                });
      }
    }
  }

  @Test
  void tellsThatNobodyIsServed() throws Exception {
    int nobodys;
    try (var socket = new ServerSocket(0)) {
      nobodys = socket.getLocalPort();
    }
    var visit = Visit.to(nobodys);
    assertThat(visit.told()).contains("Customers are not served: No chat at ws://127.0.0.1");
    assertThat(visit.code()).isEqualTo(1);
  }
}
