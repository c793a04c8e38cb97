package dev.sayonce.redis;

import io.lettuce.core.RedisURI;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** As much of an old Redis server as it takes to tell its version. */
final class OldRedis implements AutoCloseable {

  private final ServerSocket server;
  private final String info;

  OldRedis(String version) throws IOException {
    info = "redis_version:%s\r\nmaxmemory_policy:noeviction\r\n".formatted(version);
    server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  RedisURI uri() {
    return RedisURI.create("127.0.0.1", server.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // closed at the end of the test
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        socket
            .getOutputStream()
            .write(answer(command(in, line)).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException _) {
      // the client has gone
    }
  }

  /** Reads an array of bulk strings to its end; its first word. */
  private static String command(BufferedReader in, String header) throws IOException {
    var first = "";
    for (int i = Integer.parseInt(header.substring(1)); i > 0; i--) {
      in.readLine();
      var word = in.readLine();
      first = first.isEmpty() ? word : first;
    }
    return first;
  }

  private String answer(String command) {
    return switch (command) {
      case "INFO" -> "$%d\r\n%s\r\n".formatted(info.length(), info);
      case "HELLO" -> "-ERR unknown command\r\n";
      case "PING" -> "+PONG\r\n";
      default -> "+OK\r\n";
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
