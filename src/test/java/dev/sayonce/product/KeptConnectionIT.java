package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.redis.TestRedis;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A browser asks for a page and its scripts over the same connections. Files and pages are answered
 * in two ways, and each must leave the connection fit for the next request.
 */
class KeptConnectionIT {

  private static final List<String> PATHS =
      List.of("/widget.js", "/chat/", "/shared/ids.js", "/console/api/me", "/console/", "/chat/");
  private static final int CONNECTIONS = 20;
  private static final int ROUNDS = 5;

  @Test
  void answersEveryRequestOnAKeptConnection() throws IOException {
    TestRedis.flush();
    try (var gateway = GatewayProcess.onTestRedis()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        askOverAndOver(gateway.port());
      }
    }
  }

  private static void askOverAndOver(int port) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5000);
      var in = new BufferedInputStream(socket.getInputStream());
      for (int round = 0; round < ROUNDS; round++) {
        for (var path : PATHS) {
          var request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n".formatted(path, port);
          socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
          assertThat(readAnswer(in)).as(path).startsWith("HTTP/1.1 ");
        }
      }
    }
  }

  /** Reads the head and as much of a body as it announces; times out if none comes. */
  private static String readAnswer(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("The connection was closed after: %s", head).isNotNegative();
      head.append((char) next);
    }
    in.skipNBytes(length(head.toString()));
    return head.toString();
  }

  private static long length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No length: " + head));
  }
}
