package dev.sayonce.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A line to a gateway that can be made bad: everything passes through this port of the loopback
 * till somebody cuts it, makes it slow or lets what comes back get lost. A browser's own offline
 * switch leaves open sockets alone; this does not.
 */
final class BadLine implements AutoCloseable {

  private final int gateway;
  private final ServerSocket door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;
  private volatile boolean isDeaf;
  private volatile Duration delay = Duration.ZERO;

  private BadLine(int gateway) {
    this.gateway = gateway;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("bad-line-door").start(this::accept);
  }

  /** A good line to a gateway on that port. */
  static BadLine to(int gateway) {
    return new BadLine(gateway);
  }

  int port() {
    return door.getLocalPort();
  }

  String base() {
    return "http://127.0.0.1:" + port();
  }

  /** Every connection breaks in the middle of whatever it carries; new ones break at once. */
  void cut() {
    isCut = true;
    sockets.forEach(BadLine::breakOff);
  }

  /**
   * What is sent still arrives, but no answer comes back any more: the worst moment to lose a line,
   * for nobody can know what the other side has.
   */
  void loseAnswers() {
    isDeaf = true;
  }

  /** New connections carry everything again; those that lost something stay broken. */
  void restore() {
    if (isDeaf) {
      sockets.forEach(BadLine::breakOff);
    }
    isDeaf = false;
    isCut = false;
  }

  /** Whatever is on its way takes that much longer, in each direction. */
  void delay(Duration longer) {
    delay = longer;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var browser = door.accept();
        Thread.ofVirtual().name("bad-line").start(() -> connect(browser));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void connect(Socket browser) {
    if (isCut) {
      breakOff(browser);
      return;
    }
    var server = new Socket();
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway));
    } catch (IOException _) {
      breakOff(browser);
      return;
    }
    sockets.add(browser);
    sockets.add(server);
    if (isCut) {
      breakOff(browser);
    }
    Thread.ofVirtual().name("bad-line-up").start(() -> carry(browser, server, false));
    carry(server, browser, true);
  }

  private void carry(Socket from, Socket to, boolean isAnswer) {
    try (from;
        to) {
      carry(from.getInputStream(), to.getOutputStream(), isAnswer);
    } catch (IOException _) {
      // one of them has hung up; so does the other
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void carry(InputStream in, OutputStream out, boolean isAnswer) throws IOException {
    var buffer = new byte[16 * 1024];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      LockSupport.parkNanos(delay.toNanos());
      if (!(isAnswer && isDeaf)) {
        out.write(buffer, 0, length);
        out.flush();
      }
    }
  }

  /** With a reset, as a line breaks, and not with the goodbye of a server that ends. */
  private static void breakOff(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException _) {
      // it is broken already
    }
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
