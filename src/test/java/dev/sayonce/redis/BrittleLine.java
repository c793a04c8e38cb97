package dev.sayonce.redis;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to the test's Redis that breaks for good at a chosen command: to see what becomes of a
 * gateway that is killed between any two of them.
 */
public final class BrittleLine implements AutoCloseable {

  private static final int CHUNK = 1 << 20;

  private final ServerSocket door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private volatile boolean done;
  private volatile boolean broken;

  /** Whether Redis still gets the command at which the line breaks. */
  public enum At {
    BEFORE,
    AFTER
  }

  private volatile At at = At.BEFORE;

  public BrittleLine() {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("brittle-line").start(this::accept);
  }

  public RedisURI uri() {
    var uri = TestRedis.uri();
    uri.setHost("127.0.0.1");
    uri.setPort(door.getLocalPort());
    return uri;
  }

  /** The line breaks at the command of that number from now, the next one being 1. */
  public void breakAt(int command, At when) {
    at = when;
    left.set(command);
  }

  /** True if the command was reached at which the line was to break. */
  public boolean isBroken() {
    return broken;
  }

  private void accept() {
    while (!done) {
      try {
        var client = door.accept();
        if (broken) {
          client.close();
          continue;
        }
        var server = new Socket(TestRedis.uri().getHost(), TestRedis.uri().getPort());
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> requests(client, server));
        Thread.ofVirtual().start(() -> answers(server, client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void requests(Socket client, Socket server) {
    copy(
        client,
        server,
        (chunk, length, out) -> {
          int now = left.decrementAndGet();
          if (now == 0 && at == At.BEFORE) {
            breakOff();
            return;
          }
          if (now == 0) {
            broken = true; // the answer to it does not get through
          }
          out.write(chunk, 0, length);
        });
  }

  private void answers(Socket server, Socket client) {
    copy(
        server,
        client,
        (chunk, length, out) -> {
          if (broken) {
            breakOff();
            return;
          }
          out.write(chunk, 0, length);
        });
  }

  private interface Step {
    void take(byte[] chunk, int length, OutputStream out) throws IOException;
  }

  private static void copy(Socket from, Socket to, Step step) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        step.take(chunk, n, out);
        out.flush();
      }
    } catch (IOException e) {
      // the line is broken
    }
  }

  private void breakOff() throws IOException {
    broken = true;
    for (var socket : sockets) {
      socket.close();
    }
  }

  @Override
  public void close() {
    done = true;
    try {
      door.close();
      breakOff();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
