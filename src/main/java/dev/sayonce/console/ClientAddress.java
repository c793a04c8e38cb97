package dev.sayonce.console;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a request comes from, as far as one can tell. */
final class ClientAddress {

  private ClientAddress() {}

  /** The client's address, or the one that a trusted proxy named. */
  static InetAddress of(ServerHttpRequest request) {
    var remote = request.getRemoteAddress();
    return remote == null ? InetAddress.getLoopbackAddress() : of(remote);
  }

  /** What a proxy named is text yet; whatever is no address counts as one and the same. */
  private static InetAddress of(InetSocketAddress remote) {
    try {
      var resolved = remote.getAddress();
      return resolved != null ? resolved : InetAddress.ofLiteral(remote.getHostString());
    } catch (IllegalArgumentException _) {
      return InetAddress.getLoopbackAddress();
    }
  }
}
